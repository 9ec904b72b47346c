// Positions, blocs and work through the program.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

TEST_CASE("continuity: positions, blocs and work of the AI summits", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"continuity", "datasets/ai-summits", "--samples", "99",
                                    "--replicates", "10", "--format", "json"});
  REQUIRE(outcome.code == 0);
  const json found = json::parse(outcome.out);
  CHECK(found["positions"]["edges"].size() == 3);
  CHECK(found["positions"]["ranks"].size() == 3);
  CHECK(found["positions"]["resampling"]["replicates"] == 10);
  CHECK(found["blocs"]["steps"].size() == 3);
  CHECK(found["options"]["rank-by"] == "strength");
  // The report line: commissioned at the first summit, and every edition of it since.
  const json path =
      json::array({"international-ai-safety-report-interim-2024",
                   "international-ai-safety-report-2025", "international-ai-safety-report-2026"});
  CHECK(found["lineage"]["longest"] == path);
  CHECK(found["lineage"]["cycle"].empty());
  CHECK(found["agenda"]["steps"][0]["kept"] == json::array({"safety"}));
  CHECK(found["commitments"]["overall"]["obligations"] == 0);
  CHECK(found["hosting"]["rotation"]["regions"] == json({"Europe", "Asia", "Europe", "Asia"}));
  CHECK(found["hosting"]["rotation"]["entropy"] == 1.0);
}

TEST_CASE("continuity: the table has a part for each question", "[cli]") {
  const Outcome outcome =
      Workshop().run({"continuity", "datasets/ai-summits", "--samples", "19", "--replicates", "0"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "pairs joined (shared), among participants of both"));
  CHECK(has(outcome.out, "ranks by strength"));
  CHECK(has(outcome.out, "blocs by leiden"));
  CHECK(has(outcome.out, "life of blocs"));
  CHECK(has(outcome.out, "what an edition set up, and the next"));
  CHECK(has(outcome.out, "agendas (Jensen-Shannon distance of themes)"));
  CHECK(has(outcome.out, "place of the hosts"));
}

TEST_CASE("continuity: how long what was set up goes on", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"continuity", "datasets/ai-summits", "--samples", "19",
                                    "--replicates", "0", "-o", "found.json"});
  REQUIRE(outcome.code == 0);
  const json survival = json::parse(shop.read("found.json"))["lineage"]["survival"];
  CHECK(survival["missed"] == 1);
  CHECK(survival["all"]["subjects"] > 0);
  const Outcome table = shop.run({"continuity", "datasets/ai-summits", "--samples", "19",
                                  "--replicates", "0", "--missed", "2"});
  REQUIRE(table.code == 0);
  CHECK(has(table.out, "how long what was set up shows signs of life, in editions\nsince launch"));
}

TEST_CASE("continuity: what a test cannot say is noted once, and nothing empty", "[cli]") {
  const Workshop shop;
  shop.write("p/entities.csv",
             "id,kind,name\ns1,summit,First\ns2,summit,Second\na,country,A\nb,country,B\n"
             "c,country,C\n");
  shop.write("p/relations.csv",
             "source,type,target\na,attended,s1\nb,attended,s1\nb,attended,s2\nc,attended,s2\n");
  shop.write(
      "p/series.json",
      R"([{"id": "x", "name": "X", "editions": ["s1", "s2"], "participation": ["attended"]}])");
  const Outcome outcome = shop.run({"continuity", "p"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "\nfixed margins: the null model leaves no choice.\n"));
  CHECK(has(outcome.out, "\norder permutation: fewer than three editions have no other order.\n"));
  CHECK(has(outcome.out, "\nhypergeometric, N = 3: no p could be below 0.3333.\n"));
  CHECK_FALSE(has(outcome.out, ": .\n"));
}

TEST_CASE("continuity: rosters alone say nothing of positions", "[cli]") {
  const Outcome outcome = Workshop().run({"continuity", "datasets/southern-women"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "positions and blocs are not compared"));
  CHECK_FALSE(has(outcome.out, "ranks by strength"));
}

TEST_CASE("continuity: how participants are joined and ranked is chosen and checked", "[cli]") {
  const Workshop shop;
  const Outcome outcome =
      shop.run({"continuity", "datasets/ai-summits", "--joined-by", "either", "--rank-by",
                "betweenness", "--samples", "19", "--replicates", "5", "--format", "json"});
  REQUIRE(outcome.code == 0);
  const json found = json::parse(outcome.out);
  CHECK(found["positions"]["joined_by"] == "either");
  CHECK(found["positions"]["measure"] == "betweenness");
  CHECK(has(found["command"].get<std::string>(), "--joined-by either --rank-by betweenness"));
  const Outcome unknown =
      shop.run({"continuity", "datasets/ai-summits", "--rank-by", "betweennes"});
  CHECK(unknown.code != 0);
  CHECK(has(unknown.err, "betweenness"));
  CHECK(shop.run({"continuity", "datasets/ai-summits", "--joined-by", "x"}).code == 2);
}

TEST_CASE("continuity: a circle in the lineage is named", "[cli]") {
  const Workshop shop;
  shop.write("p/entities.csv",
             "id,kind,name\ns1,summit,First\ns2,summit,Second\na,initiative,A\nb,initiative,B\n");
  shop.write("p/relations.csv",
             "source,type,target,summit\na,launched-at,s1,s1\na,succeeds,b,\nb,renamed-to,a,\n"
             "a,merged-into,b,\n");
  shop.write("p/series.json",
             R"([{"id": "x", "name": "X", "editions": ["s1", "s2"], "participation": []}])");
  const Outcome outcome = shop.run({"continuity", "p"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "a circle in the lineage: a > b"));
}

TEST_CASE("check: every type that says descent or an edition is taken as it is", "[cli]") {
  const Workshop shop;
  shop.write("p/entities.csv",
             "id,kind,name\ns1,summit,First\na,initiative,A\nb,document,B\nc,organisation,C\n");
  std::string relations = "source,type,target\n";
  for (const char* type : {"succeeds", "split-from", "based-on", "reports-to", "superseded-by",
                           "renamed-to", "merged-into", "mandated", "funded-by"}) {
    relations += std::string("a,") + type + ",b\n";
  }
  for (const char* type :
       {"launched-at", "announced-at", "renewed-at", "endorsed-at", "presented-at", "reports-to"}) {
    relations += std::string("c,") + type + ",s1\n";
  }
  shop.write("p/relations.csv", relations);
  const Outcome outcome = shop.run({"check", "p"});
  CHECK(outcome.code == 0);
  // That there is no datapackage.json, and nothing else.
  CHECK(has(outcome.out + outcome.err, "no errors, 1 warning"));
}

TEST_CASE("continuity: the same bytes for any number of threads", "[cli]") {
  const Workshop shop;
  const auto output = [&shop](const char* threads) {
    return shop.run({"continuity", "datasets/ai-summits", "--samples", "199", "--replicates", "20",
                     "--format", "json", "--threads", threads});
  };
  const Outcome one = output("1");
  REQUIRE(one.code == 0);
  CHECK(output("2").out == one.out);
  CHECK(output("4").out == one.out);
}

TEST_CASE("report: what carries over has sentences", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"report", "datasets/ai-summits", "-o", "out", "--samples", "99",
                                    "--replicates", "10", "--measures", "degree"});
  REQUIRE(outcome.code == 0);
  const std::string text = shop.read("out/report.md");
  CHECK(has(text, "## What carries over"));
  CHECK(has(text, "### Who is joined to whom"));
  CHECK(has(text, "The data record no assessment of a commitment"));
}
