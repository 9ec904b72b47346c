// Each command on data whose answers are known.
#include <nlohmann/json.hpp>

#include "exporters/save.hpp"
#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

TEST_CASE("measure: the table ranks by the first measure", "[cli]") {
  const Outcome outcome = Workshop().run({"measure", "datasets/karate", "--top", "3"});
  REQUIRE(outcome.code == 0);
  const auto lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "rank  name      kind    id        degree  betweenness  pagerank");
  CHECK(has(lines[1], "John A    person  actor-34      17"));
  CHECK(has(lines[2], "Mr Hi     person  actor-01      16        231.1"));
  CHECK(lines[4] == "3 of 34 entities, by degree; --top 0 shows all");
}

TEST_CASE("measure: CSV holds every entity in order of ids", "[cli]") {
  const Workshop shop;
  const Outcome outcome =
      shop.run({"measure", "datasets/karate", "--measures", "degree,core", "--format", "csv"});
  REQUIRE(outcome.code == 0);
  const auto lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 35);
  CHECK(lines[0] == "id,kind,name,degree,core");
  CHECK(lines[1] == "actor-01,person,Mr Hi,16,4");
  CHECK(lines[34] == "actor-34,person,John A,17,4");
}

TEST_CASE("measure: the form of a file follows its extension, several files at once", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run(
      {"measure", "datasets/karate", "-o", "out/a.csv", "-o", "out/a.json", "-o", "out/a.txt"});
  REQUIRE(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(shop.read("out/a.csv").starts_with("id,kind,name,degree,betweenness,pagerank\n"));
  CHECK(shop.read("out/a.txt").starts_with("rank  name"));
  const json result = json::parse(shop.read("out/a.json"));
  CHECK(result["measures"].size() == 3);
  CHECK(result["entities"].size() == 34);
}

TEST_CASE("measure: options reach the measure and are told", "[cli]") {
  const Outcome outcome = Workshop().run({"measure", "datasets/karate", "--measures", "pagerank",
                                          "--set", "pagerank.damping=0.5", "--format", "json"});
  REQUIRE(outcome.code == 0);
  const json result = json::parse(outcome.out);
  CHECK(result["measures"][0]["parameters"]["damping"].dump().find("0.5") != std::string::npos);
}

TEST_CASE("measure: normalised degree is a share, and what has no such form is named", "[cli]") {
  const Outcome outcome = Workshop().run({"measure", "datasets/karate", "--measures",
                                          "degree,pagerank", "--normalized", "--format", "csv"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "actor-34,person,John A,0.5151515151515151,"));
  CHECK(has(outcome.err, "without a normalised form: pagerank"));
}

TEST_CASE("measure: weights are never guessed", "[cli]") {
  const Workshop shop;
  const std::vector<std::string> base = {"measure", "datasets/karate", "--weights", "weight"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), base.begin(), base.end());
    return shop.run(more);
  };
  const Outcome refused = with({"--measures", "betweenness"});
  CHECK(refused.code == 2);
  CHECK(has(refused.err,
            "betweenness reads weights as distances, and these are strengths: add "
            "--weights-mean distance"));
  CHECK(with({"--measures", "betweenness", "--weights-mean", "distance"}).code == 0);
  const Outcome all = with({"--measures", "all", "--format", "csv"});
  CHECK(all.code == 0);
  CHECK(has(all.err, "left out: betweenness reads weights as distances"));
  CHECK_FALSE(has(lines_of(all.out).front(), ",betweenness,"));
  CHECK(has(lines_of(all.out).front(), "strength"));
}

TEST_CASE("measure: all is every exact measure of entities where weights do not forbid it",
          "[cli]") {
  const Workshop shop;
  const json catalogue = json::parse(shop.run({"catalogue", "measures", "--format", "json"}).out);
  const Outcome outcome =
      shop.run({"measure", "datasets/karate", "--measures", "all", "--format", "csv"});
  REQUIRE(outcome.code == 0);
  std::string header = "id,kind,name";
  for (const json& measure : catalogue["measures"]) {
    if (measure["of"] != "entities") continue;
    if (measure["measure"].get<std::string>().starts_with("approximate-")) continue;
    header.append(",").append(measure["measure"].get<std::string>());
  }
  CHECK(lines_of(outcome.out).front() == header);
}

