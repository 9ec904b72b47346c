// Positions, blocs and work in JSON and in the report, and what a sentence about a p may say.
#include <nlohmann/json.hpp>

#include "exporters/json.hpp"
#include "exporters/json_persistence.hpp"
#include "exporters/report.hpp"
#include "exporters/report/verdict.hpp"
#include "tests/exporters/example.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using nlohmann::json;

NullTest test(double observed, double p, double adjusted, double smallest = 0.001) {
  NullTest one;
  one.name = "s1 to s2";
  one.statistic = "QAP correlation";
  one.observed = observed;
  one.mean = 0.0;
  one.sd = 0.1;
  one.p_value = p;
  one.p_adjusted = adjusted;
  one.smallest_p = smallest;
  return one;
}

// One of everything, on the example's two summits.
Persistence example_persistence(const Network& network) {
  const auto at = [&network](const char* id) { return network.index_of(id); };
  Persistence found;
  found.positions.joined_by = "shared";
  found.positions.measure = "strength";
  found.positions.editions = {{2, 2, 1, 1, 0, 2}, {2, 2, 1, 1, 0, 2}};
  EdgeStep edges;
  edges.to = 1;
  edges.common = 2;
  edges.before = edges.after = edges.kept = 1;
  edges.jaccard = 1.0;
  edges.qap = test(0.5, 0.01, 0.02);
  found.positions.edges = {edges};
  RankStep ranks;
  ranks.to = 1;
  ranks.tau_b = 0.25;
  ranks.top = Overlap{1, 1, 1, 1, 0.5};
  ranks.mobility[0][3] = 2;
  ranks.tests = {test(0.25, 0.2, 0.3), test(0.25, 0.2, 0.3), test(1, 0.5, 0.5)};
  found.positions.ranks = {ranks};
  Standing place;
  place.entity = at("fra");
  place.edition = 1;
  place.value = 2.0;
  place.rank = 1;
  found.positions.places = {place};
  found.blocs.method = "leiden";
  EditionBlocs blocs;
  blocs.entities = {at("deu"), at("fra")};
  blocs.community = {0, 0};
  blocs.communities = 1;
  found.blocs.editions = {blocs, blocs};
  BlocStep step;
  step.to = 1;
  step.common = 2;
  NullTest undefined;
  undefined.note = "undefined: all are in one bloc at one of the two";
  step.tests = {undefined, undefined};
  found.blocs.steps = {step};
  BlocChange change;
  change.event = BlocEvent::continuation;
  change.edition = 1;
  change.blocs = {0};
  change.threads = {0};
  change.origins = {{0, 0}};
  found.blocs.life.changes = {change};
  found.blocs.life.threads = {{{{0, 0}, {1, 0}}, std::nullopt, std::nullopt}};
  found.work.lineage.steps = {{0, 1, 1, 0, 1.0, ShareInterval{0.2, 1.0}, 0, 0, {}, {}}};
  found.work.lineage.members = {{at("fund"), 0, {0}, 0, 0, {0}}};
  found.work.lineage.survival.all = {
      "all", 2, 1, {{1.0, 2, 1, 0, 0.5, 0.5, 0.25, 0.125, 0.75}}, 1.0};
  found.work.lineage.survival.by_kind = {found.work.lineage.survival.all, {}};
  found.work.lineage.survival.by_kind[0].name = "initiative";
  found.work.lineage.survival.by_kind[1] = {
      "organisation", 1, 0, {{2.0, 1, 0, 1, 0.0, 1.0, 0.0, {}, {}}}, {}};
  found.work.agenda.editions = {{1, 1, {{"peace", 1.0}}}, {1, 0, {}}};
  found.work.agenda.steps = {{0, 1, std::nullopt, {}, {}, {"peace"}, {}}};
  found.work.commitments.editions.resize(2);
  found.hosting.rotation.regions = {"Europe", ""};
  HostEffect effect;
  effect.host = at("fra");
  effect.before = 0.5;
  effect.during = 1.0;
  effect.change = 0.5;
  effect.test = test(0.5, 0.5, 0.6, 0.5);
  found.hosting.effects = {effect};
  found.hosting.organisers = {{0, 1, 1, 0, {}, 0.0, std::nullopt, std::nullopt}};
  return found;
}

Continuity with_persistence(const Network& network) {
  Continuity found = example::continuity(network);
  found.persistence = example_persistence(network);
  return found;
}

}  // namespace

