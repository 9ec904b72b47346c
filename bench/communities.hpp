// What bench_communities measures, and how a partition is scored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/contender.hpp"
#include "engine/graph.hpp"

namespace summitry::bench {

// The methods, in the order of the table; an answer's values are labels, one a vertex. A contender
// draws anew at every call, so that the calls are runs of different seeds. Ten seeds: of Leiden, shared
// out over the threads; the best. Leiden, auto: what `summitry communities --resolution auto` keeps, the
// choice of the resolution and all runs within the clock.
inline constexpr const char* kMethods[] = {"louvain",   "leiden-2",    "leiden",
                                           "ten-seeds", "leiden-auto", "label-propagation",
                                           "infomap",   "block-model"};
// These take many runs or long ones: in graphs of more edges only where they are asked for by name.
inline constexpr const char* kDear[] = {"leiden-auto", "block-model"};
inline constexpr std::size_t kDearEdges = 300'000;

[[nodiscard]] Graph graph_of(const Subject& subject);
[[nodiscard]] Contender our_communities(const Subject& subject);
[[nodiscard]] Contender igraph_communities(const Subject& subject);

// Of several partitions that one contender found with one method.
struct Score {
  int runs = 0;
  double seconds = 0.0;     // the median
  double modularity = 0.0;  // these and the following are means
  double communities = 0.0;
  double bits = 0.0;             // of the map equation, which Infomap makes small
  std::optional<double> rand;    // adjusted Rand index with the truth, where one is known
  std::optional<double> mutual;  // adjusted mutual information
  std::optional<double> nats;    // of the description by a block model, where that is the method
  double memory = 0.0;           // most that the first call held beside the graph, MiB
};
[[nodiscard]] Score score(const Graph& graph, const std::vector<Answer>& answers,
                          const std::vector<std::uint32_t>& truth);
// The mean length of their descriptions by the degree-corrected stochastic block model.
[[nodiscard]] double description_nats(const Graph& graph, const std::vector<Answer>& answers);

// The resident memory of a contender's process in MiB: now, and the most since forget_peak().
[[nodiscard]] double resident(const std::string& process);
[[nodiscard]] double peak(const std::string& process);
void forget_peak(const std::string& process);

}  // namespace summitry::bench
