// The catalogue, and what every measure in it owes: to survive the standing graphs, to refuse options
// that it does not know, to depend neither on the names of the vertices nor on the threads.
#include "algorithms/catalogue.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Run on_threads(int threads) {
  Run run;
  run.threads = threads;
  return run;
}

// Byte by byte; missing equals missing.
bool identical(const Values& a, const Values& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!(a[i] == b[i]) && !(std::isnan(a[i]) && std::isnan(b[i]))) return false;
  }
  return true;
}

// Estimates draw at random.
bool is_estimate(const Measure& measure) {
  const auto all = measures();
  return std::any_of(all.begin(), all.end(),
                     [&measure](const Measure* one) { return one->estimate == measure.name; });
}

// By a hundred runs, which dwarf all else, of a method whose choices follow the numbering.
bool finds_communities(const Measure& measure) {
  return measure.name == "participation" || measure.name == "within-module-z";
}

// Its partition does, or its sample.
bool follows_numbering(const Measure& measure) {
  return finds_communities(measure) || is_estimate(measure);
}

// Deviations from a mean, and power that feeds on the weakness of others.
bool may_be_negative(const Measure& measure) {
  return measure.name == "within-module-z" || measure.name == "bonacich-power";
}

std::size_t size_of(const Measure& measure, const Graph& graph) {
  return measure.over == Over::edges ? graph.edge_count() : graph.vertex_count();
}

// Edges are numbered by their ends, so of them only the values can be compared.
std::string renamed_difference(const Measure& measure, Values before, Values after,
                               const std::vector<VertexId>& permutation) {
  if (measure.over == Over::vertices) return difference(after, permuted(before, permutation));
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  return difference(after, before);
}

}  // namespace

TEST_CASE("catalogue: every measure is described once", "[algorithms][catalogue]") {
  std::set<std::string_view> names;
  for (const Measure* measure : measures()) {
    INFO(measure->name);
    CHECK(names.insert(measure->name).second);
    CHECK(&summitry::measure(measure->name) == measure);
    for (const auto text : {measure->title, measure->family, measure->definition, measure->cost,
                            measure->reference}) {
      CHECK_FALSE(text.empty());
    }
    for (const OptionInfo& option : measure->options) {
      CHECK_FALSE(option.name.empty());
      CHECK_FALSE(option.meaning.empty());
    }
  }
}

TEST_CASE("catalogue: every community method is described once, and survives what it can read",
          "[algorithms][catalogue]") {
  std::set<std::string_view> names;
  for (const CommunityMethod* method : community_methods()) {
    INFO(method->name);
    CHECK(names.insert(method->name).second);
    CHECK(&community_method(method->name) == method);
    for (const auto text : {method->title, method->definition, method->cost, method->reference}) {
      CHECK_FALSE(text.empty());
    }
    CHECK_THROWS_AS(method->complete({{"no-such-option", "1"}}), InvalidOption);
    CHECK(method->complete({}).size() == method->options.size());
    // One method refuses graphs that are not two-mode, one weights that are not whole.
    if (method->name == "bipartite-modularity") continue;
    for (const NamedGraph& named : standing_graphs()) {
      const bool whole = method->name == "stochastic-block-model";
      const auto meaning = named.graph.weight_meaning();
      if (meaning == WeightMeaning::distance || (whole && named.graph.weighted())) continue;
      INFO(named.name);
      const Partition found = method->compute(named.graph, {}, on_threads(1));
      CHECK(found.community.size() == named.graph.vertex_count());
      CHECK(canonical(found.community).community == found.community);
    }
  }
}

TEST_CASE("catalogue: has the measures that the command line promises", "[algorithms][catalogue]") {
  for (const std::string_view name :
       {"degree",       "in-degree",    "out-degree", "strength",       "in-strength",
        "out-strength", "betweenness",  "closeness",  "harmonic",       "eigenvector",
        "pagerank",     "katz",         "hub",        "authority",      "core",
        "clustering",   "triangles",    "constraint", "effective-size", "current-flow-betweenness",
        "information",  "participation"}) {
    INFO(name);
    CHECK_NOTHROW(measure(name));
  }
}

TEST_CASE("catalogue: an unknown measure is answered with the nearest one",
          "[algorithms][catalogue]") {
  CHECK_THROWS_WITH(measure("betweeness"), Catch::Contains("did you mean \"betweenness\"?"));
  CHECK_THROWS_AS(measure("importance"), UnknownName);
  CHECK_THROWS_AS(community_method("leidn"), UnknownName);
}

TEST_CASE("catalogue: every measure survives every standing graph", "[algorithms][catalogue]") {
  for (const auto& [name, graph] : standing_graphs()) {
    for (const Measure* measure : measures()) {
      INFO(measure->name << " on " << name << ": " << drawn(graph));
      if (!reads_weights_of(*measure, graph)) {
        CHECK_THROWS_AS(compute(*measure, graph), InvalidWeight);
        continue;
      }
      const NamedScores result = compute(*measure, graph);
      CHECK(result.name == measure->name);
      CHECK(result.scores.values.size() == size_of(*measure, graph));
      CHECK(result.parameters.size() == measure->options.size());
      for (const double value : result.scores.values) {
        CHECK_FALSE((value < 0.0 && !may_be_negative(*measure)));
      }
      for (const double value : result.scores.values) CHECK_FALSE(std::isinf(value));
      if (result.scores.convergence) CHECK(result.scores.convergence->reached);
    }
  }
}

