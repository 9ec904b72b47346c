// Degree and strength: how many edges, or how much weight, a vertex has.
//
//   degree(v)       edges at v; directed: in-degree + out-degree
//   strength(v)     the sum of their weights; each edge weighs 1 in a Graph without weights
//   opsahl(v)       k * (s / k)^alpha, between the two: k the edges at v that weigh anything, s the
//                   sum of their weights
//
// Reads      direction yes (undirected: in, out and both are the same) | strengths, >= 0, by
//            strength() and opsahl_degree() | parallel edges all count | an undirected self-loop counts 2, a
//            directed one 1 in and 1 out
// Gives      values >= 0; normalized: degree / (n - 1), which loops and parallel edges can lift
//            above 1 (above 2 where in and out are added); isolates 0; one vertex: left as it is.
//            opsahl: alpha 0 the degree, 1 the strength; below 1 many edges count for more than
//            heavy ones, above 1 the reverse
// Cost       O(n), strengths O(n + m)
// Method     Freeman 1978, doi:10.1016/0378-8733(78)90021-7; strength: Barrat, Barthelemy,
//            Pastor-Satorras & Vespignani 2004, doi:10.1073/pnas.0400087101. As NetworkX and igraph.
//            opsahl: Opsahl, Agneessens & Skvoretz 2010, doi:10.1016/j.socnet.2010.03.006
// See also   weight_conversion.hpp
#pragma once

#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

enum class Ends { both, in, out };

struct DegreeOptions {
  Ends ends = Ends::both;
  Scale scale = Scale::raw;
};

struct StrengthOptions {
  Ends ends = Ends::both;
};

struct OpsahlDegreeOptions {
  double alpha = 0.5;  // >= 0
  Ends ends = Ends::both;
};

[[nodiscard]] Scores degree(const Graph& graph, const DegreeOptions& options = {},
                            const Run& run = {});

// Throws InvalidWeight for distances and for a negative weight.
[[nodiscard]] Scores strength(const Graph& graph, const StrengthOptions& options = {},
                              const Run& run = {});

// Throws InvalidOption, and InvalidWeight for distances and for a negative weight.
[[nodiscard]] Scores opsahl_degree(const Graph& graph, const OpsahlDegreeOptions& options = {},
                                   const Run& run = {});

}  // namespace summitry