TEST_CASE("measure: selection by kind, status, confidence and direction", "[cli]") {
  const Workshop shop;
  shop.write("p/entities.csv", "id,kind,name\na,country,A\nb,country,B\nc,person,C\nd,country,D\n");
  shop.write("p/sources.csv", "id,title\ns,S\n");
  shop.write("p/relations.csv",
             "source,type,target,status,sources,confidence\n"
             "a,knows,b,,s,official\na,knows,c,,s,secondary\nb,knows,d,declined,s,official\n"
             "c,knows,d,,,unverified\n");
  const auto degrees = [&shop](std::vector<std::string> options) {
    options.insert(options.begin(), {"measure", "p", "--measures", "degree", "--format", "csv"});
    const Outcome outcome = shop.run(options);
    REQUIRE(outcome.code == 0);
    std::string text;
    for (const std::string& line : lines_of(outcome.out))
      text += line.substr(line.rfind(',')) + " ";
    return text;
  };
  CHECK(degrees({}) == ",degree ,2 ,1 ,1 ,0 ");
  CHECK(degrees({"--kinds", "country"}) == ",degree ,1 ,1 ,0 ");
  CHECK(degrees({"--confidence", "official"}) == ",degree ,1 ,1 ,0 ,0 ");
  CHECK(degrees({"--confidence", "unverified"}) == ",degree ,2 ,1 ,2 ,1 ");
  CHECK(degrees({"--status", "declined"}) == ",degree ,0 ,1 ,0 ,1 ");
  CHECK(degrees({"--status", "declined,realised", "--isolates", "drop"}) == ",degree ,2 ,2 ,1 ,1 ");
  CHECK(degrees({"--isolates", "drop"}) == ",degree ,2 ,1 ,1 ");
}

TEST_CASE("measure: standing memberships can be left out, merged weights without them", "[cli]") {
  const Workshop shop;
  shop.write("p/datapackage.json",
             R"({"name": "p", "resources": [{"name": "entities", "path": "entities.csv"},
                 {"name": "relations", "path": "relations.csv"}],
                 "summitry": {"containers": [{"entity": "un", "type": "member-of"}]}})");
  shop.write("p/entities.csv", "id,kind,name\na,country,A\nb,country,B\nc,country,C\nun,body,UN\n");
  shop.write("p/relations.csv",
             "source,type,target,weight\na,member-of,un,1\nb,member-of,un,1\na,funds,un,5\n"
             "a,knows,b,2\nb,knows,a,3\nc,member-of,un,1\n");
  const auto strength = [&shop](std::vector<std::string> options) {
    options.insert(options.begin(), {"measure", "p", "--measures", "strength", "--weights",
                                     "weight", "--format", "csv", "--quiet"});
    const Outcome outcome = shop.run(options);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return outcome.out.substr(outcome.out.find('\n') + 1);
  };
  CHECK(strength({}) == "a,country,A,11\nb,country,B,6\nc,country,C,1\nun,body,UN,8\n");
  CHECK(strength({"--standing", "drop"}) ==
        "a,country,A,10\nb,country,B,5\nc,country,C,0\nun,body,UN,5\n");
  CHECK(strength({"--standing", "drop", "--isolates", "drop"}) ==
        "a,country,A,10\nb,country,B,5\nun,body,UN,5\n");
}

