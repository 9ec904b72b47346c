// Graphs with a known community structure, and slow ways to the same figures.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/graph.hpp"
#include "engine/random.hpp"

namespace summitry::testing {

using Labelling = std::vector<std::uint32_t>;

Graph unweighted(VertexId vertices, std::vector<Edge> edges,
                 Direction direction = Direction::undirected);
Graph with_strengths(VertexId vertices, std::vector<Edge> edges, std::vector<double> weights,
                     Direction direction = Direction::undirected);

// Two cliques of `size`, joined by one edge between their last and first vertex.
Graph two_cliques(VertexId size);
// A ring of `count` cliques of `size`, neighbours joined by one edge.
Graph ring_of_cliques(VertexId count, VertexId size);
// `groups` of `size`; two vertices are joined with chance `inside`, or `between` across groups.
Graph planted(VertexId groups, VertexId size, double inside, double between, std::uint64_t seed);
// Up to `vertices` vertices, loops and parallel edges allowed, weights in quarters or none.
Graph random_multigraph(Random& random, VertexId vertices, bool weighted, Direction direction);

// Zachary 1977, doi:10.1086/jar.33.4.3629752: vertex v is actor v + 1.
Graph karate_club();
// Who joined which club when the club split (actor 9 went with Mr Hi).
Labelling karate_split();
// The partition of the highest modularity, 0.4197896 (Brandes et al. 2008, doi:10.1109/TKDE.2007.190689).
Labelling karate_optimum();

// Modularity from its definition, a sum over pairs of vertices.
double modularity_by_pairs(const Graph& graph, std::span<const std::uint32_t> community,
                           double resolution);
// CPM quality from its definition.
double cpm_by_pairs(const Graph& graph, std::span<const std::uint32_t> community,
                    double resolution);
// The best value of a quality over all partitions (for at most 9 vertices).
double best_of_all(VertexId vertices, const std::function<double(const Labelling&)>& quality);

// Whether every community is connected, the direction of edges aside.
bool all_connected(const Graph& graph, const Labelling& community);
// How much the best move of one vertex, to any community or to one of its own, raises the quality.
double best_single_move(const Labelling& community,
                        const std::function<double(const Labelling&)>& quality);

}  // namespace summitry::testing
