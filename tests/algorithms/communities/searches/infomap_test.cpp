#include "algorithms/communities/searches/infomap.hpp"

#include <atomic>
#include <map>
#include <set>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/trust/detect.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/oracles.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

Run seeded(std::uint64_t seed) {
  Run run;
  run.seed = seed;
  return run;
}

double entropy(const std::vector<double>& shares) {
  double sum = 0.0;
  double bits = 0.0;
  for (const double share : shares) sum += share;
  for (const double share : shares) {
    if (share > 0.0) bits -= share / sum * std::log2(share / sum);
  }
  return bits;
}

std::vector<double> row_sums(const testing::Matrix& matrix) {
  std::vector<double> sums;
  for (const auto& row : matrix) {
    sums.push_back(0.0);
    for (const double value : row) sums.back() += value;
  }
  return sums;
}

// x = (1 - d) t + d (P^T x + D t), by going round often.
std::vector<double> stationary(const testing::Matrix& weight, const std::vector<double>& teleport,
                               double damping) {
  const auto leaving = row_sums(weight);
  std::vector<double> x = teleport;
  for (int round = 0; round < 3000; ++round) {
    std::vector<double> next(x.size(), 0.0);
    double jumping = 1.0 - damping;
    for (std::size_t u = 0; u < x.size(); ++u) {
      if (leaving[u] <= 0.0) jumping += damping * x[u];
      for (std::size_t v = 0; v < x.size() && leaving[u] > 0.0; ++v) {
        next[v] += damping * x[u] * weight[u][v] / leaving[u];
      }
    }
    for (std::size_t v = 0; v < x.size(); ++v) next[v] += jumping * teleport[v];
    x = next;
  }
  return x;
}

// The flow from every vertex to every other, jumps among it where they are recorded, and visits.
struct Walked {
  testing::Matrix flow;
  std::vector<double> visits;
};

Walked walked(const Graph& graph, Jumps jumps, double damping) {
  const std::size_t n = graph.vertex_count();
  Walked result{testing::adjacency(graph), std::vector<double>(n, 0.0)};
  const testing::Matrix weight = result.flow;
  const auto leaving = row_sums(weight);
  double total = 0.0;
  for (const double sum : leaving) total += sum;
  const bool plain = !graph.directed() && jumps == Jumps::unrecorded;
  std::vector<double> x(n);
  std::vector<double> teleport(n, 1.0 / static_cast<double>(n));
  for (std::size_t v = 0; v < n; ++v) {
    x[v] = leaving[v] / total;
    if (jumps == Jumps::unrecorded) teleport[v] = x[v];
  }
  if (!plain) x = stationary(weight, teleport, damping);
  const double along = jumps == Jumps::recorded ? damping : 1.0;
  double all = 0.0;
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      double& flow = result.flow[u][v];
      flow = leaving[u] > 0.0 ? along * x[u] * weight[u][v] / leaving[u] : 0.0;
      if (jumps == Jumps::recorded) {
        flow += (leaving[u] > 0.0 ? 1.0 - damping : 1.0) * x[u] * teleport[v];
      }
      all += flow;
    }
  }
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) result.visits[v] += result.flow[u][v] /= all;
  }
  return result;
}

// From the definition: entropies of the codebooks, each as often as it is used.
double by_entropies(const Graph& graph, const Labelling& labels, Jumps jumps, double damping) {
  const Walked walk = walked(graph, jumps, damping);
  std::map<std::uint32_t, std::vector<double>> codebooks;  // exit first, then visits
  std::map<std::uint32_t, double> entries;
  for (std::size_t u = 0; u < labels.size(); ++u) {
    auto& book = codebooks[labels[u]];
    if (book.empty()) book.push_back(0.0);
    book.push_back(walk.visits[u]);
    for (std::size_t v = 0; v < labels.size(); ++v) {
      if (labels[v] == labels[u]) continue;
      book[0] += walk.flow[u][v];
      entries[labels[v]] += walk.flow[u][v];
    }
  }
  std::vector<double> index;
  double entered = 0.0;
  for (const auto& [label, flow] : entries) {
    index.push_back(flow);
    entered += flow;
  }
  double length = entered > 0.0 ? entered * entropy(index) : 0.0;
  for (const auto& [label, book] : codebooks) {
    double used = 0.0;
    for (const double share : book) used += share;
    if (used > 0.0) length += used * entropy(book);
  }
  return length;
}

