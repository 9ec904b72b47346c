// The factories and slow oracles of sample_graphs.hpp, and that they are what they say.
#include "tests/algorithms/communities/sample_graphs.hpp"

#include <algorithm>
#include <numeric>
#include <queue>
#include <utility>

#include "tests/support/catch.hpp"

namespace summitry::testing {
namespace {

// How much weight runs from u to v; an undirected loop counts twice, once from each end.
std::vector<std::vector<double>> adjacency(const Graph& graph) {
  const VertexId n = graph.vertex_count();
  std::vector<std::vector<double>> matrix(n, std::vector<double>(n, 0.0));
  const auto edges = graph.edges();
  const auto weights = graph.edge_weights();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const double weight = weights.empty() ? 1.0 : weights[e];
    matrix[edges[e].source][edges[e].target] += weight;
    if (!graph.directed()) matrix[edges[e].target][edges[e].source] += weight;
  }
  return matrix;
}

void try_partitions(Labelling& labels, std::size_t filled, std::uint32_t used,
                    const std::function<double(const Labelling&)>& quality, double& best) {
  if (filled == labels.size()) {
    best = std::max(best, quality(labels));
    return;
  }
  for (std::uint32_t label = 0; label <= used; ++label) {
    labels[filled] = label;
    try_partitions(labels, filled + 1, std::max(used, label + 1), quality, best);
  }
}

}  // namespace

Graph unweighted(VertexId vertices, std::vector<Edge> edges, Direction direction) {
  return Graph({.vertices = vertices, .direction = direction, .edges = std::move(edges)});
}

Graph with_strengths(VertexId vertices, std::vector<Edge> edges, std::vector<double> weights,
                     Direction direction) {
  return Graph({.vertices = vertices,
                .direction = direction,
                .edges = std::move(edges),
                .meaning = WeightMeaning::strength,
                .weights = std::move(weights)});
}

Graph two_cliques(VertexId size) {
  std::vector<Edge> edges;
  for (VertexId u = 0; u < size; ++u) {
    for (VertexId v = u + 1; v < size; ++v) {
      edges.push_back({u, v});
      edges.push_back({size + u, size + v});
    }
  }
  edges.push_back({size - 1, size});
  return unweighted(2 * size, std::move(edges));
}

Graph ring_of_cliques(VertexId count, VertexId size) {
  std::vector<Edge> edges;
  for (VertexId c = 0; c < count; ++c) {
    const VertexId first = c * size;
    for (VertexId u = 0; u < size; ++u) {
      for (VertexId v = u + 1; v < size; ++v) edges.push_back({first + u, first + v});
    }
    edges.push_back({first + size - 1, ((c + 1) % count) * size});
  }
  return unweighted(count * size, std::move(edges));
}

Graph planted(VertexId groups, VertexId size, double inside, double between, std::uint64_t seed) {
  Random random(seed);
  std::vector<Edge> edges;
  for (VertexId u = 0; u < groups * size; ++u) {
    for (VertexId v = u + 1; v < groups * size; ++v) {
      const double chance = u / size == v / size ? inside : between;
      if (random.unit() < chance) edges.push_back({u, v});
    }
  }
  return unweighted(groups * size, std::move(edges));
}

Graph random_multigraph(Random& random, VertexId vertices, bool weighted, Direction direction) {
  const auto n = static_cast<VertexId>(1 + random.below(vertices));
  const std::size_t m = random.below(3 * std::uint64_t{n} + 1);
  std::vector<Edge> edges;
  std::vector<double> weights;
  for (std::size_t e = 0; e < m; ++e) {
    edges.push_back(
        {static_cast<VertexId>(random.below(n)), static_cast<VertexId>(random.below(n))});
    weights.push_back(0.25 * static_cast<double>(random.below(13)));
  }
  if (weighted) return with_strengths(n, std::move(edges), std::move(weights), direction);
  return unweighted(n, std::move(edges), direction);
}

Graph karate_club() {
  constexpr std::pair<VertexId, VertexId> kActors[] = {
      {2, 1},   {3, 1},   {3, 2},   {4, 1},   {4, 2},   {4, 3},   {5, 1},   {6, 1},   {7, 1},
      {7, 5},   {7, 6},   {8, 1},   {8, 2},   {8, 3},   {8, 4},   {9, 1},   {9, 3},   {10, 3},
      {11, 1},  {11, 5},  {11, 6},  {12, 1},  {13, 1},  {13, 4},  {14, 1},  {14, 2},  {14, 3},
      {14, 4},  {17, 6},  {17, 7},  {18, 1},  {18, 2},  {20, 1},  {20, 2},  {22, 1},  {22, 2},
      {26, 24}, {26, 25}, {28, 3},  {28, 24}, {28, 25}, {29, 3},  {30, 24}, {30, 27}, {31, 2},
      {31, 9},  {32, 1},  {32, 25}, {32, 26}, {32, 29}, {33, 3},  {33, 9},  {33, 15}, {33, 16},
      {33, 19}, {33, 21}, {33, 23}, {33, 24}, {33, 30}, {33, 31}, {33, 32}, {34, 9},  {34, 10},
      {34, 14}, {34, 15}, {34, 16}, {34, 19}, {34, 20}, {34, 21}, {34, 23}, {34, 24}, {34, 27},
      {34, 28}, {34, 29}, {34, 30}, {34, 31}, {34, 32}, {34, 33}};
  std::vector<Edge> edges;
  for (const auto& [a, b] : kActors) edges.push_back({a - 1, b - 1});
  return unweighted(34, std::move(edges));
}