TEST_CASE("verdict: no more is said than p allows", "[exporters][continuity]") {
  using report::verdict;
  CHECK(verdict(test(0.5, 0.01, 0.02)).find("more than chance") != std::string::npos);
  CHECK(verdict(test(-0.5, 0.01, 0.02)).find("less than chance") != std::string::npos);
  CHECK(verdict(test(0.5, 0.04, 0.2)).find("not among all the tests") != std::string::npos);
  CHECK(verdict(test(0.5, 0.3, 0.4)).find("cannot be told from chance") != std::string::npos);
  // What could not have come out small decides nothing, whatever it is.
  CHECK(verdict(test(0.5, 0.1, 0.1, 0.1)).find("cannot be decided") != std::string::npos);
  NullTest undefined;
  undefined.note = "undefined: nobody took part in both";
  CHECK(verdict(undefined) == "Undefined: nobody took part in both.");
  CHECK(verdict(NullTest{}) == "Not tested.");
}

TEST_CASE("json: persistence is there when it was computed, and not else",
          "[exporters][continuity]") {
  const Network network = example::network();
  const json without =
      json::parse(continuity_json(network, example::continuity(network), example::provenance()));
  CHECK_FALSE(without.contains("positions"));
  CHECK_FALSE(without.contains("lineage"));
  const json found =
      json::parse(continuity_json(network, with_persistence(network), example::provenance()));
  const json& edges = found["positions"]["edges"][0];
  CHECK(edges["from"] == "s1");
  CHECK(edges["to"] == "s2");
  CHECK(edges["persistence"].is_null());
  CHECK(edges["test"]["p_adjusted"] == 0.02);
  CHECK(found["positions"]["ranks"][0]["mobility"][0] == json({0, 0, 0, 2}));
  CHECK(found["positions"]["places"][0]["entity"] == "fra");
  CHECK(found["blocs"]["editions"][1]["blocs"] == json::array({json::array({"deu", "fra"})}));
  CHECK(found["blocs"]["life"]["changes"][0]["event"] == "continuation");
  CHECK(found["blocs"]["life"]["threads"][0]["merged_into"].is_null());
  CHECK(found["lineage"]["members"][0]["launched"] == "s1");
  CHECK(found["lineage"]["members"][0]["alive"] == json({"s1"}));
  CHECK(found["lineage"]["survival"]["missed"] == 1);
  CHECK(found["lineage"]["survival"]["all"]["rows"][0]["survival"] == 0.5);
  CHECK(found["lineage"]["steps"][0]["orphan_interval"] == json({0.2, 1.0}));
  CHECK(found["lineage"]["steps"][0]["inheritance"].is_null());
  CHECK(found["agenda"]["steps"][0]["distance"].is_null());
  CHECK(found["commitments"]["overall"]["percentage"].is_null());
  CHECK(found["hosting"]["organisers"][0]["next_host_before"].is_null());
}

TEST_CASE("report: what carries over is told with its p and its limits",
          "[exporters][continuity]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const Continuity continuity = with_persistence(network);
  ReportParts parts{graph};
  parts.continuity = &continuity;
  const std::string text = report_markdown(network, parts);
  const auto has = [&text](const char* part) { return text.find(part) != std::string::npos; };
  CHECK(has("## What carries over"));
  CHECK(
      has("of 1 pair joined among the 2 who took part in both, 1 was joined again; the two sets "
          "of edges correlate by 0.500. This is more than chance alone would bring (p = 0.010, "
          "adjusted 0.020)."));
  CHECK(has("Kendall's tau-b is 0.250. This cannot be told from chance"));
  CHECK(has("Undefined: all are in one bloc at one of the two."));
  CHECK(has("100.0 % (20.0 % to 100.0 %)"));
  CHECK(has("### How long what is set up goes on"));
  CHECK(
      has("By this count 50.0 % of what was set up shows a sign of life at the next edition or "
          "later. By kind: 50.0 % of 2 for initiatives and 100.0 % of 1 for organisations. Half is "
          "gone by edition 1 after the launch."));
  CHECK(has("The data record no assessment of a commitment"));
  CHECK(has("This cannot be decided: the smallest p that these data allow is 0.500."));
  parts.continuity = nullptr;
  CHECK(report_markdown(network, parts).find("What carries over") == std::string::npos);
}

TEST_CASE("report: without anything that joins participants nothing is compared",
          "[exporters][continuity]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  Continuity continuity = with_persistence(network);
  for (EditionFigures& edition : continuity.persistence->positions.editions) edition.edges = 0;
  ReportParts parts{graph};
  parts.continuity = &continuity;
  const std::string text = report_markdown(network, parts);
  CHECK(text.find("positions and blocs cannot be compared") != std::string::npos);
  CHECK(text.find("### Blocs") == std::string::npos);
}

}  // namespace summitry