Labelling random_labels(Random& random, VertexId n, std::uint32_t below) {
  Labelling labels(n);
  for (std::uint32_t& label : labels) label = static_cast<std::uint32_t>(random.below(below));
  return labels;
}

bool has_weight(const Graph& graph) {
  double sum = 0.0;
  for (const double weight : graph.edge_weights()) sum += weight;
  return graph.weighted() ? sum > 0.0 : graph.edge_count() > 0;
}

TEST_CASE("map equation: two triangles and a bridge, by hand",
          "[algorithms][communities][infomap]") {
  const Graph graph = unweighted(6, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
  // Visits are degrees over 14; a module is left by 1/14 and visited by 7/14.
  const double within = 8.0 / 14.0 * entropy({1.0, 2.0, 2.0, 3.0});
  CHECK(map_equation(graph, Labelling{0, 0, 0, 1, 1, 1}) == Approx(2.0 / 14.0 + 2.0 * within));
  CHECK(map_equation(graph, Labelling{7, 7, 7, 7, 7, 7}) ==
        Approx(entropy({2.0, 2.0, 3.0, 2.0, 2.0, 3.0})));
  const Partition found = infomap(graph);
  CHECK(found.community == Labelling{0, 0, 0, 1, 1, 1});
  CHECK(*found.quality == Approx(-2.0 / 14.0 - 2.0 * within));
  CHECK(found.convergence->reached);
}

TEST_CASE("map equation: one module of equals takes the logarithm of their number",
          "[algorithms][communities][infomap]") {
  std::vector<Edge> edges;
  for (VertexId u = 0; u < 8; ++u) {
    for (VertexId v = u + 1; v < 8; ++v) edges.push_back({u, v});
  }
  const Graph complete = unweighted(8, edges);
  CHECK(infomap(complete).count == 1);
  CHECK(*infomap(complete).quality == Approx(-3.0));
  // A directed cycle is walked without a choice, but a step still names one of five vertices.
  const Graph cycle = unweighted(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}}, Direction::directed);
  CHECK(map_equation(cycle, Labelling(5, 0)) == Approx(std::log2(5.0)));
}

TEST_CASE("map equation: is the entropies of its codebooks", "[algorithms][communities][infomap]") {
  Random random(11);
  for (int trial = 0; trial < 120; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 12, trial % 3 == 0, direction);
    if (!has_weight(graph)) continue;
    const Labelling labels = random_labels(random, graph.vertex_count(), 4);
    INFO("trial " << trial << ", n " << graph.vertex_count() << ", m " << graph.edge_count());
    for (const Jumps jumps : {Jumps::unrecorded, Jumps::recorded}) {
      const double damping = trial % 5 == 0 ? 0.6 : 0.85;
      CHECK(map_equation(graph, labels, {jumps, damping}) ==
            Approx(by_entropies(graph, labels, jumps, damping)).margin(1e-9));
    }
  }
}

