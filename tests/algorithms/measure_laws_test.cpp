// What the definitions of the spectral, flow, distance and cohesion measures promise on any graph: under
// other names, with an isolate more, with other units of weight, and added up.
#include <rapidcheck.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/structure/components.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

constexpr const char* kNamed[] = {"bonacich-power",
                                  "communicability",
                                  "subgraph-centrality",
                                  "current-flow-closeness",
                                  "laplacian",
                                  "spanning-edge",
                                  "onion",
                                  "truss",
                                  "eccentricity",
                                  "average-distance",
                                  "opsahl-degree",
                                  "eigenvector"};

Values of(const Graph& graph, std::string_view name, const Parameters& given = {},
          const Run& run = {}) {
  return compute(measure(name), graph, given, run).scores.values;
}

// Any small graph, with weights of the kind that the measure reads as often as without.
Graph any_graph_for(const Measure& one, Direction direction) {
  const auto n = *rc::gen::inRange<VertexId>(1, 14);
  const auto m = *rc::gen::inRange<std::size_t>(0, 30);
  const bool weighted = *rc::gen::arbitrary<bool>();
  const WeightMeaning meaning = !weighted                            ? WeightMeaning::none
                                : one.weights == WeightUse::distance ? WeightMeaning::distance
                                                                     : WeightMeaning::strength;
  return random_graph({n, m, direction, meaning}, *rc::gen::arbitrary<std::uint32_t>());
}

// Values with what they are of: a vertex, or the ends of an edge; in an order of their own.
using Placed = std::vector<std::pair<std::pair<VertexId, VertexId>, double>>;

Placed placed(const Graph& graph, const Measure& one, const Values& values,
              const std::vector<VertexId>& permutation) {
  Placed list;
  const std::vector<Edge> edges = graph.edges();
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::pair<VertexId, VertexId> at;
    if (one.over == Over::vertices) {
      at = {permutation[i], 0};
    } else {
      at = {permutation[edges[i].source], permutation[edges[i].target]};
      if (!graph.directed() && at.first > at.second) std::swap(at.first, at.second);
    }
    list.emplace_back(at, std::isnan(values[i]) ? -1.0 : values[i]);
  }
  std::sort(list.begin(), list.end());
  return list;
}

std::vector<VertexId> identity(VertexId n) {
  std::vector<VertexId> list(n);
  std::iota(list.begin(), list.end(), 0U);
  return list;
}

Graph with_isolate(const Graph& graph) {
  GraphParts parts;
  parts.vertices = graph.vertex_count() + 1;
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  parts.meaning = graph.weight_meaning();
  parts.edges = graph.edges();
  parts.weights = graph.edge_weights();
  return Graph(std::move(parts));
}

Values times(Values values, double factor) {
  for (double& value : values) value *= factor;
  return values;
}

double sum(const Values& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

// For undirected and directed graphs alike.
void on_any_graph(const char* name, const std::function<void(const Graph&)>& law) {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    INFO(name);
    CHECK(rc::check([&] { law(any_graph_for(measure(name), direction)); }));
  }
}

// All missing ones alike.
std::vector<std::uint64_t> bytes(const Values& values) {
  std::vector<std::uint64_t> list;
  for (const double value : values) {
    list.push_back(std::isnan(value) ? 1 : std::bit_cast<std::uint64_t>(value));
  }
  return list;
}

// Values with a unit: what multiplying all weights by c does to them.
double factor_of(std::string_view name, double c) {
  if (name == "laplacian") return c * c;
  if (name == "current-flow-closeness" || name == "eccentricity" || name == "average-distance") {
    return c;
  }
  return name == "opsahl-degree" ? std::sqrt(c) : 1.0;  // alpha 0.5
}

}  // namespace

TEST_CASE("laws: new names for the vertices, the same values", "[algorithms][laws]") {
  for (const char* name : kNamed) {
    const Measure& one = measure(name);
    on_any_graph(name, [&](const Graph& graph) {
      const VertexId n = graph.vertex_count();
      const auto permutation = random_permutation(n, *rc::gen::arbitrary<std::uint32_t>());
      const Graph renamed = relabelled(graph, permutation);
      const Placed before = placed(graph, one, of(graph, name), permutation);
      const Placed after = placed(renamed, one, of(renamed, name), identity(n));
      RC_ASSERT(before.size() == after.size());
      for (std::size_t i = 0; i < before.size(); ++i) {
        RC_ASSERT(before[i].first == after[i].first);
        RC_ASSERT(difference({after[i].second}, {before[i].second}) == "");
      }
    });
  }
}

