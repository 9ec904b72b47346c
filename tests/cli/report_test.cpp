// The report: complete, the same bytes whatever the threads, all or nothing.
#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace summitry::cli;
using nlohmann::json;

namespace {

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files[entry.path().filename().string()] = text_of(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("report: two runs, with one and two threads, write identical files", "[cli]") {
  const Workshop shop;
  for (const char* dataset : {"karate", "southern-women", "ai-summits"}) {
    INFO(dataset);
    const std::string input = std::string("datasets/") + dataset;
    const std::string one = std::string(dataset) + "/one";
    const std::string two = std::string(dataset) + "/two";
    const Outcome first = shop.run({"report", input, "-o", one, "--threads", "1"});
    INFO(first.err);
    REQUIRE(first.code == 0);
    REQUIRE(shop.run({"report", input, "-o", two, "--threads", "2", "--quiet"}).code == 0);
    const auto files = files_in(shop.path(one));
    CHECK(files.size() >= 9);
    CHECK(files == files_in(shop.path(two)));
  }
}

TEST_CASE("report: a series brings continuity and its tables", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"report", "datasets/ai-summits", "-o", "r"});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  for (const char* name :
       {"report.html", "report.md", "metrics.csv", "metrics.json", "communities.csv",
        "communities.json", "continuity.csv", "continuity.json", "participants.csv", "hosts.csv",
        "initiatives.csv", "relations.csv", "refusals.csv", "contradictions.csv", "sources.csv",
        "network.dot", "network.svg"}) {
    INFO(name);
    CHECK(shop.exists(std::string("r/") + name));
  }
  CHECK(json::parse(shop.read("r/continuity.json"))["editions"].size() == 4);
}

TEST_CASE("report: every file is named in report.md, and nothing else is written", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", "datasets/karate", "-o", "r"}).code == 0);
  const std::string report = shop.read("r/report.md");
  for (const auto& [name, bytes] : files_in(shop.path("r"))) {
    INFO(name);
    CHECK(has(report, name));
    CHECK_FALSE(bytes.empty());
  }
}

TEST_CASE("report: the page is one file that can be sent by mail, with all that the data hold",
          "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", "datasets/ai-summits", "-o", "r"}).code == 0);
  const std::string page = shop.read("r/report.html");
  CHECK(page.size() < 3'000'000);
  const std::string start = "id=\"data\">";
  const std::size_t begin = page.find(start) + start.size();
  const json data = json::parse(page.substr(begin, page.find("</script>", begin) - begin));
  REQUIRE(shop.run({"convert", "datasets/ai-summits", "all.json"}).code == 0);
  const json all = json::parse(shop.read("all.json"));
  CHECK(data["entities"].size() == all["entities"].size());
  CHECK(data["relations"].size() == all["relations"].size());
  CHECK(data["sources"].size() == all["sources"].size());
  CHECK(data["editions"].size() == 4);
}

TEST_CASE("report: the command that it prints gives the same report", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", "datasets/karate", "-o", "r", "--threads", "1", "--measures",
                    "pagerank,degree", "--set", "pagerank.damping=0.9", "--seed", "3"})
              .code == 0);
  const std::string command =
      "summitry report datasets/karate -o out/karate --measures pagerank,degree --set "
      "pagerank.damping=0.9 --seed 3";
  REQUIRE(has(shop.read("r/report.md"), command + "\n"));
  REQUIRE(shop.shell(command).code == 0);
  CHECK(files_in(shop.path("r")) == files_in(shop.path("out/karate")));
}

TEST_CASE("report: no path of the machine is in it", "[cli]") {
  const Workshop shop;
  const std::string input =
      (std::filesystem::path(summitry::testing::source_dir()) / "datasets/karate").string();
  REQUIRE(shop.run({"report", input, "-o", shop.path("r").string()}).code == 0);
  for (const auto& [name, bytes] : files_in(shop.path("r"))) {
    INFO(name);
    CHECK_FALSE(has(bytes, summitry::testing::source_dir()));
    CHECK_FALSE(has(bytes, shop.path("r").string()));
  }
}

TEST_CASE("report: the figures can be had from measure with the selection that it names", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", "datasets/ai-summits", "-o", "r"}).code == 0);
  const Outcome outcome =
      shop.run({"measure", "datasets/ai-summits", "--without", "mentions", "--standing", "drop",
                "--isolates", "drop", "--format", "csv", "--measures",
                "degree,betweenness,closeness,harmonic,eigenvector,pagerank,core,clustering"});
  REQUIRE(outcome.code == 0);
  CHECK(outcome.out == shop.read("r/metrics.csv"));
}

TEST_CASE("report: data with errors is refused and leaves no folder", "[cli]") {
  const Workshop shop;
  shop.write("p/entities.csv", "id,kind,name\na,person,A\n");
  shop.write("p/relations.csv", "source,type,target\na,knows,nobody\n");
  const Outcome outcome = shop.run({"report", "p", "-o", "r"});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.err, "p/relations.csv:2:9: error: "));
  CHECK_FALSE(shop.exists("r"));
}

TEST_CASE("report: unverified relations are not in the figures unless asked for", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", "datasets/ai-summits", "-o", "r"}).code == 0);
  CHECK_FALSE(has(shop.read("r/relations.csv"), ",unverified,"));
  REQUIRE(
      shop.run({"report", "datasets/ai-summits", "-o", "u", "--confidence", "unverified"}).code ==
      0);
  CHECK(has(shop.read("u/relations.csv"), ",unverified,"));
}

TEST_CASE("report: an edge list, nobody at all, and one entity are reports as well", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", "source,target\na,b\nb,c\n");
  shop.write("empty/entities.csv", "id,kind,name\n");
  shop.write("empty/relations.csv", "source,type,target\n");
  shop.write("one/entities.csv", "id,kind,name\na,person,A\n");
  shop.write("one/relations.csv", "source,type,target\n");
  for (const char* input : {"ties.csv", "empty", "one"}) {
    const Outcome outcome = shop.run({"report", input, "-o", std::string("r-") + input});
    INFO(input << "\n" << outcome.err);
    CHECK(outcome.code == 0);
    CHECK(shop.exists(std::string("r-") + input + "/network.svg"));
  }
}
