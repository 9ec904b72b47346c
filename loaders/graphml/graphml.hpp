// GraphML, as NetworkX, igraph, graph-tool, Gephi, Cytoscape and yEd write it.
//
// A vertex's `kind`, `name` (else `label`, else the label that yEd draws), `subtype`, `from`, … and an
// edge's `type`, `status`, `weight`, … are read as the data package's columns of that name; all other
// keys become attributes of their type, a key's default where there is no value. `desc` is a
// description, of an edge a note. Undirected edges beside directed ones become relations both ways.
// Nested graphs, hyperedges and a second graph are errors; ports and how yEd draws are left out with a
// warning. Ids of edges only name them within the file.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_graphml(const std::filesystem::path& path,
                                 const LoadOptions& options = {});

// The text of a GraphML file; findings name it as `file`.
[[nodiscard]] Built read_graphml(std::string bytes, const std::string& file,
                                 const LoadOptions& options = {});

}  // namespace summitry
