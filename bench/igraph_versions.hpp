// What igraph 1 calls otherwise than 0.10, so that the same sources measure either.
#pragma once

#include <igraph/igraph.h>

namespace summitry::bench::igraph {

inline igraph_vs_t all() {
  return igraph_vss_all();
}

#if IGRAPH_VERSION_MAJOR >= 1

inline auto betweenness(const igraph_t& graph, igraph_vector_t* to,
                        const igraph_vector_t* lengths) {
  return igraph_betweenness(&graph, lengths, to, all(), true, false);
}

inline auto edge_betweenness(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_edge_betweenness(&graph, nullptr, to, igraph_ess_all(IGRAPH_EDGEORDER_ID), true,
                                 false);
}

inline auto betweenness_from(const igraph_t& graph, igraph_vector_t* to, igraph_vs_t sources) {
  return igraph_betweenness_subset(&graph, nullptr, to, sources, all(), all(), true, false);
}

inline auto pagerank(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_pagerank(&graph, nullptr, to, nullptr, 0.85, true, all(),
                         IGRAPH_PAGERANK_ALGO_PRPACK, nullptr);
}

inline auto eigenvector(const igraph_t& graph, igraph_vector_t* to,
                        igraph_arpack_options_t* options) {
  return igraph_eigenvector_centrality(&graph, to, nullptr, IGRAPH_OUT, nullptr, options);
}

inline auto hits(const igraph_t& graph, igraph_vector_t* hub, igraph_vector_t* authority,
                 igraph_arpack_options_t* options) {
  double value = 0.0;  // of an undirected graph it must have a place
  return igraph_hub_and_authority_scores(&graph, hub, authority, &value, nullptr, options);
}

inline auto eccentricity(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_eccentricity(&graph, nullptr, to, all(), IGRAPH_IN);
}

inline auto mean_distance(const igraph_t& graph, double* to) {
  return igraph_average_path_length(&graph, nullptr, to, nullptr, true, true);
}

inline auto triangles(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_count_adjacent_triangles(&graph, to, all());
}

inline auto degrees(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_strength(&graph, to, all(), IGRAPH_ALL, IGRAPH_LOOPS, nullptr);
}

inline auto leiden(const igraph_t& graph, const igraph_vector_t* degrees, double resolution,
                   int iterations, igraph_vector_int_t* to) {
  return igraph_community_leiden(&graph, nullptr, degrees, nullptr, resolution, 0.01, false,
                                 iterations, to, nullptr, nullptr);
}

inline auto label_propagation(const igraph_t& graph, igraph_vector_int_t* to) {
  return igraph_community_label_propagation(&graph, to, IGRAPH_ALL, nullptr, nullptr, nullptr,
                                            IGRAPH_LPA_FAST);
}

inline auto infomap(const igraph_t& graph, igraph_vector_int_t* to) {
  double length = 0.0;  // it must have a place
  return igraph_community_infomap(&graph, nullptr, nullptr, 1, false, 0.0, to, &length);
}

#else

inline auto betweenness(const igraph_t& graph, igraph_vector_t* to,
                        const igraph_vector_t* lengths) {
  return igraph_betweenness(&graph, to, all(), true, lengths);
}

inline auto edge_betweenness(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_edge_betweenness(&graph, to, true, nullptr);
}

inline auto betweenness_from(const igraph_t& graph, igraph_vector_t* to, igraph_vs_t sources) {
  return igraph_betweenness_subset(&graph, to, all(), true, sources, all(), nullptr);
}

inline auto pagerank(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_pagerank(&graph, IGRAPH_PAGERANK_ALGO_PRPACK, to, nullptr, all(), true, 0.85,
                         nullptr, nullptr);
}

inline auto eigenvector(const igraph_t& graph, igraph_vector_t* to,
                        igraph_arpack_options_t* options) {
  return igraph_eigenvector_centrality(&graph, to, nullptr, true, true, nullptr, options);
}

inline auto hits(const igraph_t& graph, igraph_vector_t* hub, igraph_vector_t* authority,
                 igraph_arpack_options_t* options) {
  return igraph_hub_and_authority_scores(&graph, hub, authority, nullptr, true, nullptr, options);
}

inline auto eccentricity(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_eccentricity(&graph, to, all(), IGRAPH_IN);
}

inline auto mean_distance(const igraph_t& graph, double* to) {
  return igraph_average_path_length(&graph, to, nullptr, true, true);
}

inline auto triangles(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_adjacent_triangles(&graph, to, all());
}

inline auto degrees(const igraph_t& graph, igraph_vector_t* to) {
  return igraph_strength(&graph, to, all(), IGRAPH_ALL, true, nullptr);
}

inline auto leiden(const igraph_t& graph, const igraph_vector_t* degrees, double resolution,
                   int iterations, igraph_vector_int_t* to) {
  return igraph_community_leiden(&graph, nullptr, degrees, resolution, 0.01, false, iterations, to,
                                 nullptr, nullptr);
}

inline auto label_propagation(const igraph_t& graph, igraph_vector_int_t* to) {
  return igraph_community_label_propagation(&graph, to, IGRAPH_ALL, nullptr, nullptr, nullptr);
}

inline auto infomap(const igraph_t& graph, igraph_vector_int_t* to) {
  double length = 0.0;  // it must have a place
  return igraph_community_infomap(&graph, nullptr, nullptr, 1, to, &length);
}

#endif

}  // namespace summitry::bench::igraph