TEST_CASE("laws: an isolate more changes nobody else", "[algorithms][laws]") {
  for (const char* name : kNamed) {
    if (std::string_view(name) == "onion") continue;  // where it is the outermost layer
    const Measure& one = measure(name);
    on_any_graph(name, [&](const Graph& graph) {
      if (std::string_view(name) == "eigenvector") {
        RC_PRE(graph.edge_count() > 0);  // else all are isolates and share its length
      }
      const Values before = of(graph, name);
      Values after = of(with_isolate(graph), name);
      if (one.over == Over::vertices) after.pop_back();
      const double n = graph.vertex_count();
      // The squares of Bonacich's power add up to the number of vertices.
      const bool power = std::string_view(name) == "bonacich-power";
      RC_ASSERT(difference(after, times(before, power ? std::sqrt((n + 1.0) / n) : 1.0)) == "");
    });
  }
}

TEST_CASE("laws: an isolate more is the first layer of an onion", "[algorithms][laws]") {
  on_any_graph("onion", [](const Graph& graph) {
    const Matrix joined = simple_adjacency(graph);
    const bool any = std::any_of(joined.begin(), joined.end(),
                                 [](const Values& row) { return sum(row) == 0.0; });
    const Values before = of(graph, "onion");
    const Values after = of(with_isolate(graph), "onion");
    RC_ASSERT(after.back() == 1.0);
    for (std::size_t v = 0; v < before.size(); ++v) {
      RC_ASSERT(after[v] == before[v] + (any ? 0.0 : 1.0));
    }
  });
}

TEST_CASE("laws: another unit of weight, another unit of the values or none",
          "[algorithms][laws]") {
  for (const char* name : kNamed) {
    const std::string_view which = name;
    if (which == "communicability" || which == "subgraph-centrality" || which == "bonacich-power") {
      continue;  // below
    }
    on_any_graph(name, [&](const Graph& graph) {
      RC_PRE(graph.weighted());
      const Values found = of(scaled(graph, 4.0), name);
      RC_ASSERT(difference(found, times(of(graph, name), factor_of(name, 4.0))) == "");
    });
  }
}

TEST_CASE("laws: for walks, weights times four are a beta times four", "[algorithms][laws]") {
  for (const char* name : {"communicability", "subgraph-centrality", "bonacich-power"}) {
    on_any_graph(name, [&](const Graph& graph) {
      RC_PRE(graph.weighted());
      // Far below one over any eigenvalue that so few edges can have.
      RC_ASSERT(difference(of(scaled(graph, 4.0), name, {{"beta", "0.0025"}}),
                           of(graph, name, {{"beta", "0.01"}})) == "");
    });
  }
}

TEST_CASE("laws: a spanning tree of every component has n edges but one for each",
          "[algorithms][laws]") {
  on_any_graph("spanning-edge", [](const Graph& graph) {
    const double parts = components(graph).count;
    const Values values = of(graph, "spanning-edge");
    RC_ASSERT(difference({sum(values)}, {graph.vertex_count() - parts}) == "");
    for (const double value : values) RC_ASSERT(value >= 0.0 && value <= 1.0);
  });
}

TEST_CASE("laws: subgraph centralities add up to the exponentials of the eigenvalues",
          "[algorithms][laws]") {
  on_any_graph("subgraph-centrality", [](const Graph& graph) {
    const Matrix rows = adjacency(graph);
    const auto n = static_cast<Eigen::Index>(rows.size());
    Eigen::MatrixXd matrix(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < n; ++j) {
        matrix(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
      }
    }
    const Eigen::EigenSolver<Eigen::MatrixXd> solver(matrix, false);
    double expected = 0.0;
    for (Eigen::Index i = 0; i < n; ++i) expected += std::exp(solver.eigenvalues()[i]).real();
    // A solver for matrices that need not be symmetric, or even have n vectors.
    RC_ASSERT(difference({sum(of(graph, "subgraph-centrality"))}, {expected}, 1e-6) == "");
  });
}

TEST_CASE("laws: who communicates with all communicates with itself", "[algorithms][laws]") {
  on_any_graph("communicability", [](const Graph& graph) {
    const Values all = of(graph, "communicability");
    const Values self = of(graph, "subgraph-centrality");
    for (std::size_t v = 0; v < all.size(); ++v) {
      RC_ASSERT(self[v] >= 1.0 - 1e-12);
      RC_ASSERT(all[v] >= self[v] * (1.0 - 1e-12));
    }
  });
}