TEST_CASE("infomap: the best of ten runs is the shortest description of small graphs",
          "[algorithms][communities][infomap]") {
  Random random(5);
  std::size_t divided = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 7, trial % 3 == 0, direction);
    if (!has_weight(graph)) continue;
    const InfomapOptions options{trial % 4 < 2 ? Jumps::unrecorded : Jumps::recorded};
    const auto flow = communities::flow_of(graph, "test", options.jumps, options.damping, {});
    double constant = 0.0;
    for (const double visits : flow.visits) constant += communities::plogp(visits);
    const double best = testing::best_of_all(graph.vertex_count(), [&](const Labelling& labels) {
      return constant - communities::code_length(flow, labels);
    });
    double found = -1e300;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const Partition partition = infomap(graph, options, seeded(seed));
      divided += partition.count > 1 ? 1 : 0;
      found = std::max(found, *partition.quality);
    }
    INFO("trial " << trial << ", n " << graph.vertex_count() << ", m " << graph.edge_count());
    CHECK(found == Approx(best).margin(1e-9));
  }
  CHECK(divided > 100);
}

TEST_CASE("infomap: no vertex shortens the description by joining its neighbours or leaving",
          "[algorithms][communities][infomap]") {
  Random random(21);
  for (int trial = 0; trial < 60; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 24, trial % 3 == 0, direction);
    if (!has_weight(graph)) continue;
    const Partition partition = infomap(graph, {}, seeded(static_cast<std::uint64_t>(trial)));
    REQUIRE(partition.convergence->reached);
    const auto flow = communities::flow_of(graph, "test", Jumps::unrecorded, 0.85, {});
    Labelling labels = partition.community;
    const double length = communities::code_length(flow, labels);
    CHECK(*partition.quality == -map_equation(graph, labels));
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      std::set<std::uint32_t> choices{partition.count};
      for (const VertexId u : flow.neighbours(v)) choices.insert(labels[u]);
      const std::uint32_t own = labels[v];
      for (const std::uint32_t choice : choices) {
        labels[v] = choice;
        INFO("trial " << trial << ", vertex " << v << " to " << choice);
        CHECK(communities::code_length(flow, labels) > length - 1e-9);
      }
      labels[v] = own;
    }
  }
}

TEST_CASE(
    "map equation: groups described as vertices take as many bits, what joins them is added up",
    "[algorithms][communities][infomap]") {
  Random random(31);
  for (int trial = 0; trial < 80; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 20, trial % 3 == 0, direction);
    if (!has_weight(graph)) continue;
    const Jumps jumps = trial % 4 < 2 ? Jumps::unrecorded : Jumps::recorded;
    const auto flow = communities::flow_of(graph, "test", jumps, 0.85, {});
    Labelling group = random_labels(random, graph.vertex_count(), 6);
    const std::uint32_t count = communities::renumber(group, 6);
    const auto condensed = communities::condense(flow, group, count);
    REQUIRE(condensed.size() == count);
    std::map<std::pair<VertexId, VertexId>, double> between;
    for (VertexId v = 0; v < flow.size(); ++v) {
      for (std::size_t k = 0; k < flow.neighbours(v).size(); ++k) {
        const VertexId u = flow.neighbours(v)[k];
        if (group[u] != group[v]) between[{group[v], group[u]}] += flow.leaving(v)[k];
      }
    }
    std::set<std::pair<VertexId, VertexId>> told;
    for (VertexId g = 0; g < count; ++g) {
      for (std::size_t k = 0; k < condensed.neighbours(g).size(); ++k) {
        const VertexId h = condensed.neighbours(g)[k];
        CHECK(told.insert({g, h}).second);
        CHECK(condensed.leaving(g)[k] == Approx(between[{g, h}]).margin(1e-15));
        CHECK(condensed.arriving(g)[k] == Approx(between[{h, g}]).margin(1e-15));
      }
    }
    for (const auto& [pair, amount] : between) {
      if (amount > 0.0) CHECK(told.contains(pair));
    }
    const Labelling above = random_labels(random, count, 3);
    Labelling below(group.size());
    for (std::size_t v = 0; v < below.size(); ++v) below[v] = above[group[v]];
    CHECK(communities::code_length(condensed, above) ==
          Approx(communities::code_length(flow, below)).margin(1e-12));
  }
}