TEST_CASE("measure: a projection joins entities that share a neighbour", "[cli]") {
  const Workshop shop;
  const Outcome outcome =
      shop.run({"measure", "datasets/southern-women", "--project", "person", "--weights", "shared",
                "--measures", "strength,degree", "--format", "csv"});
  REQUIRE(outcome.code == 0);
  CHECK(lines_of(outcome.out).size() == 19);
  const Outcome refused = shop.run(
      {"measure", "datasets/southern-women", "--project", "person", "--weights", "newmann"});
  CHECK(refused.code == 2);
  CHECK(has(refused.err, R"(did you mean "newman"?)"));
}

TEST_CASE("communities: the karate club's best division is found and called by its modularity",
          "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"communities", "datasets/karate", "--format", "json"});
  REQUIRE(outcome.code == 0);
  const json result = json::parse(outcome.out);
  CHECK(result["modularity"].get<double>() == Approx(0.4197896).epsilon(1e-6));
  CHECK(result["communities"].size() == 4);
  CHECK(result["stability"].is_object());
  const Outcome csv = shop.run({"communities", "datasets/karate", "--format", "csv"});
  CHECK(lines_of(csv.out).front() == "id,kind,name,community");
  CHECK(lines_of(csv.out).size() == 35);
  CHECK(has(shop.run({"communities", "datasets/karate"}).out,
            "4 of 4 communities; modularity 0.4198"));
}

TEST_CASE("communities: the same seed gives the same bytes on one thread and on two", "[cli]") {
  const Workshop shop;
  const auto run = [&shop](const char* threads) {
    return shop.run({"communities", "datasets/southern-women", "--seed", "7", "--threads", threads,
                     "--format", "json"});
  };
  CHECK(run("1").code == 0);
  CHECK(run("1").out == run("2").out);
}

TEST_CASE("continuity: Southern Women from E07 to E08", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"continuity", "datasets/southern-women", "--format", "json"});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  const json result = json::parse(outcome.out);
  CHECK(result["editions"].size() == 14);
  const json& step = result["transitions"][6];
  CHECK(step["from"] == "e07");
  CHECK(step["to"] == "e08");
  // E07 had 10 women and E08 had 14; 8 came to both.
  CHECK(step["retained"] == 8);
  CHECK(step["left"] == 2);
  CHECK(step["entered"] == 6);
  CHECK(step["retention"] == 0.8);
  CHECK(step["jaccard"] == 0.5);
  CHECK(
      lines_of(shop.run({"continuity", "datasets/southern-women", "--format", "csv"}).out).size() ==
      14);
  CHECK(has(shop.run({"continuity", "datasets/southern-women"}).out, "e07"));
}

TEST_CASE("continuity: the same bytes from one thread and from two", "[cli]") {
  const Workshop shop;
  const auto run = [&shop](const char* threads) {
    return shop.run({"continuity", "datasets/ai-summits", "--samples", "60", "--threads", threads,
                     "--format", "json"});
  };
  const Outcome one = run("1");
  REQUIRE(one.code == 0);
  CHECK(one.out == run("2").out);
  const json result = json::parse(one.out);
  CHECK(result["null_model"]["name"] == "fixed-margins");
  CHECK(result["transitions"][0]["expected"]["exact"] == true);
  CHECK(result["groups"][0]["by"] == "all");
  CHECK(result["tests"].size() > 10);
}

TEST_CASE("continuity: options of rosters are refused outside their range", "[cli]") {
  const Workshop shop;
  const auto refused = [&shop](const char* flag, const char* value) {
    const Outcome outcome = shop.run({"continuity", "datasets/southern-women", flag, value});
    INFO(flag << " " << value << ": " << outcome.err);
    return outcome.code == 2;
  };
  CHECK(refused("--missed", "0"));
  CHECK(refused("--samples", "0"));
  CHECK(refused("--propensity", "0"));
  CHECK(refused("--role-ranks", "hosted=high"));
  CHECK(refused("--strata", "colour"));
  CHECK(refused("--null-model", "fixed"));
  CHECK(refused("--universe", "3"));
}

TEST_CASE("continuity: a data set without a series is told so", "[cli]") {
  const Outcome outcome = Workshop().run({"continuity", "datasets/karate"});
  CHECK(outcome.code == 2);
  CHECK(has(outcome.err, "series"));
}