Labelling karate_split() {
  Labelling club(34, 1);
  for (const VertexId actor : {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22}) {
    club[actor - 1] = 0;
  }
  return club;
}

Labelling karate_optimum() {
  Labelling group(34, 0);
  for (const VertexId actor : {1, 2, 3, 4, 8, 12, 13, 14, 18, 20, 22}) group[actor - 1] = 1;
  for (const VertexId actor : {24, 25, 26, 28, 29, 32}) group[actor - 1] = 2;
  for (const VertexId actor : {5, 6, 7, 11, 17}) group[actor - 1] = 3;
  return group;
}

double modularity_by_pairs(const Graph& graph, std::span<const std::uint32_t> community,
                           double resolution) {
  const auto matrix = adjacency(graph);
  const std::size_t n = matrix.size();
  std::vector<double> out(n, 0.0);
  std::vector<double> in(n, 0.0);
  double total = 0.0;
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      out[u] += matrix[u][v];
      in[v] += matrix[u][v];
      total += matrix[u][v];
    }
  }
  double sum = 0.0;
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (community[u] == community[v]) sum += matrix[u][v] - resolution * out[u] * in[v] / total;
    }
  }
  return sum / total;
}

double cpm_by_pairs(const Graph& graph, std::span<const std::uint32_t> community,
                    double resolution) {
  const auto matrix = adjacency(graph);
  double sum = 0.0;
  for (std::size_t u = 0; u < matrix.size(); ++u) {
    for (std::size_t v = 0; v < matrix.size(); ++v) {
      if (community[u] != community[v]) continue;
      sum += matrix[u][v] - (u == v ? 0.0 : resolution);
    }
  }
  return graph.directed() ? sum : 0.5 * sum;
}

double best_of_all(VertexId vertices, const std::function<double(const Labelling&)>& quality) {
  Labelling labels(vertices, 0);
  double best = quality(labels);
  try_partitions(labels, 0, 0, quality, best);
  return best;
}

bool all_connected(const Graph& graph, const Labelling& community) {
  const auto matrix = adjacency(graph);
  const std::size_t n = matrix.size();
  std::vector<bool> seen(n, false);
  std::vector<bool> started(n, false);  // by community
  for (std::size_t start = 0; start < n; ++start) {
    if (seen[start]) continue;
    if (started[community[start]]) return false;
    started[community[start]] = true;
    std::queue<std::size_t> frontier;
    frontier.push(start);
    seen[start] = true;
    while (!frontier.empty()) {
      const std::size_t v = frontier.front();
      frontier.pop();
      for (std::size_t u = 0; u < n; ++u) {
        const bool joined = matrix[u][v] + matrix[v][u] > 0.0;
        if (seen[u] || !joined || community[u] != community[v]) continue;
        seen[u] = true;
        frontier.push(u);
      }
    }
  }
  return true;
}

double best_single_move(const Labelling& community,
                        const std::function<double(const Labelling&)>& quality) {
  const double before = quality(community);
  double best = -1.0;
  Labelling moved = community;
  const std::uint32_t labels =
      community.empty() ? 0 : *std::max_element(community.begin(), community.end()) + 1;
  for (std::size_t v = 0; v < community.size(); ++v) {
    for (std::uint32_t c = 0; c <= labels; ++c) {
      if (c == community[v]) continue;
      moved[v] = c;
      best = std::max(best, quality(moved) - before);
    }
    moved[v] = community[v];
  }
  return best;
}

TEST_CASE("community samples: karate is Zachary's club and its optimum the published one",
          "[algorithms][communities]") {
  const Graph karate = karate_club();
  CHECK(karate.vertex_count() == 34);
  CHECK(karate.edge_count() == 78);
  CHECK(karate.degree(0) == 16);
  CHECK(karate.degree(33) == 17);
  CHECK(modularity_by_pairs(karate, karate_optimum(), 1.0) == Approx(0.4197896).margin(5e-8));
  CHECK(modularity_by_pairs(karate, karate_split(), 1.0) == Approx(0.3582347).margin(5e-8));
}

TEST_CASE("community samples: all partitions of four vertices are fifteen",
          "[algorithms][communities]") {
  std::size_t count = 0;
  const double best = best_of_all(4, [&](const Labelling& labels) {
    ++count;
    return static_cast<double>(*std::max_element(labels.begin(), labels.end()));
  });
  CHECK(count == 15 + 1);  // the first is looked at once more
  CHECK(best == 3.0);
}

}  // namespace summitry::testing