TEST_CASE("infomap: cliques on a ring are found where modularity joins them",
          "[algorithms][communities][infomap]") {
  const Partition partition = infomap(testing::ring_of_cliques(30, 5));
  REQUIRE(partition.count == 30);
  for (VertexId v = 0; v < 150; ++v) CHECK(partition.community[v] == v / 5);
}

TEST_CASE("infomap: planted groups are found and a random graph is one module",
          "[algorithms][communities][infomap]") {
  Labelling groups(150);
  for (VertexId v = 0; v < 150; ++v) groups[v] = v / 25;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Graph graph = testing::planted(6, 25, 0.4, 0.02, seed);
    const Partition found = infomap(graph, {}, seeded(seed));
    CHECK(adjusted_rand_index(found.community, groups) > 0.98);
    CHECK(*found.quality >= -map_equation(graph, groups) - 1e-9);
    CHECK(infomap(testing::planted(1, 60, 0.3, 0.0, seed)).count == 1);
  }
}

TEST_CASE("infomap: the walk's direction makes modules where edges alone do not",
          "[algorithms][communities][infomap]") {
  // Two directed cycles of four; the edges between them are as many as those within.
  std::vector<Edge> edges;
  for (VertexId v = 0; v < 4; ++v) {
    for (int times = 0; times < 4; ++times) {
      edges.push_back({v, (v + 1) % 4});
      edges.push_back({4 + v, 4 + (v + 1) % 4});
    }
  }
  edges.push_back({0, 4});
  edges.push_back({4, 0});
  const Partition found = infomap(unweighted(8, edges, Direction::directed));
  CHECK(found.community == Labelling{0, 0, 0, 0, 1, 1, 1, 1});
}

TEST_CASE("infomap: the order of the input and a scale of the weights change nothing",
          "[algorithms][communities][infomap]") {
  Random random(3);
  for (int trial = 0; trial < 30; ++trial) {
    std::vector<Edge> edges;
    std::vector<double> weights;
    for (int e = 0; e < 90; ++e) {
      edges.push_back(
          {static_cast<VertexId>(random.below(20)), static_cast<VertexId>(random.below(20))});
      weights.push_back(random.unit());
    }
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Partition found = infomap(with_strengths(20, edges, weights, direction));
    const Partition turned = infomap(with_strengths(20, {edges.rbegin(), edges.rend()},
                                                    {weights.rbegin(), weights.rend()}, direction));
    CHECK(turned.community == found.community);
    CHECK(turned.quality == found.quality);
    for (double& weight : weights) weight *= 1024.0;
    CHECK(infomap(with_strengths(20, edges, weights, direction)).community == found.community);
  }
}

TEST_CASE("infomap: one, two or four threads give the same bytes",
          "[algorithms][communities][infomap][parallel]") {
  const Graph graph = testing::planted(5, 30, 0.2, 0.06, 11);
  std::vector<NamedPartition> found;
  for (const int threads : {1, 2, 4}) {
    Run run = seeded(5);
    run.threads = threads;
    found.push_back(detect_communities(graph, {.method = "infomap", .runs = 6}, run));
  }
  for (const NamedPartition& other : found) {
    CHECK(other.partition.community == found[0].partition.community);
    CHECK(other.partition.quality == found[0].partition.quality);
    CHECK(other.stability->mean_agreement == found[0].stability->mean_agreement);
    CHECK(other.quality_name == "map-equation");
  }
}

