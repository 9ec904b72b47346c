// A graph as JSON: node-link as NetworkX, d3 and our own exporter write it, Cytoscape.js' elements
// and graphology.
//
// The ends of an edge are ids; numbers are positions (from 0) where no node has a number as its id.
// A node without an id has its name for one, where all names differ, else its position. Objects within
// a node or edge are flattened: {"a": {"b": 1}} is the attribute `a.b`. Arrays are lists. Ids and
// integer keys of edges, and what Cytoscape.js says beside the data of an element, are left out; so
// are `size` and `colour` in a file that our own exporter made. Without "directed" a graph is
// undirected; graphology's undirected edges beside directed ones are read in both directions.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_graph_json(const std::filesystem::path& path,
                                    const LoadOptions& options = {});

// The text of such a file; findings name it as `file`.
[[nodiscard]] Built read_graph_json(std::string bytes, const std::string& file,
                                    const LoadOptions& options = {});

// Whether JSON holds a graph and not a network of ours: whichever of the keys that tell comes first.
[[nodiscard]] bool is_graph_json(std::string_view bytes);

}  // namespace summitry
