// Betweenness from drawn paths: each path as likely as the next, and no error above what is promised.
#include "algorithms/centrality/sampled/approximate_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/centrality/sampled/kadabra.hpp"
#include "algorithms/centrality/sampled/path_sampler.hpp"
#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

ApproximationOptions drawn_within(double error, double confidence) {
  return {.error = error, .confidence = confidence, .scale = Scale::normalized, .exact_up_to = 0.0};
}

double largest_error(const Values& a, const Values& b) {
  double most = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

// The chance of `most` failures or fewer in `runs` independent ones of which each fails with `chance`.
double chance_of_at_most(int most, int runs, double chance) {
  double total = 0.0;
  for (int k = 0; k <= most; ++k) {
    total += std::exp(std::lgamma(runs + 1.0) - std::lgamma(k + 1.0) - std::lgamma(runs - k + 1.0) +
                      k * std::log(chance) + (runs - k) * std::log1p(-chance));
  }
  return total;
}

// What many runs with a seed each came to.
struct Trials {
  int runs = 0;
  int failed = 0;        // some value of the run lay farther off than was said
  double largest = 0.0;  // error of all

  // Whether so few failures prove that a run fails less often than with this chance: if it did not, one
  // would see them once in a thousand such tests.
  [[nodiscard]] bool fails_less_than(double chance) const {
    return chance_of_at_most(failed, runs, chance) < 1e-3;
  }
};

Trials trials(const Graph& graph, const ApproximationOptions& options, int runs) {
  const Values exact = betweenness(graph, {Scale::normalized}).values;
  Trials found;
  for (found.runs = 0; found.runs < runs; ++found.runs) {
    Run run;
    run.threads = 1;
    run.seed = 1000 + static_cast<std::uint64_t>(found.runs);
    const Approximation result = approximate_betweenness(graph, options, run);
    const double error = largest_error(result.scores.values, exact);
    found.failed += error > options.error ? 1 : 0;
    found.largest = std::max(found.largest, error);
  }
  return found;
}

// The same of the bounds of every value, and of the leaders that they part from the others.
struct TopTrials {
  Trials bounds;
  Trials leaders;
};

TopTrials top_trials(const Graph& graph, const Precision& precision, int runs) {
  const double n = graph.vertex_count();
  Values exact = betweenness(graph).values;
  for (double& value : exact) value *= (graph.directed() ? 1.0 : 2.0) / (n * (n - 1.0));
  Values falling = exact;
  std::sort(falling.begin(), falling.end(), std::greater<>());
  TopTrials found;
  for (int i = 0; i < runs; ++i) {
    Run run;
    run.threads = 1;
    run.seed = 1 + static_cast<std::uint64_t>(i);
    const Shares shares = sampled_shares(graph, precision, run);
    bool outside = false;
    for (std::size_t v = 0; v < exact.size(); ++v) {
      outside = outside || exact[v] < shares.lower[v] - 1e-12 || exact[v] > shares.upper[v] + 1e-12;
    }
    ++found.bounds.runs;
    found.bounds.failed += outside ? 1 : 0;
    if (!parted(shares, precision.first)) continue;
    Values named = shares.value;
    std::vector<std::size_t> order(named.size());
    for (std::size_t v = 0; v < order.size(); ++v) order[v] = v;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return named[a] > named[b]; });
    bool wrong = false;
    for (std::size_t k = 0; k < precision.first; ++k) {
      wrong = wrong || exact[order[k]] < falling[precision.first - 1] - 1e-12;
    }
    ++found.leaders.runs;
    found.leaders.failed += wrong ? 1 : 0;
  }
  return found;
}

// Shares of many drawn paths against betweenness, in standard deviations.
double largest_deviation(const Graph& graph, std::uint64_t seed) {
  constexpr int kDraws = 20'000;
  const double n = graph.vertex_count();
  const Values exact = betweenness(graph).values;
  Values hits(exact.size(), 0.0);
  PathSampler sampler(graph);
  Random random(seed);
  for (int i = 0; i < kDraws; ++i) {
    for (const VertexId v : sampler.draw(random)) hits[v] += 1.0;
  }
  double most = 0.0;
  for (std::size_t v = 0; v < exact.size(); ++v) {
    const double p = exact[v] / (n * (n - 1.0)) * (graph.directed() ? 1.0 : 2.0);
    const double deviation = std::sqrt(kDraws * std::max(p * (1.0 - p), 1.0 / kDraws));
    most = std::max(most, std::abs(hits[v] - kDraws * p) / deviation);
  }
  return most;
}

}  // namespace

