// Centralisation: how far a measure is concentrated on one vertex, for a network as a whole.
//
//   C = sum over v of (largest value - value of v)  /  the same sum in a graph of n vertices that is
//                                                      as centralised as can be
//
// Reads      values of a graph without loops and parallel edges, in which no weight is read: with
//            weights there is no largest sum
// Gives      in [0, 1] where no graph of n vertices has a larger sum than the one that is compared with;
//            compared with a star where that is not known: 1 is then a star, and more is possible.
//            Nothing below three vertices, where a vertex has no value, and for other measures
//            (`note` says which). What is compared with has the same options, and is
//
//              measure                              undirected    directed            largest sum
//              degree                               star          both ways           known
//              in-degree                            star          inward              known
//              out-degree                           star          outward             known
//              betweenness                          star          both ways           known
//              closeness, harmonic, pagerank        star          inward              known
//              articulation, effective-size         star          inward              known
//              current-flow-betweenness             star          inward              known
//              eigenvector, largest value 1         one edge      a pair both ways    known
//              hub, authority                       one edge      outward, inward     known
//              core                                 floor((n-1)^2 / 4): half a clique, half isolates
//              katz, bonacich-power, laplacian,     star          both ways           a star's
//              information
// Cost       that of the measure on a star
// Method     Freeman 1979, doi:10.1016/0378-8733(78)90021-7, for degree, closeness and betweenness.
//            The others by hand: in no graph has a vertex more than the star's centre, and the rest
//            together less than its leaves (current flow, harmonic, articulation, effective size, where
//            a contact has at least 1); PageRank's centre gets all that others pass on and at most the
//            n-th part of its own; a hub is at most half (its score times lambda is its neighbours',
//            lambda >= 1), and with direction at most 1; of an eigenvector whose largest value is 1
//            the others that lead there hold lambda >= 1 together; a k-core has k + 1 members. Tests
//            go through all graphs of five and six vertices, and of four with direction. igraph divides
//            the directed eigenvector by n - 1, which none reaches, and counts loops for degree
// See also   degree.hpp, closeness.hpp, betweenness.hpp, eigenvector.hpp
#pragma once

#include <span>
#include <string_view>

#include "engine/graph.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"

namespace summitry {

// The names, as in the catalogue, of the measures that have one.
[[nodiscard]] std::span<const std::string_view> centralised_measures();

// Of figures that the catalogue's measure of that name gave for the Graph as a whole.
[[nodiscard]] Centralisation centralisation(const NamedScores& scores, const Graph& graph,
                                            const Run& run = {});

}  // namespace summitry
