// Participation coefficient: how evenly a vertex's edges are spread over the communities.
//
//   P(v) = 1 - sum over communities c of (k(v,c) / k(v))^2
//
//   k(v,c)  edges (weight) between v and community c     k(v)  all edges (weight) at v
//
// Reads      direction no: arcs in and out both count | weights yes, strengths >= 0 | parallel edges
//            add up | a loop counts 2, to v's own community
// Gives      in [0, 1): 0 when all edges go to one community. Not a number for a vertex without edges.
// Cost       O(n + m), and that of the communities
// Method     Guimera & Amaral 2005, doi:10.1038/nature03288
// See also   detect.hpp; the figure is only as good as the partition it is read against
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
[[nodiscard]] Scores participation(const Graph& graph, const Partition& partition);

struct ParticipationOptions {
  std::string method = "leiden";  // a community method, with its default options
  // >= 1; the best partition of several runs; nothing: by the size of the graph, 100 at most
  std::optional<std::size_t> runs;
};

// Against the partition that detect_communities() finds with run.seed, so that it is the same as
// beside the communities themselves.
[[nodiscard]] Scores participation(const Graph& graph, const ParticipationOptions& options = {},
                                   const Run& run = {});

}  // namespace summitry
