// The report's words on rosters claim no more than coverage and p allow.
#include "exporters/report.hpp"
#include "tests/exporters/example.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Catch::Contains;

std::string report_of(const Network& network, const Continuity& continuity) {
  const Graph graph = example::graph(network);
  return report_markdown(network, {.graph = graph, .continuity = &continuity});
}

TEST_CASE("report: a roster that names half is no estimate", "[exporters][report]") {
  const Network network = example::network();
  Continuity found = example::continuity(network);
  CHECK_THAT(report_of(network, found),
             Contains("1 roster names less than 60 % of what is declared") &&
                 Contains("the figure of those named is no estimate") && Contains("1 to 2"));
  RosterGroup& all = found.groups.front();
  all.declared[0].coverage = 1.0;
  CHECK_THAT(report_of(network, found), !Contains("is no estimate"));
  all.pairs[0].bounds->most = 1;
  CHECK_THAT(report_of(network, found), Contains("all that are declared are named"));
  all.pairs[0].bounds.reset();
  CHECK_THAT(report_of(network, found), !Contains("What unnamed participants could change"));
}

TEST_CASE("report: tests say what they found, and what cannot be decided", "[exporters][report]") {
  const Network network = example::network();
  Continuity found = example::continuity(network);
  CHECK_THAT(report_of(network, found),
             Contains("0 of 1 statistic is beyond it at a false discovery rate of 5 %") &&
                 Contains("Nothing can be tested.") &&
                 Contains("s1 to s2, retained: 1 where 0.750 is expected. This cannot be told from "
                          "chance"));
  found.tests[0].p_adjusted = 0.01;
  CHECK_THAT(report_of(network, found), Contains("1 of 1 statistic is beyond it"));
  found.tests[0].effect = -3.0;
  CHECK_THAT(report_of(network, found),
             Contains("which the test, asking for more, does not judge"));
  NullTest& order = found.tests[1];
  order.p_value = order.p_adjusted = order.smallest_p = 1.0 / 3.0;
  order.note = "cannot be decided with three summits";
  CHECK_THAT(report_of(network, found), Contains("Cannot be decided with three summits."));
  CHECK_THAT(report_of(network, found),
             Contains("77 independent ones") || Contains("78 independent"));
}

TEST_CASE("report: kinds that cannot be told apart are not called alike", "[exporters][report]") {
  const Network network = example::network();
  Continuity found = example::continuity(network);
  CHECK_THAT(report_of(network, found), !Contains("log-rank test, p"));
  found.life.between_kinds.p_value = 0.4;
  CHECK_THAT(report_of(network, found), Contains("that is no evidence that they are alike"));
  found.life.between_kinds.p_value = 0.001;
  CHECK_THAT(report_of(network, found), Contains("Kinds differ in how long they stay"));
  found.life.left_truncated = 4;
  CHECK_THAT(report_of(network, found), Contains("Left out are 4"));
  found.life.since_first.median.reset();
  CHECK_THAT(report_of(network, found), Contains("More than half are never seen to go."));
}

TEST_CASE("report: rosters with no other way to fill them decide nothing", "[exporters][report]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  Continuity found = example::continuity(network);
  found.null_model = "fixed-margins";
  Transition& step = found.transitions.front();
  step.expected_sd = 0.0;
  step.p_value = 1.0;
  const auto said = [&] {
    std::string all;
    for (const auto& one : key_findings(network, {.graph = graph, .continuity = &found}))
      all += one;
    return all;
  };
  CHECK_THAT(said(), Contains("cannot be decided"));
  step.expected_sd = 0.5;
  CHECK_THAT(said(), Contains("were all to keep their number of editions"));
}

}  // namespace
}  // namespace summitry
