// Description length of a graph and its groups by the stochastic block model: how many nats it takes
// to write down the groups, what joins them, and the graph given those.
//
//   degree-corrected, undirected (microcanonical; S = -ln P(A, k, e, b))
//     graph      sum_r ln e_r! - sum_{r<s} ln e_rs! - sum_r ln e_rr!! - sum_i ln k_i!
//                + sum_{i<j} ln A_ij! + sum_i ln A_ii!!
//     degrees    sum_r [ ln q(e_r, n_r) + ln n_r! - sum_k ln h_rk! ]
//     edges      ln multichoose(B (B + 1) / 2, E)
//     partition  ln N + ln choose(N - 1, B - 1) + ln N! - sum_r ln n_r!
//
//   N, E    vertices, edges               n_r, e_r  vertices and edge ends in group r
//   B       groups                        e_rs      edges between r and s; e_rr twice those inside
//   k_i     degree (a loop counts 2)      h_rk      vertices of degree k in r
//   A_ij    edges between i and j; A_ii twice the loops      q  restricted partitions
//
//   directed           e_r, k_i and h_rk for out and in apart, e_rs and A_ij one way, B^2 pairs
//   not corrected      sum_r e_r ln n_r in the place of all terms of degrees
//
// Reads      direction yes | weights as numbers of parallel edges, whole numbers | loops yes
// Gives      nats, >= 0 but for rounding; 0 for nobody
// Cost       O(n + m), and the restricted partitions: at most the number of edge ends (up to 10000)
//            times the size of the largest group
// Method     Peixoto 2017, doi:10.1103/PhysRevE.95.012317 (non-parametric, degrees by their
//            distribution); as BlockState.entropy() of graph-tool with its defaults, but for q where it
//            is below 10000: version 2.45 counts too few partitions, up to 0.7 nats a group and direction.
// See also   stochastic_block_model.hpp, which looks for the partition of the shortest description
#pragma once

#include <cstdint>
#include <span>

#include "algorithms/communities/blocks/counted_graph.hpp"
#include "engine/graph.hpp"

namespace summitry {

struct DescriptionLength {
  double graph = 0.0;
  double degrees = 0.0;
  double edges = 0.0;
  double partition = 0.0;

  [[nodiscard]] double total() const { return graph + degrees + edges + partition; }
};

// Whether the model is given the degrees of vertices or explains them by the groups.
enum class Degrees : std::uint8_t { corrected, plain };

// Throws InvalidOption for labels that are not one a vertex, and InvalidWeight for weights that are
// not whole numbers >= 0 or amount to 2^31 edges.
[[nodiscard]] DescriptionLength description_length(const Graph& graph,
                                                   std::span<const std::uint32_t> community,
                                                   Degrees degrees = Degrees::corrected);

namespace communities {

class LogFactorials;

// The same, without the terms that no partition changes. Labels are 0..count-1.
[[nodiscard]] DescriptionLength varying_length(const CountedGraph& graph,
                                               std::span<const std::uint32_t> group,
                                               std::uint32_t count, Degrees degrees,
                                               const LogFactorials& log_factorial);

// ln of the number of ways to share out `edges` over the pairs of groups.
[[nodiscard]] double log_edge_choices(const LogFactorials& log_factorial, std::int64_t groups,
                                      std::int64_t edges, bool directed);

}  // namespace communities
}  // namespace summitry
