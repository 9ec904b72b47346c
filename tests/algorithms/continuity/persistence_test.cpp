// positions.hpp, blocs.hpp and persistence.hpp: whole series, the acceptance tests among them.
#include "algorithms/continuity/persistence.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::grouped;
using testing::Story;
using testing::Told;
using Groups = std::vector<std::vector<std::string>>;

std::vector<std::string> people(const std::string& prefix, std::size_t begin, std::size_t end) {
  std::vector<std::string> names;
  for (std::size_t i = begin; i < end; ++i) names.push_back(prefix + std::to_string(100 + i));
  return names;
}

PersistenceOptions quick() {
  PersistenceOptions options;
  options.permutations = 199;
  options.positions.replicates = 20;
  options.blocs.runs = 5;
  return options;
}

std::size_t count(const LifeCycle& life, BlocEvent event) {
  return static_cast<std::size_t>(
      std::count_if(life.changes.begin(), life.changes.end(),
                    [event](const BlocChange& change) { return change.event == event; }));
}

// Groups whose members differ in strength: the first two of a group share a second work.
Story with_pairs(const std::vector<Groups>& editions) {
  Story story = grouped(editions);
  for (std::size_t t = 0; t < editions.size(); ++t) {
    const std::string summit = "s" + std::to_string(t + 1);
    for (std::size_t g = 0; g < editions[t].size(); ++g) {
      const std::string work = "pair-" + summit + "-" + std::to_string(g);
      story.kinds[work] = "initiative";
      for (std::size_t i = 0; i < 2; ++i) {
        story.told.push_back({editions[t][g][i], "funds", work, summit});
      }
    }
  }
  return story;
}

// Everything in one text, so that any difference shows.
std::string printed(const Persistence& found) {
  std::string text;
  const auto add = [&text](double value) { text += std::to_string(value) + ' '; };
  const auto maybe = [&](const std::optional<double>& value) {
    text += value ? std::to_string(*value) + ' ' : "- ";
  };
  for (const NullTest& test : tests_of(found)) {
    text += test.name + test.statistic;
    for (const auto& value : {test.observed, test.mean, test.sd, test.p_value, test.p_adjusted}) {
      maybe(value);
    }
  }
  for (const EdgeStep& step : found.positions.edges) {
    maybe(step.jaccard_spread.low);
    maybe(step.jaccard_spread.high);
    maybe(step.persistence_spread.source_low);
  }
  for (const Standing& place : found.positions.places) {
    add(place.value);
    maybe(place.low);
    maybe(place.high);
    add(static_cast<double>(place.present));
  }
  for (const EditionBlocs& edition : found.blocs.editions) {
    for (const auto label : edition.community) add(label);
    maybe(edition.noise.adjusted_rand);
  }
  return text;
}

}  // namespace

TEST_CASE("persistence: identical editions agree in everything", "[algorithms][continuity]") {
  const Groups same = {people("a", 0, 6), people("b", 0, 5), people("c", 0, 4)};
  const Persistence found = persistence(told(with_pairs({same, same, same})), quick());
  for (const EdgeStep& step : found.positions.edges) {
    CHECK(*step.jaccard == 1.0);
    CHECK(*step.jaccard_all == 1.0);
    CHECK(*step.persistence == 1.0);
    CHECK(*step.formation == 0.0);
    CHECK(step.hamming == 0);
    CHECK(*step.qap.observed == Approx(1.0));
    CHECK(*step.qap.p_value == Approx(1.0 / 200.0));
  }
  for (const RankStep& step : found.positions.ranks) {
    CHECK(*step.tau_b == Approx(1.0));
    CHECK(*step.rho == Approx(1.0));
    CHECK(step.top->shared == step.top->before);
  }
  for (const BlocStep& step : found.blocs.steps) {
    CHECK(*step.agreement.adjusted_rand == 1.0);
    CHECK(*step.agreement.adjusted_information == 1.0);
    CHECK(*step.agreement.variation == 0.0);
    CHECK_FALSE(*step.beyond_noise);
  }
  CHECK(count(found.blocs.life, BlocEvent::continuation) == found.blocs.life.changes.size());
  CHECK(found.blocs.life.changes.size() == 6);
}

TEST_CASE("persistence: disjoint editions share nothing, and tau is undefined",
          "[algorithms][continuity]") {
  const Persistence found = persistence(told(with_pairs({{people("a", 0, 5), people("b", 0, 4)},
                                                         {people("x", 0, 5), people("y", 0, 4)}})),
                                        quick());
  const EdgeStep& edges = found.positions.edges.front();
  CHECK(edges.common == 0);
  CHECK_FALSE(edges.jaccard);
  CHECK(*edges.jaccard_all == 0.0);
  CHECK_FALSE(edges.qap.p_value);
  const RankStep& ranks = found.positions.ranks.front();
  CHECK_FALSE(ranks.tau_b);
  CHECK(ranks.tests[0].note.find("undefined") == 0);
  CHECK(*ranks.overlap_extrapolated == 0.0);
  CHECK(count(found.blocs.life, BlocEvent::death) == 2);
  CHECK(count(found.blocs.life, BlocEvent::birth) == 2);
  CHECK(found.blocs.life.changes.size() == 4);
}

