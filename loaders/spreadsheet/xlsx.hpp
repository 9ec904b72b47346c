// Workbooks of Excel and LibreOffice (.xlsx), read by their worksheets.
//
// Sheets called entities and relations as our exporter writes them are a whole network; one called nodes,
// entities, vertices or actors, and one called edges, relations, links or ties are the tables of a graph
// (loaders/tables/nodes_and_edges.hpp). Otherwise the one sheet whose columns tell what it is counts: edges,
// nodes, or a two-mode list or matrix. Sheets that are left out are named.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_xlsx(const std::filesystem::path& path, const LoadOptions& options = {});

// The bytes of a workbook; findings name it as `file`.
[[nodiscard]] Built read_xlsx(const std::string& bytes, const std::string& file,
                              const LoadOptions& options = {});

}  // namespace summitry
