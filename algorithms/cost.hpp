// What a measure will cost on a Graph, before it is run.
#pragma once

#include "engine/graph.hpp"

namespace summitry {

// Steps, as a function of the Graph alone, and what one takes on a laptop core of 2023. A step is what
// the method does most: an arc visited, an entry of a matrix eliminated. Order of magnitude, no more.
struct Work {
  double (*steps)(const Graph&) = nullptr;  // nothing: linear
  double nanoseconds = 5.0;
};

namespace steps {

[[nodiscard]] double linear(const Graph& graph);  // n + arcs
[[nodiscard]] double sweeps(const Graph& graph);  // 100 (n + arcs): a method that iterates
// Four times that where directed: a walk that goes on with 0.9 takes hundreds of rounds to die out, and
// undirected some dozens of conjugate gradients.
[[nodiscard]] double discounted(const Graph& graph);
[[nodiscard]] double all_sources(const Graph& graph);  // n (n + arcs): a search from every vertex
[[nodiscard]] double all_sources_sorted(const Graph& graph);  // the same with a heap: times log2 n
[[nodiscard]] double wedges(const Graph& graph);  // arcs^1.5: pairs of neighbours, at worst
[[nodiscard]] double cubic(const Graph& graph);   // n^3: a dense matrix

}  // namespace steps

// Seconds on `threads` threads that share the work evenly.
[[nodiscard]] double predicted_seconds(const Work& work, const Graph& graph, int threads);

}  // namespace summitry
