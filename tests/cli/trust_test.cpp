// summitry communities: how far divisions can be trusted, and what is said about them.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using Json = nlohmann::json;

namespace {

const std::string kKarate = "datasets/karate";
const std::string kWomen = "datasets/southern-women";

std::vector<std::string> plus(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

TEST_CASE("trust: the output says stable or unstable, and by which figure", "[cli]") {
  const Workshop shop;
  const std::string stable = shop.run({"communities", kKarate}).out;
  CHECK(has(stable, "\nstable: 100 runs with different seeds agree by 1.000"));
  CHECK(has(stable, "\nevery run gives the same division\n"));
  CHECK_FALSE(has(stable, "waver"));
  const std::string unstable =
      shop.run({"communities", kKarate, "--method", "label-propagation"}).out;
  CHECK(has(unstable, "\nunstable: 100 runs with different seeds agree by 0."));
  CHECK(has(unstable, "so borders between communities are uncertain"));
  CHECK(has(unstable, " solutions: "));
  CHECK(has(unstable, " of the runs end near this one"));
  CHECK(has(unstable,
            "\n1 entity wavers, with less than 75 % of its community beside it in a run: Actor "));
  CHECK(has(unstable, "Actor "));
  CHECK(has(shop.run({"communities", kKarate, "--runs", "1"}).out,
            "one run: nothing is known about its stability"));
}

TEST_CASE("trust: they are named, and JSON says by which traits", "[cli]") {
  const Workshop shop;
  CHECK(has(shop.run({"communities", kKarate}).out, "people with faction Officers"));
  const Json found = Json::parse(shop.run({"communities", kKarate, "--format", "json"}).out);
  const Json& first = found["communities"][0];
  CHECK(first["name"] == "people with faction Officers");
  CHECK(first["top_members"].size() == 5);
  REQUIRE_FALSE(first["traits"].empty());
  CHECK(first["traits"][0]["inside"].get<int>() <= first["size"].get<int>());
  CHECK(first["traits"][0]["p"] <= first["traits"][0]["p_adjusted"]);
  CHECK(found["kept"] == "best");
  CHECK(found["random"] == true);
  // entities that are not selected still describe those that are
  const Json women = Json::parse(shop.run({"communities", kWomen, "--project", "person",
                                           "--weights", "shared", "--format", "json"})
                                     .out);
  bool by_event = false;
  for (const Json& community : women["communities"]) {
    for (const Json& trait : community["traits"]) by_event |= trait["of"] == "relation-to";
  }
  CHECK(by_event);
}

TEST_CASE("trust: how often pairs are together, as a file and in JSON", "[cli]") {
  const Workshop shop;
  const Outcome outcome =
      shop.run({"communities", kKarate, "--method", "label-propagation", "--co-membership",
                "pairs.csv", "--together", "0.5", "--format", "json"});
  REQUIRE(outcome.code == 0);
  const Json pairs = Json::parse(outcome.out)["co_membership"]["pairs"];
  const auto lines = lines_of(shop.read("pairs.csv"));
  CHECK(lines[0] == "id_a,id_b,probability");
  CHECK(lines.size() == pairs.size() + 1);
  for (const Json& pair : pairs) {
    CHECK(pair["probability"] >= 0.5);
    CHECK(pair["probability"] <= 1.0);
    CHECK(pair["id_a"].get<std::string>() < pair["id_b"].get<std::string>());
  }
  // for larger graphs only when it is asked for
  const auto large = [&](const std::vector<std::string>& more) {
    return Json::parse(
        shop.run(plus({"communities", "datasets/ai-summits", "--runs", "3", "--format", "json"},
                      more))
            .out)["co_membership"];
  };
  CHECK(large({}).is_null());
  CHECK(large({"--together", "1"})["from"] == 1.0);
}

TEST_CASE("trust: consensus and random graphs, when they are asked for", "[cli]") {
  const Workshop shop;
  const Json found =
      Json::parse(shop.run({"communities", kKarate, "--method", "label-propagation", "--consensus",
                            "--random-graphs", "9", "--format", "json"})
                      .out);
  CHECK(found["kept"] == "consensus");
  CHECK(found["stability"]["consensus_agreement"].is_number());
  CHECK(found["beyond_chance"]["random_graphs"] == 9);
  CHECK(found["beyond_chance"]["p_value"] >= 0.1);
  const std::string text =
      shop.run({"communities", kKarate, "--consensus", "--random-graphs", "9"}).out;
  CHECK(has(text, "this is the consensus of the runs; it agrees with the best of them by 1.000"));
  CHECK(has(text, "on 9 random graphs of the same degrees"));
}

TEST_CASE("trust: the resolution profile in all forms", "[cli]") {
  const Workshop shop;
  const std::string text = shop.run({"communities", kKarate, "--resolution-profile"}).out;
  CHECK(has(text, "plateau 0: resolution "));
  CHECK(has(text, "--resolution auto takes it"));
  CHECK(has(text, " *\n"));
  const Json profile = Json::parse(
      shop.run({"communities", kKarate, "--resolution-profile", "--format", "json"}).out);
  std::size_t chosen = 0;
  for (const Json& plateau : profile["plateaus"]) chosen += plateau["chosen"] == true ? 1 : 0;
  CHECK(chosen == 1);
  const auto csv =
      lines_of(shop.run({"communities", kKarate, "--resolution-profile", "--format", "csv"}).out);
  CHECK(csv[0] == "resolution,communities,quality,stability,distance,from,to,plateau,chosen");
  CHECK(csv.size() == profile["resolutions"].size() + 1);
  // auto takes what the profile says
  const Json found = Json::parse(
      shop.run({"communities", kKarate, "--resolution", "auto", "--format", "json"}).out);
  for (const Json& plateau : profile["plateaus"]) {
    if (plateau["chosen"] != true) continue;
    CHECK(std::stod(found["parameters"]["resolution"].get<std::string>()) ==
          plateau["resolution"].get<double>());
    CHECK(found["communities"].size() == plateau["communities"].get<std::size_t>());
  }
}

TEST_CASE("trust: the same bytes for rows in another order", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.shell(
      "for name in karate southern-women; do\n"
      "  mkdir one two; cp -r datasets/$name one/data; cp -r datasets/$name two/data\n"
      "  for table in entities relations; do\n"
      "    (head -n 1 one/data/$table.csv; tail -n +2 one/data/$table.csv | tac)"
      " > two/data/$table.csv\n"
      "  done\n"
      "  for more in '' '--consensus' '--resolution auto' '--method label-propagation'; do\n"
      "    (cd one; summitry communities data --quiet --format json $more > ../one.json)\n"
      "    (cd two; summitry communities data --quiet --format json $more --threads 1"
      " > ../two.json)\n"
      "    cmp one.json two.json\n"
      "  done\n"
      "  rm -r one two\n"
      "done\n");
  INFO(outcome.out << outcome.err);
  CHECK(outcome.code == 0);
}

TEST_CASE("trust: options that are wrong or do not go together", "[cli]") {
  const Workshop shop;
  const std::vector<std::pair<std::vector<std::string>, std::string>> wrong = {
      {{"--together", "0"}, "--together must be above 0 and at most 1"},
      {{"--together", "often"}, "--together must be above 0 and at most 1"},
      {{"--resolution-profile", "--consensus"}, "--resolution-profile looks at all"},
      {{"--resolution-profile", "--resolution", "1"}, "--resolution-profile looks at all"},
      {{"--resolution-profile", "--method", "label-propagation"}, "resolution"},
  };
  for (const auto& [words, message] : wrong) {
    const Outcome outcome = shop.run(plus({"communities", kKarate}, words));
    INFO(message << " but " << outcome.err);
    CHECK(outcome.code == 2);
    CHECK(has(outcome.err, message));
  }
}

TEST_CASE("report: communities have names, a verdict, and the resolution that auto takes",
          "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", kKarate, "-o", "out"}).code == 0);
  const std::string report = shop.read("out/report.md");
  CHECK(has(report, "### What their members have in common"));
  CHECK(has(report, "### How far this can be trusted"));
  CHECK(has(report, "The grouping is **stable**: 100 runs"));
  CHECK(has(report, "people with faction Mr Hi"));
  const Json auto_found = Json::parse(
      shop.run({"communities", kKarate, "--resolution", "auto", "--format", "json"}).out);
  const Json reported = Json::parse(shop.read("out/communities.json"));
  CHECK(reported["parameters"] == auto_found["parameters"]);
  CHECK(reported["communities"] == auto_found["communities"]);
}
