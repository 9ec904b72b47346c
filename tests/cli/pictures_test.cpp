// Pictures from the command line: what is drawn, where it is written, and what is refused.
#include <string>
#include <vector>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;

TEST_CASE("draw: writes what the extension says, with a caption", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({"draw", "datasets/karate", "-o", "k.svg", "-o", "k.png", "-o",
                                    "k.pdf", "-o", "k.dot", "--size", "betweenness"});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  CHECK(has(shop.read("k.svg"), "<svg"));
  CHECK(shop.read("k.png").starts_with("\x89PNG"));
  CHECK(shop.read("k.pdf").starts_with("%PDF"));
  CHECK(has(shop.read("k.dot"), "graph"));
  CHECK(has(outcome.err, "34"));
}

TEST_CASE("draw: DOT is the same alone and beside a picture", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"draw", "datasets/karate", "-o", "k.svg", "-o", "beside.dot"}).code == 0);
  REQUIRE(shop.run({"draw", "datasets/karate", "-o", "alone.dot"}).code == 0);
  CHECK(shop.read("beside.dot") == shop.read("alone.dot"));
}

TEST_CASE("draw: an entity's surroundings, the core, layouts and themes", "[cli]") {
  const Workshop shop;
  const auto drawn = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"draw", "datasets/karate", "-o", "k.svg"});
    const Outcome outcome = shop.run(options);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return shop.read("k.svg");
  };
  CHECK(has(drawn({"--ego", "actor-34"}), "Whoever is within 1 step of"));
  CHECK(has(drawn({"--ego", "actor-34"}), "(18 of 34 entities)"));  // degree 17
  CHECK(
      has(drawn({"--core", "4"}), "The 4-core: whoever has at least 4 neighbours in it (10 of 34"));
  CHECK(has(drawn({"--theme", "dark"}), "#11161d"));
  CHECK(drawn({"--layout", "spring"}) != drawn({"--layout", "stress"}));
  REQUIRE(shop.run({"draw", "datasets/southern-women", "-o", "w.svg"}).code == 0);
  CHECK(has(shop.read("w.svg"), "The two kinds face one another"));
  REQUIRE(shop.run({"draw", "datasets/ai-summits", "--top", "0", "--unnamed", "left.csv", "-o",
                    "a.svg"})
              .code == 0);
  CHECK(shop.read("left.csv").starts_with("id,kind,name\n"));
  CHECK(lines_of(shop.read("left.csv")).size() > 10);

  const auto refused = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"draw", "datasets/karate", "-o", "no.svg"});
    const Outcome outcome = shop.run(options);
    CHECK(outcome.code != 0);
    CHECK_FALSE(shop.exists("no.svg"));
    return outcome.err;
  };
  CHECK(has(refused({"--ego", "actor-340"}), "actor-34"));
  CHECK(has(refused({"--core", "5"}), "the innermost is the 4-core"));
  CHECK(has(refused({"--core", "2", "--ego", "actor-34"}), "exclude each other"));
  CHECK(has(refused({"--layout", "sides"}), "two kinds alone"));
  CHECK(has(refused({"--steps", "2"}), "no effect without --ego"));
  CHECK(has(shop.run({"draw", "datasets/karate", "--unnamed", "u.csv", "-o", "k.dot"}).err,
            "DOT names everybody"));
  CHECK(shop.run({"draw", "datasets/karate", "--unnamed", "u.csv", "-o", "k.svg/k.svg"}).code == 2);
  CHECK_FALSE(shop.exists("u.csv"));  // not before the picture is there
}

TEST_CASE("draw: nothing is written when one of the files has a wrong extension", "[cli]") {
  const Workshop shop;
  CHECK(shop.run({"draw", "datasets/karate", "-o", "k.svg", "-o", "k.bmp"}).code == 2);
  CHECK_FALSE(shop.exists("k.svg"));
}

TEST_CASE("chart: every chart of a series is drawn, and wrong names are answered", "[cli]") {
  const Workshop shop;
  for (const char* name : {"alluvial", "participation", "survival", "effects", "ranks", "blocs",
                           "lineage", "overlap", "work-survival"}) {
    const std::string svg = std::string(name) + ".svg";
    const Outcome outcome = shop.run(
        {"chart", "datasets/ai-summits", name, "-o", svg, "--samples", "20", "--replicates", "0"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(has(shop.read(svg), "AI summit series: "));
    CHECK(has(shop.read(svg), "</svg>"));
  }
  REQUIRE(shop.run({"chart", "datasets/karate", "degrees", "-o", "degrees.svg"}).code == 0);
  CHECK(has(shop.read("degrees.svg"), "degrees of 34 entities"));
  CHECK(has(shop.read("degrees.svg"), "Data: "));
  CHECK(has(shop.run({"chart", "datasets/ai-summits", "aluvial", "-o", "a.svg"}).err, "alluvial"));
  CHECK(shop.run({"chart", "datasets/ai-summits", "alluvial"}).code == 2);
  CHECK(shop.run({"chart", "datasets/ai-summits", "alluvial", "-o", "a.bmp"}).code == 2);
  CHECK(has(shop.run({"chart", "datasets/karate", "alluvial", "-o", "a.svg"}).err, "no series"));
}

TEST_CASE("chart: --top is for charts that have rows or ranks", "[cli]") {
  const Workshop shop;
  for (const char* name : {"participation", "ranks"}) {
    const auto drawn = [&](const char* top) {
      REQUIRE(shop.run({"chart", "datasets/ai-summits", name, "--top", top, "-o", "a.svg"}).code ==
              0);
      return shop.read("a.svg");
    };
    const std::string all = drawn("0");
    CHECK(all == drawn("100000"));
    CHECK(drawn("5").size() < all.size());
  }
  const Outcome outcome =
      shop.run({"chart", "datasets/ai-summits", "alluvial", "--top", "5", "-o", "b.svg"});
  CHECK(outcome.code == 2);
  CHECK(has(outcome.err, "--top is for participation and ranks"));
  CHECK(has(shop.run({"chart", "datasets/ai-summits", "ranks", "--by-amount", "-o", "b.svg"}).err,
            "it is for funding"));
}