//   0 = 1      0 and 1 are joined twice
//   |   |
//   2 - 3
TEST_CASE("drawn paths: every shortest path is as likely as the next, parallel edges too",
          "[algorithms][approximate-betweenness]") {
  const Graph graph = undirected(4, {{0, 1}, {0, 1}, {1, 3}, {0, 2}, {2, 3}});
  PathSampler sampler(graph);
  Random random(1);
  std::map<std::vector<VertexId>, int> seen;
  for (int i = 0; i < 240'000; ++i) {
    const auto inside = sampler.draw(random);
    ++seen[{inside.begin(), inside.end()}];
  }
  // A sixth of the pairs is {0, 3}, of which two thirds go over 1; {1, 2} goes over 0 twice, over 3
  // once.
  CHECK(seen[{1}] == Approx(240'000.0 / 6 * 2 / 3).epsilon(0.03));
  CHECK(seen[{2}] == Approx(240'000.0 / 6 * 1 / 3).epsilon(0.03));
  CHECK(seen[{0}] == Approx(240'000.0 / 6 * 2 / 3).epsilon(0.03));
  CHECK(seen[{3}] == Approx(240'000.0 / 6 * 1 / 3).epsilon(0.03));
  CHECK(seen[{}] == Approx(240'000.0 * 4 / 6).epsilon(0.01));
  CHECK(seen.size() == 5);
}

TEST_CASE("drawn paths: lead through vertices as often as their betweenness says",
          "[algorithms][approximate-betweenness]") {
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const auto meaning = seed % 4 < 2 ? WeightMeaning::none : WeightMeaning::distance;
    const Graph graph = random_graph({14, 14 + seed, direction, meaning}, seed);
    INFO(drawn(graph));
    CHECK(largest_deviation(graph, seed) < 5.0);  // one of 336 values: a chance of 2e-4
  }
}

TEST_CASE("approximate betweenness: fails less often than promised, over many seeds",
          "[algorithms][approximate-betweenness]") {
  struct Case {
    const char* name;
    Graph graph;
    double error;
    double confidence;
    int runs;
  };
  const Graph scattered = random_graph({40, 60, Direction::directed}, 3);
  const Graph lengths = random_graph({20, 40, Direction::undirected, WeightMeaning::distance}, 5);
  const std::vector<Case> cases = {{"karate", karate(), 0.05, 0.9, 150},
                                   {"families", florentine(), 0.1, 0.8, 150},
                                   {"star", star(9), 0.05, 0.9, 150},
                                   {"path", path(12), 0.08, 0.9, 150},
                                   {"cliques", two_cliques_and_bridge(6), 0.05, 0.9, 150},
                                   {"directed", scattered, 0.05, 0.9, 100},
                                   {"distances", lengths, 0.1, 0.9, 100}};
  for (const auto& [name, graph, error, confidence, runs] : cases) {
    const Trials found = trials(graph, drawn_within(error, confidence), runs);
    INFO(name << ": " << found.failed << " of " << runs << ", largest error " << found.largest);
    CHECK(found.fails_less_than(1.0 - confidence));
    // The promise is not kept by drawing without end.
    CHECK(found.largest > error / 8.0);
  }
}

TEST_CASE("approximate betweenness: bounds hold, and who is named as a leader is one",
          "[algorithms][approximate-betweenness]") {
  // A middle that everybody goes through, and some ways around it.
  std::vector<Edge> edges = random_graph({20, 20, Direction::directed}, 9).edges();
  for (VertexId v = 1; v < 16; ++v) edges.insert(edges.end(), {{0, v}, {v, 0}});
  const std::vector<std::pair<Graph, std::size_t>> cases = {
      {karate(), 1}, {karate(), 2},           {florentine(), 1}, {two_cliques_and_bridge(6), 2},
      {star(9), 1},  {directed(20, edges), 1}};
  for (const auto& [graph, first] : cases) {
    const TopTrials found = top_trials(graph, {.error = 0.01, .risk = 0.1, .first = first}, 90);
    INFO(drawn(graph) << ", " << first << ": " << found.bounds.failed << " outside, "
                      << found.leaders.failed << " of " << found.leaders.runs << " wrong");
    CHECK(found.bounds.fails_less_than(0.1));
    CHECK(found.leaders.runs > 80);  // else nobody is parted, and nothing shown
    CHECK(found.leaders.fails_less_than(0.11));
  }
}

TEST_CASE("approximate betweenness: the count of failures would show a broken promise",
          "[algorithms][approximate-betweenness]") {
  // As many failures as promised, or half as many, prove nothing; hardly any do.
  CHECK_FALSE(Trials{150, 15, 0.0}.fails_less_than(0.1));
  CHECK_FALSE(Trials{150, 8, 0.0}.fails_less_than(0.1));
  CHECK(Trials{150, 2, 0.0}.fails_less_than(0.1));
  CHECK(chance_of_at_most(1, 2, 0.5) == Approx(0.75));
  // Bounds for another error than the one that is checked: found out.
  ApproximationOptions loose = drawn_within(0.3, 0.9);
  const Values exact = betweenness(karate(), {Scale::normalized}).values;
  Trials found{60, 0, 0.0};
  for (int seed = 0; seed < found.runs; ++seed) {
    Run run;
    run.seed = static_cast<std::uint64_t>(seed);
    const Values values = approximate_betweenness(karate(), loose, run).scores.values;
    found.failed += largest_error(values, exact) > 0.02 ? 1 : 0;
  }
  CHECK_FALSE(found.fails_less_than(0.1));
}

TEST_CASE("approximate betweenness: says what it drew, and small graphs are exact",
          "[algorithms][approximate-betweenness]") {
  const Approximation exact = approximate_betweenness(karate());
  CHECK(exact.scores.values == betweenness(karate()).values);
  CHECK(exact.guarantee.samples == 0);
  CHECK(exact.guarantee.error == 0.0);
  const Approximation rough = approximate_betweenness(karate(), drawn_within(0.1, 0.9));
  const Approximation fine = approximate_betweenness(karate(), drawn_within(0.03, 0.9));
  CHECK(rough.guarantee.error == 0.1);
  CHECK(rough.guarantee.confidence == 0.9);
  CHECK(rough.guarantee.reached);
  CHECK(rough.guarantee.samples > 0);
  CHECK(rough.guarantee.samples < fine.guarantee.samples);
}

TEST_CASE("approximate betweenness: raw figures are on the scale of betweenness",
          "[algorithms][approximate-betweenness]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    const Graph graph = random_graph({30, 60, direction}, 8);
    ApproximationOptions options = drawn_within(0.02, 0.99);
    options.scale = Scale::raw;
    const double pairs = 29.0 * 28.0 / (direction == Direction::directed ? 1.0 : 2.0);
    CHECK(largest_error(approximate_betweenness(graph, options).scores.values,
                        betweenness(graph).values) <= 0.02 * pairs);
  }
}

TEST_CASE("approximate betweenness: one, two and four threads give the same bytes",
          "[algorithms][approximate-betweenness][parallel]") {
  const Graph graph = random_graph({200, 500}, 2);
  const auto on_threads = [&graph](int threads, std::uint64_t seed) {
    Run run;
    run.threads = threads;
    run.seed = seed;
    return approximate_betweenness(graph, drawn_within(0.05, 0.9), run);
  };
  const Approximation one = on_threads(1, 1);
  CHECK(on_threads(2, 1).scores.values == one.scores.values);
  CHECK(on_threads(4, 1).scores.values == one.scores.values);
  CHECK(on_threads(4, 1).guarantee.samples == one.guarantee.samples);
  CHECK(on_threads(1, 2).scores.values != one.scores.values);
}

TEST_CASE("kadabra: bounds the longest shortest path", "[algorithms][approximate-betweenness]") {
  CHECK(longest_path_bound(path(9)) >= 9);
  CHECK(longest_path_bound(star(5)) == 3);
  CHECK(longest_path_bound(directed(4, {{0, 1}, {1, 2}, {2, 3}})) == 4);
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto direction = seed % 2 == 0 ? Direction::undirected : Direction::directed;
    const Graph graph = random_graph({20, 10 + seed, direction}, seed);
    double longest = 0.0;
    for (const Values& row : all_pairs(graph).length) {
      for (const double length : row) {
        if (std::isfinite(length)) longest = std::max(longest, length);
      }
    }
    INFO(drawn(graph));
    CHECK(static_cast<double>(longest_path_bound(graph)) >= longest + 1.0);
  }
}

TEST_CASE("approximate betweenness: nobody, pairs, and options outside their range",
          "[algorithms][approximate-betweenness]") {
  CHECK(approximate_betweenness(Graph(), drawn_within(0.1, 0.9)).scores.values.empty());
  CHECK(approximate_betweenness(path(2), drawn_within(0.1, 0.9)).scores.values == Values{0, 0});
  CHECK(approximate_betweenness(undirected(5, {}), drawn_within(0.1, 0.9)).scores.values ==
        Values(5, 0.0));
  for (const double wrong : {0.0, 1.0, -0.1, std::nan("")}) {
    CHECK_THROWS_AS(approximate_betweenness(path(3), drawn_within(wrong, 0.9)), InvalidOption);
    CHECK_THROWS_AS(approximate_betweenness(path(3), drawn_within(0.1, wrong)), InvalidOption);
  }
  ApproximationOptions negative;
  negative.exact_up_to = -1.0;
  CHECK_THROWS_AS(approximate_betweenness(path(3), negative), InvalidOption);
  const Graph near = weighted(2, Direction::undirected, WeightMeaning::strength, {{0, 1}}, {1});
  CHECK_THROWS_AS(approximate_betweenness(near), InvalidWeight);
}

}  // namespace summitry::testing
