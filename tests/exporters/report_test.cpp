// The report: bytes, escaping, and that its sentences say what the data say.
#include "exporters/report.hpp"

#include <rapidcheck.h>

#include "exporters/report/markdown.hpp"
#include "exporters/words.hpp"
#include "tests/exporters/example.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Catch::Contains;

struct Example {
  Network network = example::network();
  Graph graph = example::graph(network);
  std::vector<NamedScores> scores = example::scores(graph);
  NamedPartition communities = example::communities(graph);
  Continuity continuity = example::continuity(network);

  [[nodiscard]] ReportParts parts() const {
    return {.graph = graph,
            .scores = scores,
            .communities = &communities,
            .continuity = &continuity,
            .provenance = example::provenance(),
            .definitions = {{"degree", "how many edges an entity has"}},
            .figures = {{"network.svg", "The network", "All entities."}},
            .files = {{"metrics.csv", "every measure"}}};
  }
};

bool has(const std::vector<std::string>& sentences, const std::string& part) {
  return std::any_of(sentences.begin(), sentences.end(), [&part](const std::string& sentence) {
    return sentence.find(part) != std::string::npos;
  });
}

// How many columns the widest table has.
std::size_t widest_table(const std::string& markdown) {
  std::size_t widest = 0;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| ")) continue;
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++bars;
    }
    widest = std::max(widest, bars - 1);
  }
  return widest;
}

}  // namespace

TEST_CASE("markdown: what would be markup is escaped", "[exporters][report]") {
  CHECK(markdown::escaped("a*b_c") == "a\\*b\\_c");
  CHECK(markdown::escaped("<script>&amp;") == "\\<script\\>&amp;amp;");
  CHECK(markdown::escaped("a|b\nc") == "a\\|b c");
  CHECK(markdown::escaped("[x](y)") == "\\[x\\](y)");
  CHECK(markdown::escaped("1. first") == "1\\. first");
  CHECK(markdown::escaped("1.2.0") == "1.2.0");
  CHECK(markdown::escaped("- x") == "\\- x");
}

TEST_CASE("markdown: a name breaks neither its line nor its cell", "[exporters][report]") {
  CHECK(rc::check([](const std::string& name) {
    const std::string row = markdown::table({{"Name", false}}, {{markdown::escaped(name) + "."}});
    RC_ASSERT(std::count(row.begin(), row.end(), '\n') == 3);
    const std::string cell = row.substr(row.rfind("\n| ") + 3);
    for (std::size_t i = 0; i + 2 < cell.size(); ++i) {
      if (cell[i] == '|') RC_ASSERT(i > 0 && cell[i - 1] == '\\');
    }
  }));
}

TEST_CASE("markdown: only addresses of the web become links", "[exporters][report]") {
  CHECK(markdown::link("T", "https://a.org/x y>") == "[T](<https://a.org/x%20y%3E>)");
  CHECK(markdown::link("T", "javascript:alert(1)") == "T");
  CHECK(markdown::link("T", "") == "T");
}

TEST_CASE("markdown: code keeps backticks", "[exporters][report]") {
  CHECK(markdown::code("a") == "`a`");
  CHECK(markdown::code("a`b") == "`` a`b ``");
  CHECK(markdown::code_block("```") == "``````\n```\n``````\n");
}

TEST_CASE("markdown: counts are whole, figures have three decimals or three digits",
          "[exporters][report]") {
  CHECK(markdown::count(1234567) == "1,234,567");
  CHECK(markdown::count(999) == "999");
  CHECK(markdown::figure(47.5) == "47.500");
  CHECK(markdown::figure(11649.854) == "11,649.9");
  CHECK(markdown::figure(-1234.56) == "-1,234.6");
  CHECK(markdown::figure(1900.0) == "1,900");
  CHECK(markdown::figure(-3.0) == "-3");
  CHECK(markdown::figure(0.000123456) == "0.000123");
  CHECK(markdown::figure(std::nan("")).empty());
  CHECK(markdown::percent(2.0 / 3.0) == "66.7 %");
  CHECK(p_in_words(0.0004) == "p < 0.001");
  CHECK(p_in_words(0.0466) == "p = 0.047");
}

TEST_CASE("markdown: lists read as sentences do", "[exporters][report]") {
  CHECK(markdown::listed({"a"}, 3) == "a");
  CHECK(markdown::listed({"a", "b", "c"}, 3) == "a, b and c");
  CHECK(markdown::listed({"a", "b", "c", "d"}, 2) == "a, b and 2 more");
  CHECK(markdown::listed({}, 2).empty());
  CHECK(markdown::listed({"a", "b"}, 2, "or") == "a or b");
}

TEST_CASE("report: the example is written byte for byte", "[exporters][report]") {
  const Example example;
  check_golden("report.md", report_markdown(example.network, example.parts()));
}

