// Centralisation: how far a measure is concentrated on one vertex, for a network as a whole.
//
//   C = sum over v of (largest value - value of v)  /  the largest such sum in a graph of n vertices
//
// Reads      values as the measure gives them by default, of a graph without loops and parallel edges;
//            weights are not provided for, a weighted measure has no largest sum
// Gives      in [0, 1]; nothing below three vertices, where all are alike. The largest sums, reached by
//            a star (directed: by one whose edges all go inward or all outward, as the measure counts;
//            degree, in plus out: by one whose edges go both ways):
//
//              measure                  undirected          directed
//              degree                   (n-1)(n-2)          2 (n-1)(n-2)
//              in-degree, out-degree    (n-1)(n-2)          (n-1)^2
//              closeness                (n-1)(n-2)/(2n-3)   n-1
//              betweenness              (n-1)^2 (n-2)/2     (n-1)^2 (n-2)
//              harmonic                 (n-1)(n-2)/2        (n-1)^2
//              eigenvector, largest 1   n-2                 n-1
//
//            except for eigenvector, of which one single edge is the most central graph, and a star has
//            less; its values are divided by the largest first
// Cost       O(n)
// Method     Freeman 1979, doi:10.1016/0378-8733(78)90021-7; as igraph, whose sums for degree count
//            loops unless told otherwise, and whose directed closeness gives n to whom nothing
//            reaches (here 0, as in closeness.hpp: Wasserman & Faust)
// See also   degree.hpp, closeness.hpp, betweenness.hpp, harmonic.hpp, eigenvector.hpp
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/graph.hpp"
#include "engine/scores.hpp"

namespace summitry {

// The names, as in the catalogue, of the measures that have a largest sum.
[[nodiscard]] std::span<const std::string_view> centralised_measures();

// Throws UnknownName for a measure that is none of them.
[[nodiscard]] std::optional<double> centralisation(const Scores& scores, const Graph& graph,
                                                   std::string_view which);

}  // namespace summitry