TEST_CASE("catalogue: every measure refuses an option that it does not know",
          "[algorithms][catalogue]") {
  for (const Measure* measure : measures()) {
    INFO(measure->name);
    CHECK_THROWS_AS(compute(*measure, path(3), {{"no-such-option", "1"}}), InvalidOption);
    CHECK_THROWS_WITH(compute(*measure, path(3), {{"no-such-option", "1"}}),
                      Catch::StartsWith(std::string(measure->name) + ": unknown option"));
  }
}

TEST_CASE("catalogue: every option refuses a text that it cannot read", "[algorithms][catalogue]") {
  for (const Measure* measure : measures()) {
    for (const OptionInfo& option : measure->options) {
      INFO(measure->name << " " << option.name);
      if (option.name == "method") continue;  // a name: tested where methods are
      CHECK_THROWS_AS(compute(*measure, path(3), {{option.name, "?"}}), InvalidOption);
      CHECK_NOTHROW(compute(*measure, path(3), {{option.name, option.default_value}}));
    }
  }
}

TEST_CASE("catalogue: parameters name every option with its value", "[algorithms][catalogue]") {
  const NamedScores result = compute(measure("pagerank"), path(3), {{"damping", "0.5"}});
  const Parameters expected{
      {"damping", "0.5"}, {"tolerance", "1e-12"}, {"max-iterations", "1000"}, {"teleport", "all"}};
  CHECK(result.parameters == expected);
}

TEST_CASE("catalogue: renaming the vertices renames the values", "[algorithms][catalogue]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    for (const WeightMeaning meaning :
         {WeightMeaning::none, WeightMeaning::strength, WeightMeaning::distance}) {
      const Graph graph = random_graph({25, 60, direction, meaning, false}, 11);
      const auto permutation = random_permutation(25, 12);
      const Graph renamed = relabelled(graph, permutation);
      for (const Measure* measure : measures()) {
        if (!reads_weights_of(*measure, graph) || follows_numbering(*measure)) continue;
        INFO(measure->name << " on " << drawn(graph));
        const Values before = compute(*measure, graph).scores.values;
        const Values after = compute(*measure, renamed).scores.values;
        CHECK(renamed_difference(*measure, before, after, permutation) == "");
      }
    }
  }
}

TEST_CASE("catalogue: one thread and four give the same bytes",
          "[algorithms][catalogue][parallel]") {
  for (const Direction direction : {Direction::undirected, Direction::directed}) {
    for (const WeightMeaning meaning :
         {WeightMeaning::none, WeightMeaning::strength, WeightMeaning::distance}) {
      const Graph large = random_graph({300, 900, direction, meaning, false}, 21);
      const Graph small = random_graph({40, 120, direction, meaning, false}, 21);
      for (const Measure* measure : measures()) {
        const Graph& graph = finds_communities(*measure) ? small : large;
        if (!reads_weights_of(*measure, graph)) continue;
        INFO(measure->name);
        const NamedScores one = compute(*measure, graph, {}, on_threads(1));
        const NamedScores four = compute(*measure, graph, {}, on_threads(4));
        CHECK(identical(one.scores.values, four.scores.values));
      }
    }
  }
}

TEST_CASE("catalogue: sweeps over many blocks of vertices give the same bytes",
          "[algorithms][catalogue][parallel]") {
  // Two blocks of rows for sweeps, three of vertices.
  const Graph graph = random_graph({10'000, 60'000, Direction::directed}, 31);
  for (const char* name : {"pagerank", "eigenvector", "katz", "hub", "triangles", "clustering"}) {
    INFO(name);
    const NamedScores one = compute(measure(name), graph, {}, on_threads(1));
    const NamedScores four = compute(measure(name), graph, {}, on_threads(4));
    CHECK(identical(one.scores.values, four.scores.values));
  }
}

TEST_CASE("catalogue: a cancelled run stops with Cancelled", "[algorithms][catalogue]") {
  const std::atomic<bool> stop{true};
  Run run;
  run.cancel = &stop;
  for (const char* name : {"betweenness", "closeness", "harmonic", "pagerank", "eigenvector",
                           "triangles", "constraint", "core", "information"}) {
    INFO(name);
    CHECK_THROWS_AS(compute(measure(name), karate(), {}, run), Cancelled);
  }
}

TEST_CASE("catalogue: an isolate more leaves what others have by themselves",
          "[algorithms][catalogue]") {
  CHECK(rc::check("values that depend on the component alone", [](std::uint16_t seed) {
    const Graph graph =
        random_graph({10, 15, Direction::undirected, WeightMeaning::none, false}, seed);
    const Graph larger = undirected(11, graph.edges());
    for (const char* name :
         {"degree", "betweenness", "harmonic", "core", "clustering", "triangles", "constraint",
          "effective-size", "current-flow-betweenness", "information"}) {
      Values values = compute(measure(name), larger).scores.values;
      values.pop_back();
      RC_ASSERT(difference(values, compute(measure(name), graph).scores.values) == "");
    }
  }));
}

}  // namespace summitry::testing