TEST_CASE("check: counts what is kept, lists what is wrong, and the exit code tells", "[cli]") {
  const Workshop shop;
  const Outcome good = shop.run({"check", "datasets/karate"});
  CHECK(good.code == 0);
  CHECK(good.out ==
        "datasets/karate (data-package): no errors, no warnings; 34 entities, 78 relations, 2 "
        "sources, no claims and no series kept\n");
  shop.write("p/entities.csv", "id,kind,name\na,person,A\n");
  shop.write("p/relations.csv", "source,type,target,from\na,knows,aa,2025-13\n");
  const Outcome bad = shop.run({"check", "p"});
  CHECK(bad.code == 1);
  CHECK(has(bad.out, "p/relations.csv:2:9: error: "));
  CHECK(has(bad.out, "p/relations.csv:2:12: error: "));
  CHECK(has(bad.out, "2 errors"));
  CHECK(has(bad.out, "nothing can be used until the errors are mended"));
}

TEST_CASE("info: counts of the data and the shape of the graph", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"info", "datasets/karate", "--format", "json"});
  REQUIRE(outcome.code == 0);
  const json result = json::parse(outcome.out);
  const auto value = [](const json& section, const std::string& item) -> json {
    for (const json& row : section) {
      if (row["item"] == item) return row["value"];
    }
    return nullptr;
  };
  CHECK(value(result["data"], "entities") == 34);
  CHECK(value(result["graph"], "edges") == 78);
  CHECK(value(result["graph"], "diameter (of connected pairs)") == 5);
  CHECK(value(result["graph"], "triangles") == 45);
  CHECK(value(result["graph"], "density").get<double>() == Approx(78.0 / (34.0 * 33.0 / 2.0)));
  CHECK(result["kinds"][0]["kind"] == "person");
  CHECK(has(shop.run({"info", "datasets/southern-women"}).out, "series"));
}

TEST_CASE("convert: a whole data set goes through every lossless format unchanged", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"convert", "datasets/southern-women", "a.json"}).code == 0);
  REQUIRE(shop.run({"convert", "a.json", "package"}).code == 0);
  REQUIRE(shop.run({"convert", "package", "b.json"}).code == 0);
  CHECK(shop.read("a.json") == shop.read("b.json"));
}

TEST_CASE("convert: says what the new format cannot hold", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"convert", "datasets/karate", "karate.csv"});
  CHECK(outcome.code == 0);
  CHECK(has(outcome.err, "edge-list cannot hold "));
  CHECK(has(outcome.err, "wrote karate.csv"));
  CHECK(lines_of(shop.read("karate.csv")).size() == 79);
  const Outcome measured =
      shop.run({"measure", "karate.csv", "--measures", "degree", "--format", "csv"});
  CHECK(measured.code == 0);
  CHECK(has(measured.out, "actor-34,entity,actor-34,17\n"));
}

TEST_CASE("convert: measures and communities travel along when they are asked for", "[cli]") {
  const Workshop shop;
  const std::vector<std::string> base = {"convert", "datasets/karate", "k.node-link.json"};
  REQUIRE(shop.run(base).code == 0);
  CHECK_FALSE(json::parse(shop.read("k.node-link.json"))["nodes"][0].contains("degree"));
  REQUIRE(shop.run({"convert", "datasets/karate", "k.node-link.json", "--measures", "degree",
                    "--communities", "--method", "louvain", "--runs", "2"})
              .code == 0);
  const json read = json::parse(shop.read("k.node-link.json"));
  CHECK(read["nodes"][0]["degree"] == 16.0);
  CHECK(read["nodes"][0].contains("community-name"));
  CHECK(has(read["graph"]["communities"].get<std::string>(), "Louvain"));
  CHECK(has(read["graph"]["command"].get<std::string>(), "--measures degree --communities"));
}