TEST_CASE("persistence: a planted merge and split are found in graphs",
          "[algorithms][continuity]") {
  const auto a = people("a", 0, 6);
  const auto b = people("b", 0, 6);
  auto ab = a;
  ab.insert(ab.end(), b.begin(), b.end());
  const auto c = people("c", 0, 12);
  const Groups before = {a, b, c};
  const Groups after = {ab, people("c", 0, 6), people("c", 6, 12)};
  const Persistence found = persistence(told(grouped({before, after})), quick());
  CHECK(count(found.blocs.life, BlocEvent::merge) == 1);
  CHECK(count(found.blocs.life, BlocEvent::split) == 1);
  CHECK(found.blocs.life.changes.size() == 2);
  CHECK(*found.blocs.steps[0].beyond_noise);
  // The same groups under other works' names and in another order: nothing happened.
  const Groups shuffled = {c, b, a};
  const Persistence still = persistence(told(grouped({before, shuffled})), quick());
  CHECK(count(still.blocs.life, BlocEvent::continuation) == still.blocs.life.changes.size());
}

TEST_CASE("persistence: the tests are one family", "[algorithms][continuity]") {
  const Groups same = {people("a", 0, 6), people("b", 0, 5)};
  const Persistence found = persistence(told(with_pairs({same, same})), quick());
  const auto tests = tests_of(found);
  CHECK(tests.size() == 6);  // QAP, tau, rho, top, two of blocs
  for (const NullTest& test : tests) {
    CHECK(test.p_value.has_value() == test.p_adjusted.has_value());
    if (test.p_value) CHECK(*test.p_adjusted >= *test.p_value);
    CHECK_FALSE(test.name.empty());
  }
}

TEST_CASE("persistence: intervals come from sources", "[algorithms][continuity]") {
  // a-b-c sign by the record, d and e by a paper that nobody else confirms.
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  story.kinds = {{"w1", "document"}, {"w2", "document"}};
  for (const char* summit : {"s1", "s2"}) {
    const std::string work = std::string("w") + summit[1];
    for (const char* who : {"a", "b", "c"}) story.told.push_back({who, "signed", work, summit});
    for (const char* who : {"d", "e"}) {
      story.told.push_back({who, "signed", work, summit, "paper", "secondary"});
    }
  }
  PersistenceOptions options = quick();
  options.positions.replicates = 200;
  const Positions found = persistence(told(story), options).positions;
  CHECK(found.replicates == 200);
  CHECK(found.dropped_sources == 2);
  REQUIRE(found.places.size() == 10);
  const Standing& a = found.places.front();
  CHECK(a.rank == 1);
  CHECK(a.lost);  // without the record
  CHECK(*a.source_best == 1);
  const double kept = static_cast<double>(a.present) / 200.0;
  CHECK(kept == Approx(0.95).margin(0.05));
  const Standing& d = found.places[6];
  CHECK(static_cast<double>(d.present) / 200.0 == Approx(0.8).margin(0.09));
  // Everybody signs both times: whatever is left out, what is left persists.
  CHECK(*found.edges[0].jaccard_spread.low == 1.0);
  CHECK(*found.edges[0].jaccard_spread.source_low == 1.0);
  options.positions.replicates = 0;
  const Positions none = persistence(told(story), options).positions;
  CHECK(none.dropped_sources == 0);
  CHECK_FALSE(none.edges[0].jaccard_spread.low);
}

TEST_CASE("persistence: refuses what it does not know", "[algorithms][continuity]") {
  const Network network = testing::attended({{"a", "b"}, {"a"}});
  const auto with = [](const auto& change) {
    PersistenceOptions options = quick();
    change(options);
    return options;
  };
  const auto refuse = [&network, &with](const auto& change) {
    CHECK_THROWS_AS(persistence(network, with(change)), Error);
  };
  refuse([](PersistenceOptions& o) { o.rosters.kinds = {"contry"}; });
  refuse([](PersistenceOptions& o) { o.rosters.participation = {"atended"}; });
  refuse([](PersistenceOptions& o) { o.rosters.statuses = {}; });
  refuse([](PersistenceOptions& o) { o.rosters.missed = 0; });
  refuse([](PersistenceOptions& o) { o.permutations = 0; });
  refuse([](PersistenceOptions& o) { o.permutations = 10'000'001; });
  refuse([](PersistenceOptions& o) { o.types = {"sined"}; });
  refuse([](PersistenceOptions& o) { o.joined_by = "shard"; });
}

