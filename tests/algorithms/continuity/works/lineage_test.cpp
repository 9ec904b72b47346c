#include "algorithms/continuity/works/lineage.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Story;
using testing::Told;

Lineage lineage_of(const Network& network) {
  return lineage(network, network.series(""), {});
}

std::vector<std::string> ids(const Network& network, const std::vector<EntityIndex>& entities) {
  std::vector<std::string> result;
  for (const EntityIndex entity : entities) result.push_back(network.entity(entity).id);
  return result;
}

const LineageMember& member(const Network& network, const Lineage& found, const std::string& id) {
  const EntityIndex entity = network.index_of(id);
  const auto at = std::find_if(found.members.begin(), found.members.end(),
                               [entity](const LineageMember& one) { return one.entity == entity; });
  REQUIRE(at != found.members.end());
  return *at;
}

// s1 sets up report, network and pledge; s2 has the interim of the report and a renewed pledge; the
// network is renamed between s2 and s3; s3 has charter (of nothing) and summary (of the report).
Story three_summits() {
  Story story;
  story.editions = {{"s1", "2023-11-01", "2023-11-02"},
                    {"s2", "2024-05-21", "2024-05-22"},
                    {"s3", "2025-02-10", "2025-02-11"}};
  for (const char* id : {"report", "interim", "summary", "pledge", "charter"}) {
    story.kinds[id] = "document";
  }
  story.kinds["network"] = story.kinds["alliance"] = "initiative";
  story.told = {{"report", "announced-at", "s1", "s1"},
                {"network", "launched-at", "s1", "s1"},
                {"pledge", "announced-at", "s1", "s1"},
                {"interim", "presented-at", "s2", "s2"},
                {"interim", "reports-to", "report"},
                {"pledge", "renewed-at", "s2", "s2"},
                {"network", "renamed-to", "alliance", "", "record", "official", "", "2024-12-01"},
                {"charter", "announced-at", "s3", "s3"},
                {"summary", "announced-at", "s3", "s3"},
                {"summary", "succeeds", "interim"}};
  return story;
}

}  // namespace

TEST_CASE("lineage: three summits by hand", "[algorithms][continuity]") {
  const Network network = told(three_summits());
  const Lineage found = lineage_of(network);
  CHECK(found.cycle.empty());
  CHECK(*found.depth == 2);
  CHECK(ids(network, found.longest) == std::vector<std::string>{"report", "interim", "summary"});
  CHECK(ids(network, found.main_path) == std::vector<std::string>{"report", "interim", "summary"});
  CHECK(*member(network, found, "summary").depth == 2);
  CHECK(member(network, found, "report").children == 1);
  CHECK(member(network, found, "pledge").seen == std::vector<std::size_t>{0, 1});
  CHECK_FALSE(member(network, found, "interim").launched);
  REQUIRE(found.steps.size() == 2);
  // Of three set up at s1 the report has its interim at s2 and the pledge was renewed there; the
  // network is renamed only after s2.
  CHECK(found.steps[0].launched == 3);
  CHECK(found.steps[0].carried == 2);
  CHECK(*found.steps[0].orphan_rate == Approx(1.0 / 3.0));
  CHECK(found.steps[0].launched_next == 0);
  CHECK_FALSE(found.steps[0].inheritance);
  // Nothing was launched at s2; of two at s3 the summary comes from what was presented at s2.
  CHECK_FALSE(found.steps[1].orphan_rate);
  CHECK(*found.steps[1].inheritance == Approx(0.5));
  CHECK(found.steps[1].inheritance_interval->low > 0.0);
  CHECK(found.steps[1].inheritance_interval->high < 1.0);
}

TEST_CASE("lineage: a dated descent counts from its date on", "[algorithms][continuity]") {
  Story story = three_summits();
  for (Told& one : story.told) {
    if (one.type == "renamed-to") one.from = "2024-03-01";
  }
  CHECK(lineage_of(told(story)).steps[0].carried == 3);
  for (Told& one : story.told) {
    if (one.type == "renamed-to") one.from = "";
  }
  CHECK(lineage_of(told(story)).steps[0].carried == 2);  // undated: nobody knows when
}

TEST_CASE("lineage: every type says who is older", "[algorithms][continuity]") {
  const std::map<std::string, bool> younger_first = {
      {"succeeds", true},       {"split-from", true},  {"based-on", true},
      {"reports-to", true},     {"renamed-to", false}, {"mandated", false},
      {"superseded-by", false}, {"merged-into", false}};
  for (const auto& [type, first] : younger_first) {
    Story story;
    story.editions = {{"s1"}, {"s2"}};
    story.kinds = {{"a", "initiative"}, {"b", "initiative"}};
    story.told = {{"a", type, "b"}};
    const Network network = told(story);
    const Lineage found = lineage_of(network);
    REQUIRE(found.descents.size() == 1);
    INFO(type);
    CHECK(network.entity(found.descents[0].younger).id == (first ? "a" : "b"));
    CHECK(network.entity(found.descents[0].older).id == (first ? "b" : "a"));
  }
}

