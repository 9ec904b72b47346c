// summitry resolve: a table of names in, a mapping out, which can be edited and handed back.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

namespace {

constexpr const char* kTable =
    "who,year\n"
    "Germany,2023\n"
    "Germnay,2024\n"
    "Congo,2024\n"
    "NA,2024\n"
    "\"Korea, Rep.\",2024\n"
    "Germany,2024\n"
    "England,2024\n";

}  // namespace

TEST_CASE("resolve: each spelling gets an id, a score, how, and alternatives", "[cli][resolve]") {
  const Workshop shop;
  shop.write("signed.csv", kTable);
  const Outcome done = shop.run({"resolve", "signed.csv", "--column", "who", "--format", "csv"});
  REQUIRE(done.code == 0);
  CHECK(
      done.out ==
      "input,id,name,kind,score,how,alternatives,rows\n"
      "Germany,DEU,Germany,country,1,a name,,2\n"
      "Germnay,DEU,Germany,country,0.8571428571428572,similar,,1\n"
      "Congo,,,,1,ambiguous,\"COD (Congo - Kinshasa, 1.00) | COG (Congo - Brazzaville, 1.00)\",1\n"
      "NA,NAM,Namibia,country,1,a code,,1\n"
      "\"Korea, Rep.\",KOR,South Korea,country,0.98,the same words,,1\n"
      "England,,,,1,a part of it: not chosen unasked,\"GBR (UK, 1.00)\",1\n");
  CHECK(has(done.err,
            "signed.csv: 7 rows, 6 spellings: 4 with an id, 1 ambiguous, 1 without "
            "(threshold 0.81)"));
}

TEST_CASE("resolve: an edited mapping has the last word", "[cli][resolve]") {
  const Workshop shop;
  shop.write("signed.csv", kTable);
  shop.write("mapping.csv", "input,id\nCongo,COG\nGermnay,\nEngland,GBR\n");
  const Outcome done = shop.run({"resolve", "signed.csv", "--column", "who", "--mapping",
                                 "mapping.csv", "--table", "with-ids.csv", "-o", "new.json"});
  REQUIRE(done.code == 0);
  CHECK(shop.read("with-ids.csv") ==
        "who,year,who_id\n"
        "Germany,2023,DEU\n"
        "Germnay,2024,\n"
        "Congo,2024,COG\n"
        "NA,2024,NAM\n"
        "\"Korea, Rep.\",2024,KOR\n"
        "Germany,2024,DEU\n"
        "England,2024,GBR\n");
  const json rows = json::parse(shop.read("new.json"))["mapping"];
  CHECK(rows[0]["how"] == "a name");
  CHECK(rows[1]["how"] == "as the mapping has it");
  CHECK(rows[2]["how"] == "as the mapping has it");
}

TEST_CASE("resolve: what was written and handed back unchanged changes nothing", "[cli][resolve]") {
  const Workshop shop;
  shop.write("signed.csv", kTable);
  const Outcome first =
      shop.run({"resolve", "signed.csv", "--column", "who", "-o", "mapping.csv", "--quiet"});
  REQUIRE(first.code == 0);
  const Outcome second = shop.run({"resolve", "signed.csv", "--column", "who", "--mapping",
                                   "mapping.csv", "-o", "again.csv", "--quiet"});
  REQUIRE(second.code == 0);
  CHECK(shop.read("again.csv") == shop.read("mapping.csv"));
}

TEST_CASE("resolve: against a data set, with aliases, and with what is asked for",
          "[cli][resolve]") {
  const Workshop shop;
  shop.write("names.csv", "name\nAllemagne\nOpen AI\nBrussels\nthe hosts\n");
  shop.write("aliases.csv", "name,id\nThe hosts,fra\n");
  const Outcome done =
      shop.run({"resolve", "names.csv", "--column", "name", "--against", "datasets/ai-summits",
                "--aliases", "aliases.csv", "--with", "cities", "--format", "json"});
  REQUIRE(done.code == 0);
  const json rows = json::parse(done.out)["mapping"];
  CHECK(rows[0]["id"] == "deu");
  CHECK(rows[1]["id"] == "openai");
  CHECK(rows[2]["id"] == "bel");
  CHECK(rows[3]["id"] == "fra");
}

TEST_CASE("resolve: wrong input is told with its place", "[cli][resolve]") {
  const Workshop shop;
  shop.write("signed.csv", kTable);
  shop.write("ragged.csv", "who,year\nGermany\n");
  shop.write("mapping.csv", "input,id\nCongo,COGG\n");
  const auto message = [&](std::vector<std::string> words, int code) {
    words.insert(words.begin(), "resolve");
    const Outcome done = shop.run(words);
    CHECK(done.code == code);
    CHECK(done.out.empty());
    return done.err;
  };
  CHECK(has(message({"signed.csv"}, 2), "resolve needs --column NAME"));
  CHECK(has(message({"signed.csv", "--column", "whom"}, 2),
            "signed.csv: unknown column \"whom\"; did you mean \"who\"?"));
  CHECK(has(message({"ragged.csv", "--column", "who"}, 1), "ragged.csv:2:1: error: a row of"));
  CHECK(has(message({"signed.csv", "--column", "who", "--mapping", "mapping.csv"}, 1),
            "mapping.csv:2:7: error: no country, organisation or entity has the id \"COGG\"; "
            "perhaps \"COG\""));
  CHECK(has(message({"signed.csv", "--column", "who", "--threshold", "high"}, 2),
            "--threshold must be a number"));
  CHECK(has(message({"signed.csv", "--column", "who", "--threshold", "0.1"}, 2),
            "threshold must be in [0.6, 1], got 0.1"));
  CHECK(has(message({"signed.csv", "--column", "who", "--with", "rivers"}, 2), "rivers"));
}

TEST_CASE("resolve: a column of ids that is there already is not written over", "[cli][resolve]") {
  const Workshop shop;
  shop.write("signed.csv", "who,who_id\nFrance,x\n");
  const Outcome done =
      shop.run({"resolve", "signed.csv", "--column", "who", "--table", "with-ids.csv", "--quiet"});
  CHECK(done.code == 2);
  CHECK(has(done.err, "signed.csv has a column who_id already"));
  CHECK(done.out.empty());  // before the mapping is written
  CHECK_FALSE(shop.exists("with-ids.csv"));
}
