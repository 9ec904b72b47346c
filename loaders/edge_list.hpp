// Edge lists: a relation a line, as spreadsheets, Gephi and network archives write them.
//
// Cells stand between commas, semicolons, tabs or spaces: the first line tells. Lines that begin
// with # or % are comments; spaces around a cell do not count. A header names source and target (or
// from and to), and may name weight, type, status, role, dates (from, to), amount, currency,
// confidence and note; further columns become attributes. Without a header the columns are source,
// target, weight, type. Gephi's Type column (Directed, Undirected) is understood as that.
//
// Entities have the kind `entity`, relations without a type the type `related`; a line that stands
// twice is two relations. Relations are undirected unless the options or Gephi's column say
// otherwise.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_edge_list(const std::filesystem::path& path,
                                   const LoadOptions& options = {});

// The bytes of an edge list; findings name it as `file`.
[[nodiscard]] Built read_edge_list(std::string bytes, const std::string& file,
                                   const LoadOptions& options = {});

}  // namespace summitry