TEST_CASE("laws: Bonacich's powers have squares that add up to n", "[algorithms][laws]") {
  on_any_graph("bonacich-power", [](const Graph& graph) {
    const Values values = of(graph, "bonacich-power");
    const double squares = std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
    const double expected = sum(values) == 0.0 ? 0.0 : graph.vertex_count();
    RC_ASSERT(difference({squares}, {expected}) == "");
  });
}

TEST_CASE("laws: what all would take of the Laplacian energy, from the strengths alone",
          "[algorithms][laws]") {
  on_any_graph("laplacian", [](const Graph& graph) {
    // Each strength's square: once its own vertex's, twice among the neighbours'.
    double expected = 0.0;
    for (const Values& row : joined(graph)) {
      expected += 3.0 * sum(row) * sum(row);
      for (const double weight : row) expected += weight * weight;
    }
    RC_ASSERT(difference({sum(of(graph, "laplacian"))}, {expected}) == "");
  });
}

TEST_CASE("laws: nobody is farther on average than at most", "[algorithms][laws]") {
  on_any_graph("eccentricity", [](const Graph& graph) {
    const Values mean = of(graph, "average-distance");
    const Values most = of(graph, "eccentricity");
    for (std::size_t v = 0; v < mean.size(); ++v) {
      RC_ASSERT(std::isnan(mean[v]) == (most[v] == 0.0));
      if (!std::isnan(mean[v])) RC_ASSERT(mean[v] <= most[v] * (1.0 + 1e-12));
    }
  });
}

TEST_CASE("laws: onions have layers without gaps, and the inner core is inside",
          "[algorithms][laws]") {
  on_any_graph("onion", [](const Graph& graph) {
    const Values layer = of(graph, "onion");
    const Values core = of(graph, "core");
    const std::set<double> seen(layer.begin(), layer.end());
    RC_ASSERT(*seen.begin() == 1.0);
    RC_ASSERT(*seen.rbegin() == static_cast<double>(seen.size()));
    for (std::size_t u = 0; u < layer.size(); ++u) {
      for (std::size_t v = 0; v < layer.size(); ++v) {
        RC_ASSERT(!(core[u] < core[v]) || layer[u] < layer[v]);
      }
    }
  });
}

TEST_CASE("laws: a truss holds every edge by triangles of its own", "[algorithms][laws]") {
  on_any_graph("truss", [](const Graph& graph) {
    const Values truss = of(graph, "truss");
    const std::vector<Edge> edges = graph.edges();
    std::map<std::pair<VertexId, VertexId>, double> at;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      const auto [low, high] = std::minmax(edges[e].source, edges[e].target);
      if (low != high) at[{low, high}] = truss[e];
    }
    for (const auto& [ends, k] : at) {
      int triangles = 0;
      for (VertexId w = 0; w < graph.vertex_count(); ++w) {
        const auto one = at.find(std::minmax(ends.first, w));
        const auto other = at.find(std::minmax(ends.second, w));
        if (one == at.end() || other == at.end()) continue;
        triangles += one->second >= k && other->second >= k ? 1 : 0;
      }
      RC_ASSERT(triangles >= k - 2.0);
    }
  });
}

TEST_CASE("laws: one, two and four threads give the same bytes", "[algorithms][laws][parallel]") {
  // Those that share out searches or rows and have no test of this of their own; large enough that there
  // is more than one share.
  const Graph graphs[] = {
      random_graph({700, 1400, Direction::undirected}, 77),
      random_graph({700, 1400, Direction::directed}, 77),
      random_graph({300, 900, Direction::directed, WeightMeaning::distance}, 78)};
  for (const char* name : {"closeness", "harmonic", "eccentricity", "average-distance",
                           "constraint", "effective-size"}) {
    for (const Graph& graph : graphs) {
      INFO(name);
      if (!reads_weights_of(measure(name), graph)) continue;
      int shares = 0;
      Run run;
      run.threads = 1;
      run.progress = [&shares](std::string_view, double share) { shares += share < 1.0 ? 1 : 0; };
      const auto one = bytes(of(graph, name, {}, run));
      CHECK(shares > 0);
      run.progress = nullptr;
      for (const int threads : {2, 4}) {
        run.threads = threads;
        CHECK(bytes(of(graph, name, {}, run)) == one);
      }
    }
  }
}

}  // namespace summitry::testing