TEST_CASE("convert: an option of results that do not travel along is refused", "[cli]") {
  const Workshop shop;
  const auto refusal = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"convert", "datasets/karate", "k.gexf"});
    const Outcome outcome = shop.run(words);
    CHECK(outcome.code == 2);
    return outcome.err;
  };
  CHECK(has(refusal({"--method", "louvain"}), "--method has no effect without --communities"));
  CHECK(has(refusal({"--samples", "10"}), "--samples has no effect without --continuity"));
  CHECK(has(refusal({"--normalized"}), "--normalized has no effect without --measures"));
  CHECK(has(refusal({"--measures", "edge-betweenness"}), "edge-betweenness is one of edges"));
}

TEST_CASE("convert: every format is written, and every file of it is named", "[cli]") {
  const Workshop shop;
  for (const summitry::Exporter& format : summitry::exporters()) {
    INFO(format.name);
    const std::string path = "out/x" + std::string(format.extension);
    const Outcome outcome = shop.run(
        {"convert", "datasets/southern-women", path, "--format", std::string(format.name)});
    CHECK(outcome.code == 0);
    CHECK(has(outcome.err, "wrote " + path));
    CHECK(has(outcome.err, std::string(format.name) + " cannot hold ") == !format.limits.empty());
  }
  CHECK(has(shop.read("out/x.edges.csv"), "Source,Target,Type"));
}

TEST_CASE("convert: --no-positions leaves places out", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"convert", "datasets/karate", "a.gexf"}).code == 0);
  CHECK(has(shop.read("a.gexf"), "<viz:position"));
  REQUIRE(shop.run({"convert", "datasets/karate", "a.gexf", "--no-positions"}).code == 0);
  CHECK_FALSE(has(shop.read("a.gexf"), "<viz:position"));
}

TEST_CASE("convert: --times writes years into a Pajek file, and only there", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"convert", "datasets/ai-summits", "a.net"}).code == 0);
  CHECK_FALSE(has(shop.read("a.net"), "[20"));
  REQUIRE(shop.run({"convert", "datasets/ai-summits", "a.net", "--times"}).code == 0);
  CHECK(has(shop.read("a.net"), " l \"attended\" [2023]\n"));
  CHECK(shop.run({"check", "a.net"}).code == 0);
  const Outcome refused = shop.run({"convert", "datasets/karate", "a.gexf", "--times"});
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "--times has no effect on gexf"));
}

TEST_CASE("catalogue: lists measures, methods and formats in every form", "[cli]") {
  const Workshop shop;
  const json all = json::parse(shop.run({"catalogue", "--format", "json"}).out);
  CHECK(all["measures"].size() >= 10);
  CHECK(all["methods"].size() >= 3);
  CHECK(all["formats"].size() >= 7);
  for (const json& measure : all["measures"]) {
    INFO(measure["measure"]);
    CHECK_FALSE(measure["definition"].get<std::string>().empty());
    CHECK_FALSE(measure["reference"].get<std::string>().empty());
  }
  CHECK(shop.run({"catalogue", "methods", "--format", "csv"}).out.starts_with("method,title"));
  CHECK(has(shop.run({"catalogue"}).out, "betweenness"));
}

TEST_CASE("input: a compressed list, and no more of it than is allowed", "[cli]") {
  const Workshop shop;
  const Outcome refused = shop.shell(
      "seq 1 150000 | sed 's/$/ 7/' | gzip > list.txt.gz\n"
      "summitry measure list.txt.gz --measures degree --top 1 --decoded-limit 1");
  CHECK(refused.code == 1);
  CHECK(has(refused.err,
            "list.txt.gz: error: more than 1 MiB come out of it; if it is to be "
            "trusted, allow more by --decoded-limit"));
  const Outcome outcome =
      shop.run({"measure", "list.txt.gz", "--measures", "degree", "--top", "1"});
  CHECK(outcome.code == 0);
  CHECK(has(outcome.err, "150000 relations read"));
}
