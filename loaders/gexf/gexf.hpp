// GEXF 1.1 to 1.3, static and dynamic, as Gephi, NetworkX and R write it.
//
// A vertex's label is its name; attributes named as the data package's columns are read as these, all
// others keep their type (lists become lists). `start` and `end` are the dates of an entity or a
// relation, and each spell of an edge (or each of its `timestamps` or `intervals`) a relation of its
// own; times that are numbers become attributes `start` and `end`. Of an attribute's values at several
// times the last is kept, of a list's all.
// An edge's `kind` is the type of the relation. Undirected edges beside directed ones, and mutual
// ones, become relations both ways. Groups of vertices are flattened: `parent` names the group.
// How things are drawn is left out. Ids of edges only name them within the file.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_gexf(const std::filesystem::path& path, const LoadOptions& options = {});

// The text of a GEXF file; findings name it as `file`.
[[nodiscard]] Built read_gexf(std::string bytes, const std::string& file,
                              const LoadOptions& options = {});

}  // namespace summitry
