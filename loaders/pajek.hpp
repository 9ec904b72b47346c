// Pajek: a network (.net) or a project (.paj), and the partitions (.clu) and vectors (.vec) beside it.
//
// Labels are the ids of entities, where all vertices have one and no two share one; else their
// numbers are, and labels are names. `*Vertices n m` makes entities of kind mode-1 and mode-2. A
// section `*Arcs :2 "helps"` gives the type of its relations, a line without a weight has none, and
// edges beside arcs are read in both directions. Partitions, vectors and the pairs of names and values
// that NetworkX writes are attributes; 999999998 is missing. Years in brackets are `from` and `to`.
// Places, shapes and colours are left out.
//
// In a file that our exporter made labels of lines are types, and where it used no weights there are none.
//
// Beside x.net, x.kind.clu, x.degree.vec and the like are read as kind, degree, …; numbers of kinds
// have their names from comments (`% 1 country`).
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_pajek(const std::filesystem::path& path, const LoadOptions& options = {});

// The text of a network or a project alone; findings name it as `file`.
[[nodiscard]] Built read_pajek(std::string bytes, const std::string& file,
                               const LoadOptions& options = {});

}  // namespace summitry