TEST_CASE("persistence: worlds without a source rank by the seed of the run",
          "[algorithms][continuity]") {
  // Thirty sign by the record and five more by a paper: without the paper all are alike, and ranks by an
  // estimate tell the seed alone.
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  story.kinds = {{"w", "document"}};
  const auto everybody = people("p", 0, 35);
  for (std::size_t i = 0; i < everybody.size(); ++i) {
    const bool recorded = i < 30;
    story.told.push_back({everybody[i], "signed", "w", "s1", recorded ? "record" : "paper",
                          recorded ? "official" : "secondary"});
  }
  const Network network = told(story);
  PersistenceOptions options = quick();
  options.positions.replicates = 1;
  options.positions.measure = "current-flow-betweenness";
  options.positions.parameters = {{"error", "0.9"}};
  std::set<std::string> ranges;
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    std::string text;
    const Persistence found = persistence(network, options, {.threads = 1, .seed = seed});
    for (const Standing& place : found.positions.places) {
      text += std::to_string(place.source_best.value_or(0)) + ' ' +
              std::to_string(place.source_worst.value_or(0)) + ' ';
    }
    ranges.insert(text);
  }
  CHECK(ranges.size() > 1);
}

TEST_CASE("persistence: positions drawn at random have no small p too often",
          "[algorithms][continuity]") {
  Random random(9);
  int small = 0;
  constexpr int kSeries = 60;
  for (int i = 0; i < kSeries; ++i) {
    std::vector<Groups> editions(2);
    for (Groups& groups : editions) {
      auto everybody = people("p", 0, 12);
      random.shuffle(std::span(everybody));
      groups = {{everybody.begin(), everybody.begin() + 5},
                {everybody.begin() + 5, everybody.end()}};
    }
    PersistenceOptions options = quick();
    options.positions.replicates = 0;
    options.permutations = 99;
    const Persistence found = persistence(told(grouped(editions)), options, {.threads = 1});
    small += *found.positions.edges[0].qap.p_value <= 0.1 ? 1 : 0;
  }
  CHECK(small <= 14);  // expected at most 6, sd 2.3
}

TEST_CASE("persistence: order of input and threads change nothing",
          "[algorithms][continuity][parallel]") {
  Story story = with_pairs({{people("a", 0, 6), people("b", 0, 5)},
                            {people("a", 2, 8), people("b", 1, 5)},
                            {people("a", 0, 4), people("b", 0, 7)}});
  const std::string one = printed(persistence(told(story), quick(), {.threads = 1}));
  CHECK(printed(persistence(told(story), quick(), {.threads = 2})) == one);
  CHECK(printed(persistence(told(story), quick(), {.threads = 4})) == one);
  std::reverse(story.told.begin(), story.told.end());
  CHECK(printed(persistence(told(story), quick(), {.threads = 2})) == one);
}

TEST_CASE("persistence: options out of range and unknown names", "[algorithms][continuity]") {
  const Network network = testing::attended({{"a", "b"}, {"a"}});
  const auto refused = [&network](auto change) {
    PersistenceOptions options = quick();
    change(options);
    CHECK_THROWS_AS(persistence(network, options), InvalidOption);
  };
  refused([](auto& o) { o.permutations = 0; });
  refused([](auto& o) { o.positions.measure = "edge-betweenness"; });
  refused([](auto& o) { o.positions.ranks.top = 0; });
  refused([](auto& o) { o.positions.ranks.overlap_p = 0.0; });
  refused([](auto& o) { o.positions.reliability.official = 2.0; });
  refused([](auto& o) { o.blocs.runs = 0; });
  refused([](auto& o) { o.blocs.life.threshold = 0.0; });
  const auto unknown = [&network](auto change) {
    PersistenceOptions options = quick();
    change(options);
    CHECK_THROWS_AS(persistence(network, options), UnknownName);
  };
  unknown([](auto& o) { o.joined_by = "marriage"; });
  unknown([](auto& o) { o.types = {"sings"}; });
  unknown([](auto& o) { o.positions.measure = "importance"; });
  unknown([](auto& o) { o.blocs.method = "magic"; });
  unknown([](auto& o) { o.rosters.series = "none"; });
}

TEST_CASE("persistence: nobody, one edition, attendance alone", "[algorithms][continuity]") {
  const Persistence one = persistence(testing::attended({{"a", "b"}}), quick());
  CHECK(one.positions.edges.empty());
  CHECK(one.blocs.steps.empty());
  CHECK(one.positions.editions[0].edges == 0);  // having attended the same summit joins nobody
  const Persistence nobody = persistence(testing::attended({{}, {}}), quick());
  CHECK(nobody.positions.edges[0].common == 0);
  PersistenceOptions betweenness = quick();
  betweenness.positions.measure =
      "betweenness";  // reads no strengths: on the graph without weights
  const Groups groups = {people("a", 0, 4), people("b", 0, 4)};
  CHECK(persistence(told(with_pairs({groups, groups})), betweenness).positions.places.size() == 16);
}

}  // namespace summitry