TEST_CASE("lineage: money, membership, countries and summits are no descent",
          "[algorithms][continuity]") {
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  story.kinds = {{"a", "initiative"}, {"b", "initiative"}};
  story.told = {
      {"a", "funded-by", "b"},     {"a", "member-of", "b"},
      {"land", "mandated", "a"},   {"s2", "succeeds", "s1"},
      {"a", "announced-at", "s1"}, {"a", "succeeds", "b", "", "record", "official", "declined"}};
  const Network network = told(story);
  const Lineage found = lineage_of(network);
  CHECK(found.descents.empty());
  CHECK(found.members.size() == 1);
  CHECK(*found.depth == 0);
}

TEST_CASE("lineage: a cycle is named and leaves depth open", "[algorithms][continuity]") {
  Story story = three_summits();
  story.told.push_back({"report", "based-on", "summary"});
  const Network network = told(story);
  const Lineage found = lineage_of(network);
  std::vector<std::string> cycle = ids(network, found.cycle);
  std::sort(cycle.begin(), cycle.end());
  CHECK(cycle == std::vector<std::string>{"interim", "report", "summary"});
  CHECK_FALSE(found.depth);
  CHECK(found.main_path.empty());
  CHECK_FALSE(member(network, found, "summary").depth);
  CHECK(found.steps[0].carried == 2);  // what was seen is seen all the same
}

TEST_CASE("lineage: shares against reachability pair by pair", "[algorithms][continuity]") {
  Random random(41);
  for (int round = 0; round < 60; ++round) {
    Story story;
    story.editions = {{"s1"}, {"s2"}, {"s3"}};
    constexpr std::size_t kWorks = 9;
    std::set<std::vector<std::string>> used;
    const auto name = [](std::uint64_t i) { return "w" + std::to_string(i); };
    for (std::size_t i = 0; i < kWorks; ++i) story.kinds[name(i)] = "document";
    for (int i = 0; i < 9; ++i) {
      const Told one{name(random.below(kWorks)), "announced-at",
                     "s" + std::to_string(1 + random.below(3))};
      if (used.insert({one.source, one.target}).second) story.told.push_back(one);
    }
    bool reach[kWorks][kWorks] = {};   // reach[a][b]: b descends from a
    bool direct[kWorks][kWorks] = {};  // b succeeds a
    for (int i = 0; i < 8; ++i) {
      const std::uint64_t a = random.below(kWorks);
      const std::uint64_t b = random.below(kWorks);
      if (a == b || !used.insert({name(b), name(a)}).second) continue;
      story.told.push_back({name(b), "succeeds", name(a)});
      reach[a][b] = direct[a][b] = true;
    }
    for (std::size_t k = 0; k < kWorks; ++k) {
      for (std::size_t i = 0; i < kWorks; ++i) {
        for (std::size_t j = 0; j < kWorks; ++j) reach[i][j] |= reach[i][k] && reach[k][j];
      }
    }
    std::set<std::size_t> seen[kWorks];
    for (const Told& one : story.told) {
      if (one.type != "announced-at") continue;
      seen[one.source[1] - '0'].insert(static_cast<std::size_t>(one.target[1] - '1'));
    }
    const Lineage found = lineage_of(told(story));
    for (std::size_t t = 0; t < 2; ++t) {
      std::size_t launched = 0;
      std::size_t carried = 0;
      std::size_t inherited = 0;
      for (std::size_t i = 0; i < kWorks; ++i) {
        if (seen[i].empty()) continue;
        bool later = seen[i].contains(t + 1);
        bool ancestor = false;
        for (std::size_t k = 0; k < kWorks; ++k) {
          if (seen[k].empty()) continue;
          later |= reach[i][k] && *seen[k].begin() <= t + 1;
          // What it succeeds came out only later: an interim report of what was commissioned.
          later |= direct[k][i] && *seen[k].begin() > t && seen[k].contains(t + 1);
          ancestor |= reach[k][i] && seen[k].contains(t);
        }
        if (*seen[i].begin() == t) {
          ++launched;
          carried += later ? 1 : 0;
        }
        if (*seen[i].begin() == t + 1) inherited += ancestor ? 1 : 0;
      }
      CHECK(found.steps[t].launched == launched);
      CHECK(found.steps[t].carried == carried);
      CHECK(found.steps[t].inherited == inherited);
    }
  }
}

