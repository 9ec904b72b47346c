#include "algorithms/continuity/works/uptakes.hpp"

#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Kind;
using testing::Said;
using testing::series_network;

// "initiative 0>1 through carrier (evidence)" for each uptake, then "not initiative" for each orphan.
std::vector<std::string> told(const Network& network) {
  const Uptakes found = uptakes(network, network.series(""), {});
  std::vector<std::string> lines;
  for (const Uptake& uptake : found.uptakes) {
    std::string line = network.entity(uptake.initiative).id + " " +
                       std::to_string(uptake.announced) + ">" + std::to_string(uptake.taken_up);
    if (uptake.through != kNone) line += " through " + network.entity(uptake.through).id;
    lines.push_back(line + " (" + std::to_string(uptake.relations.size()) + ")");
  }
  for (const NotTakenUp& one : found.not_taken_up) {
    lines.push_back("not " + network.entity(one.initiative).id);
  }
  return lines;
}

std::vector<std::string> told(const std::vector<Said>& said, const std::vector<Kind>& kinds = {}) {
  std::vector<Kind> all = {
      {"fund", "initiative"}, {"fund2", "initiative"}, {"text", "document"}, {"later", "document"}};
  all.insert(all.end(), kinds.begin(), kinds.end());
  return told(series_network({{"s1"}, {"s2"}, {"s3"}}, said, all));
}

using Lines = std::vector<std::string>;

TEST_CASE("uptakes: taken up itself at a later edition", "[algorithms][continuity]") {
  CHECK(told({{"fund", "announced-at", "s1"}, {"fund", "presented-at", "s3"}}) ==
        Lines{"fund 0>2 (1)"});
  CHECK(told({{"fund", "announced-at", "s1"}, {"a", "funds", "fund", "s2"}}) ==
        Lines{"fund 0>1 (1)"});
  CHECK(told({{"fund", "announced-at", "s1"}, {"fund", "announced-at", "s2"}}) ==
        Lines{"fund 0>1 (1)"});
  CHECK(told({{"fund", "announced-at", "s2"}, {"a", "funds", "fund", "s2"}}) == Lines{"not fund"});
  CHECK(told({{"fund", "announced-at", "s2"}, {"a", "funds", "fund", "s1"}}) == Lines{"not fund"});
  CHECK(told({{"fund", "announced-at", "s3"}}).empty());
}

TEST_CASE("uptakes: refused, unverified and undated relations are no evidence",
          "[algorithms][continuity]") {
  CHECK(told({{"fund", "announced-at", "s1"},
              {"a", "funds", "fund", "s2", "declined"},
              {"b", "funds", "fund", "s2", "", "unverified"},
              {"c", "funds", "fund"}}) == Lines{"not fund"});
  CHECK(told({{"fund", "announced-at", "s1", "", "", "unverified"}}).empty());
  CHECK(told({{"fund", "announced-at", "s1", "", "announced"}}) == Lines{"not fund"});
}

TEST_CASE("uptakes: through a successor, and a successor's successor", "[algorithms][continuity]") {
  CHECK(told({{"fund", "announced-at", "s1"},
              {"fund2", "succeeds", "fund"},
              {"fund2", "announced-at", "s2"}}) ==
        Lines{"fund 0>1 through fund2 (2)", "not fund2"});
  CHECK(told({{"fund", "announced-at", "s1"},
              {"fund2", "part-of", "fund"},
              {"later", "based-on", "fund2"},
              {"later", "presented-at", "s3"}}) == Lines{"fund 0>2 through later (3)"});
  // the relation to the successor names the edition itself
  CHECK(told({{"fund", "announced-at", "s1"}, {"fund2", "succeeds", "fund", "s2"}}) ==
        Lines{"fund 0>1 through fund2 (1)"});
  // an organisation that is part of it and attends does not carry it
  CHECK(
      told({{"fund", "announced-at", "s1"}, {"org", "part-of", "fund"}, {"org", "attended", "s2"}},
           {{"org", "organisation"}}) == Lines{"not fund"});
  // an institute that succeeds it does
  CHECK(told({{"old", "announced-at", "s1"}, {"org", "succeeds", "old"}, {"org", "attended", "s2"}},
             {{"org", "organisation"}, {"old", "organisation"}}) ==
        Lines{"old 0>1 through org (2)"});
}

TEST_CASE("uptakes: through a predecessor that came out after the announcement",
          "[algorithms][continuity]") {
  CHECK(told({{"later", "announced-at", "s1"},
              {"later", "succeeds", "text"},
              {"text", "presented-at", "s2"},
              {"later", "presented-at", "s3"}}) ==
        Lines{"later 0>1 through text (2)", "later 0>2 (1)"});
  // a predecessor that was there before says nothing about what was announced
  CHECK(told({{"later", "announced-at", "s2"},
              {"later", "succeeds", "text"},
              {"text", "presented-at", "s1"},
              {"text", "presented-at", "s3"}}) == Lines{"not later"});
}

TEST_CASE("uptakes: through what it joins, and through a text that mentions it",
          "[algorithms][continuity]") {
  CHECK(told({{"fund", "announced-at", "s1"},
              {"fund", "member-of", "fund2"},
              {"fund2", "announced-at", "s2"}}) ==
        Lines{"fund 0>1 through fund2 (2)", "not fund2"});
  CHECK(told({{"fund", "announced-at", "s1"},
              {"later", "mentions", "fund"},
              {"later", "announced-at", "s3"}}) == Lines{"fund 0>2 through later (2)"});
  CHECK(told({{"fund", "announced-at", "s1"}, {"later", "mentions", "fund", "s2"}}) ==
        Lines{"fund 0>1 through later (1)"});
  // a text that mentions a later edition is not thereby at it
  CHECK(told({{"text", "announced-at", "s1"}, {"text", "mentions", "s2", "s1"}}) ==
        Lines{"not text"});
}

TEST_CASE("uptakes: the most direct way is named", "[algorithms][continuity]") {
  CHECK(told({{"fund", "announced-at", "s1"},
              {"later", "mentions", "fund", "s2"},
              {"fund2", "succeeds", "fund"},
              {"fund2", "presented-at", "s2"},
              {"fund", "presented-at", "s2"},
              {"a", "funds", "fund", "s2"}}) == Lines{"fund 0>1 (2)"});
  CHECK(told({{"fund", "announced-at", "s1"},
              {"later", "mentions", "fund", "s2"},
              {"fund2", "succeeds", "fund"},
              {"fund2", "presented-at", "s2"}}) == Lines{"fund 0>1 through fund2 (2)"});
}

TEST_CASE("uptakes: a circle of successors ends, and summits are not initiatives",
          "[algorithms][continuity]") {
  CHECK(told({{"fund", "announced-at", "s1"},
              {"fund2", "succeeds", "fund"},
              {"fund", "succeeds", "fund2"},
              {"s2", "announced-at", "s1"},
              {"s2", "succeeds", "s1"}}) == Lines{"not fund"});
  CHECK(told({{"a", "attended", "s1"}}).empty());
}

}  // namespace
}  // namespace summitry
