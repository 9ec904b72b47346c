// Within-module degree: how well a vertex is connected inside its own community, beside the others
// there.
//
//   z(v) = (k(v) - mean of k in v's community) / (standard deviation of k in v's community)
//
//   k(v)  edges (weight) between v and its own community
//
// Reads      direction no: arcs in and out both count | strengths, >= 0 | parallel edges add up | a loop
//            counts 2
// Gives      any number; in each community they sum to 0 and their squares to its size; 0 where all of a
//            community have the same k, as one alone has. Hubs have z >= 2.5 in the paper's roles
// Cost       O(n + m), and that of the communities
// Method     Guimera & Amaral 2005, doi:10.1038/nature03288; the standard deviation is that of the
//            community as it is (divided by its size, not by one less)
// See also   participation.hpp: the two together tell a vertex' role; detect.hpp
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Against a partition at hand. Throws InvalidOption, InvalidWeight.
[[nodiscard]] Scores within_module_z(const Graph& graph, const Partition& partition);

struct WithinModuleZOptions {
  std::string method = "leiden";  // a community method, with its default options
  // >= 1; the best partition of several runs; nothing: by the size of the graph, 100 at most
  std::optional<std::size_t> runs;
};

// Against the partition that detect_communities() finds with run.seed, so that it is the same as
// beside the communities themselves.
[[nodiscard]] Scores within_module_z(const Graph& graph, const WithinModuleZOptions& options = {},
                                     const Run& run = {});

}  // namespace summitry