TEST_CASE("infomap: nobody, one, isolates, loops and no weight at all",
          "[algorithms][communities][infomap]") {
  CHECK(infomap(Graph()).count == 0);
  CHECK(*infomap(Graph()).quality == 0.0);
  CHECK(infomap(unweighted(1, {})).community == Labelling{0});
  CHECK(infomap(unweighted(1, {{0, 0}})).community == Labelling{0});
  CHECK(infomap(unweighted(4, {})).count == 4);
  CHECK(infomap(with_strengths(3, {{0, 1}, {1, 2}}, {0.0, 0.0})).count == 3);
  CHECK(infomap(unweighted(4, {{0, 1}})).community == Labelling{0, 0, 1, 2});
  CHECK(infomap(unweighted(4, {{0, 1}, {2, 3}})).community == Labelling{0, 0, 1, 1});
  CHECK(infomap(unweighted(2, {{0, 1}}, Direction::directed)).count >= 1);
  for (const Jumps jumps : {Jumps::unrecorded, Jumps::recorded}) {
    const Graph loops = unweighted(3, {{0, 0}, {1, 1}, {0, 1}}, Direction::directed);
    CHECK(std::isfinite(*infomap(loops, {.jumps = jumps}).quality));
    CHECK(std::isfinite(*infomap(loops, {.jumps = jumps, .damping = 0.0}).quality));
  }
}

TEST_CASE("infomap: of descriptions that are as short the one with whole parts is taken",
          "[algorithms][communities][infomap]") {
  const Graph arcs = unweighted(6, {{0, 1}, {2, 3}, {4, 5}}, Direction::directed);
  CHECK(infomap(arcs).community == Labelling{0, 0, 1, 1, 2, 2});
  std::vector<Edge> rays;
  for (VertexId v = 1; v < 31; ++v) rays.push_back({v, 0});
  CHECK(infomap(unweighted(31, rays, Direction::directed)).count == 1);
  CHECK(infomap(unweighted(31, rays)).count == 1);
}

TEST_CASE("infomap: refuses options outside their range and weights that are no strengths",
          "[algorithms][communities][infomap]") {
  const Graph graph = testing::two_cliques(3);
  CHECK_THROWS_WITH(infomap(graph, {.damping = 1.0}), "infomap: damping must be in [0, 1), got 1");
  CHECK_THROWS_AS(infomap(graph, {.damping = -0.1}), InvalidOption);
  CHECK_THROWS_AS(infomap(graph, {.damping = std::nan("")}), InvalidOption);
  CHECK_THROWS_AS(infomap(graph, {.max_iterations = 0}), InvalidOption);
  CHECK_THROWS_AS(infomap(with_strengths(2, {{0, 1}}, {-2.0})), InvalidWeight);
  CHECK_THROWS_AS(map_equation(graph, Labelling{0, 1}), InvalidOption);
  CHECK_THROWS_AS(map_equation(graph, Labelling(6, 0), {.damping = 2.0}), InvalidOption);
  const DetectOptions bad{.method = "infomap", .parameters = {{"jumps", "often"}}};
  CHECK_THROWS_AS(detect_communities(graph, bad), InvalidOption);
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(infomap(graph, {}, cancelled), Cancelled);
}

TEST_CASE("infomap: karate as Infomap itself describes it", "[algorithms][communities][infomap]") {
  // mapequation.org's Infomap 2: 4.31179 bits in 3 modules undirected; with edges directed from the
  // smaller number to the larger, 2.75309 (unrecorded jumps to edges). Best of ten seeds each.
  const Graph karate = testing::karate_club();
  double undirected = -1e300;
  double directed = -1e300;
  const Graph arcs = unweighted(34, karate.edges(), Direction::directed);
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    undirected = std::max(undirected, *infomap(karate, {}, seeded(seed)).quality);
    directed = std::max(directed, *infomap(arcs, {}, seeded(seed)).quality);
  }
  CHECK(undirected == Approx(-4.31179).margin(5e-6));
  CHECK(directed > -2.75309 - 2e-5);
}

TEST_CASE("infomap: the quality of a consensus is told as well",
          "[algorithms][communities][infomap]") {
  const Graph graph = testing::planted(4, 10, 0.5, 0.15, 2);
  const auto found =
      detect_communities(graph, {.method = "infomap", .runs = 5, .keep = Keep::consensus});
  REQUIRE(found.kept == "consensus");
  REQUIRE(found.partition.quality.has_value());
  CHECK(*found.partition.quality == -map_equation(graph, found.partition.community));
}

}  // namespace
}  // namespace summitry