TEST_CASE("report: no table is wider than eight columns", "[exporters][report]") {
  const Example example;
  const std::size_t widest = widest_table(report_markdown(example.network, example.parts()));
  CHECK(widest <= 8);
  CHECK(widest >= 6);
}

TEST_CASE("report: who leads and who follows are read from the measure", "[exporters][report]") {
  Example example;
  NamedScores betweenness{"betweenness", "Betweenness", "", {}, {}};
  betweenness.scores.values.assign(example.graph.vertex_count(), 0.0);
  const auto vertex = [&example](const char* id) { return example.network.index_of(id); };
  betweenness.scores.values[vertex("usa")] = 7.5;
  betweenness.scores.values[vertex("fra")] = 2.25;
  betweenness.scores.values[vertex("lab")] = 99.0;
  example.scores.push_back(betweenness);
  const auto found = key_findings(example.network, example.parts());
  CHECK(has(found,
            "Among the 3 countries, **\\<b\\>USA\\</b\\> &amp; \\*co\\* \\| \\_x\\_** is the "
            "most central by betweenness (7.500), followed by France (2.250)"));
}

TEST_CASE("report: equal leaders are named together", "[exporters][report]") {
  Example example;
  example.scores.resize(1);
  example.scores[0].scores.values[example.network.index_of("deu")] = 3.0;
  CHECK(has(key_findings(example.network, example.parts()), "are level at the top by degree (3)"));
}

TEST_CASE("report: a step is told with its counts, its share and its expectation",
          "[exporters][report]") {
  Example example;
  Transition& step = example.continuity.transitions.front();
  step.p_value = 0.0001;
  CHECK(
      has(key_findings(example.network, example.parts()),
          "**1 of the 1 participants named at the earlier edition are named again** (100.0 %); 1 "
          "of the 2 at the later one were not at the earlier. By chance alone about 0.7 would be "
          "expected to be at both, were each edition drawn from the 3 named at any (p < 0.001 for "
          "at least this many): more come back than that would bring."));
  step.p_value = 0.85;
  CHECK(has(key_findings(example.network, example.parts()), "this cannot be told from chance."));
}

TEST_CASE("report: an edition without participants is not compared", "[exporters][report]") {
  Example example;
  example.continuity.editions[1].participants.clear();
  CHECK_FALSE(has(key_findings(example.network, example.parts()), "named again"));
}

TEST_CASE("report: unverified relations are counted and never listed", "[exporters][report]") {
  NetworkBuilder builder;
  builder.add_source({.id = "s", .title = "S"});
  builder.add_entity({.id = "a", .kind = "country", .name = "Aland"});
  builder.add_entity({.id = "b", .kind = "document", .name = "Pact"});
  builder.add_relation({.source = "a",
                        .type = "signed",
                        .target = "b",
                        .status = "declined",
                        .confidence = "unverified",
                        .note = "rumour"});
  builder.add_claim({.entity = "b", .attribute = "signatories", .value = "2", .source = "s"});
  builder.add_relation(
      {.source = "a", .type = "signed", .target = "b", .confidence = "unverified"});
  const Network network = std::move(builder).finish();
  const Graph graph = select(network);
  const std::string report = report_markdown(network, {.graph = graph});
  CHECK_THAT(report, !Contains("rumour"));
  CHECK_THAT(report, !Contains("Refusals"));
  CHECK_THAT(report, Contains("2 relations of the data set are marked as unverified"));
  CHECK_THAT(report, Contains("They are in no figure and in no table of this report."));
  CHECK_THAT(report, Contains("| Pact | signatories | 2 | \\[1\\] | 0 |"));
}

TEST_CASE("report: says so when unverified relations are selected", "[exporters][report]") {
  const Network network = example::network();
  const Graph graph = select(network, {.least_confidence = Confidence::unverified});
  const std::string report = report_markdown(network, {.graph = graph});
  CHECK_THAT(report, Contains("**Unverified relations are among them**"));
  CHECK_THAT(report, Contains("**they are among the figures**"));
}

TEST_CASE("report: nobody and nothing make a report", "[exporters][report]") {
  NetworkBuilder builder;
  const Network nobody = std::move(builder).finish();
  const Graph graph = select(nobody);
  const NamedPartition communities;
  const Continuity continuity;
  const ReportParts parts{.graph = graph, .communities = &communities, .continuity = &continuity};
  CHECK(key_findings(nobody, parts).empty());
  CHECK_THAT(report_markdown(nobody, parts), Contains("# Untitled data set"));
}

TEST_CASE("report: what was not computed has no section", "[exporters][report]") {
  const Example example;
  const std::string report = report_markdown(example.network, {.graph = example.graph});
  for (const char* heading : {"## Measures", "## Communities", "## Continuity", "## Figures",
                              "## Files", "## How to reproduce", "## Methods"}) {
    CHECK_THAT(report, !Contains(heading));
  }
  CHECK_THAT(report, Contains("## Contradictions"));
}

}  // namespace summitry