TEST_CASE("lineage: what is taken up at the next edition is no orphan",
          "[algorithms][continuity]") {
  // The report commissioned at s1 succeeds an interim one that came out at s2; the institute set up at
  // s1 joined the network that s2 set up.
  Story story;
  story.editions = {{"s1"}, {"s2"}};
  story.kinds = {{"report", "document"},
                 {"interim", "document"},
                 {"institute", "organisation"},
                 {"network", "initiative"}};
  story.told = {{"report", "announced-at", "s1", "s1"},  {"report", "succeeds", "interim"},
                {"interim", "presented-at", "s2", "s2"}, {"institute", "announced-at", "s1", "s1"},
                {"institute", "member-of", "network"},   {"network", "announced-at", "s2", "s2"}};
  const Lineage found = lineage_of(told(story));
  CHECK(found.steps[0].launched == 2);
  CHECK(found.steps[0].carried == 2);
  CHECK(*found.steps[0].orphan_rate == 0.0);
}

TEST_CASE("lineage: survival counts the editions until no sign of life is seen",
          "[algorithms][continuity]") {
  // Launched at s1: the report lives on in its interim (s2) and summary (s3), the pledge is renewed at s2
  // and not seen at s3, the network is renamed only after s2: there at s3. Launched at s3, and so never
  // under observation: charter and summary.
  const Network network = told(three_summits());
  const Lineage found = lineage_of(network);
  CHECK(member(network, found, "report").alive == std::vector<std::size_t>{0, 1, 2});
  CHECK(member(network, found, "pledge").alive == std::vector<std::size_t>{0, 1});
  CHECK(member(network, found, "network").alive == std::vector<std::size_t>{0, 2});
  CHECK(member(network, found, "charter").alive == std::vector<std::size_t>{2});
  CHECK(member(network, found, "interim").alive.empty());  // launched at no edition
  const SurvivalCurve& all = found.survival.all;
  CHECK(all.subjects == 5);
  CHECK(all.events == 1);  // the pledge, missed at s3
  const LifeTableRow& last = all.rows.back();
  CHECK(last.time == 2.0);
  CHECK(last.at_risk == 3);
  CHECK(last.events == 1);
  CHECK(last.censored == 2);
  CHECK(last.survival == Approx(2.0 / 3.0));
  REQUIRE(found.survival.by_kind.size() == 2);
  CHECK(found.survival.by_kind[0].name == "document");
  CHECK(found.survival.by_kind[0].events == 1);
  CHECK(found.survival.by_kind[1].name == "initiative");
  CHECK(found.survival.by_kind[1].events == 0);
}

TEST_CASE("lineage: two editions without a sign end what one does not",
          "[algorithms][continuity]") {
  const Network network = told(three_summits());
  const Lineage found = lineage(network, network.series(""), {}, 2);
  CHECK(found.survival.missed == 2);
  CHECK(found.survival.all.events == 0);  // only one edition is left after the pledge's last sign
  CHECK_THROWS_AS(lineage(network, network.series(""), {}, 0), InvalidOption);
}

TEST_CASE("lineage: survival is the product over editions of the share that goes on",
          "[algorithms][continuity]") {
  // Ten works of s1, of which i go on until edition i (the last ones to the end).
  Story story;
  story.editions = {{"s1"}, {"s2"}, {"s3"}, {"s4"}};
  for (std::size_t i = 0; i < 10; ++i) {
    const std::string work = "w" + std::to_string(i);
    story.kinds[work] = "initiative";
    story.told.push_back({work, "launched-at", "s1"});
    for (std::size_t t = 1; t <= i && t < 4; ++t) {
      story.told.push_back({work, "renewed-at", "s" + std::to_string(t + 1)});
    }
  }
  const SurvivalCurve curve = lineage_of(told(story)).survival.all;
  REQUIRE(curve.rows.size() == 3);
  CHECK(curve.rows[0].survival == Approx(0.9));  // w0 is not seen at s2
  CHECK(curve.rows[1].survival == Approx(0.8));
  CHECK(curve.rows[2].survival == Approx(0.7));
  CHECK(curve.rows[2].censored == 7);
  CHECK_FALSE(curve.median);
}

TEST_CASE("lineage: nothing to follow", "[algorithms][continuity]") {
  const Lineage found = lineage_of(testing::attended({{"a"}, {"b"}}));
  CHECK(found.members.empty());
  CHECK(found.steps.size() == 1);
  CHECK_FALSE(found.steps[0].orphan_rate);
}

}  // namespace summitry
