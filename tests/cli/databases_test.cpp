// Databases as INPUT: our own, and any by two queries.
#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using summitry::cli::has;
using summitry::cli::Outcome;
using summitry::cli::Workshop;

namespace {

// A database of the women and the events that they went to.
void write_database(const Workshop& shop) {
  const std::string women = summitry::testing::source_dir() + "/datasets/southern-women";
  REQUIRE(shop.run({"convert", women, "women.sqlite"}).code == 0);
}

constexpr const char* kAsk = "SELECT source, target, 'went to' AS type FROM relations";

}  // namespace

TEST_CASE("databases: one of ours gives what the data set gives, byte for byte", "[cli]") {
  const Workshop shop;
  write_database(shop);
  const std::string women = summitry::testing::source_dir() + "/datasets/southern-women";
  const std::vector<std::string> how = {"--measures", "degree", "--format", "csv"};
  const auto measured = [&](const std::string& input) {
    std::vector<std::string> words = {"measure", input};
    words.insert(words.end(), how.begin(), how.end());
    return shop.run(words).out;
  };
  CHECK(measured("women.sqlite") == measured(women));
}

TEST_CASE("databases: a query's rows are counted, and the command that gives them has it",
          "[cli]") {
  const Workshop shop;
  write_database(shop);
  const Outcome checked = shop.run({"check", "women.sqlite", "--relations-query", kAsk});
  CHECK(checked.code == 0);
  CHECK(has(checked.out, "32 entities, 89 relations"));
  const Outcome measured =
      shop.run({"measure", "women.sqlite", "--relations-query", kAsk, "--format", "json"});
  CHECK(measured.code == 0);
  CHECK(has(measured.err, "32 entities and 89 relations read"));
  CHECK(has(measured.out, "--relations-query"));
  CHECK(has(measured.out, "went to"));
}

TEST_CASE("databases: a query that fails names itself, and other formats refuse queries", "[cli]") {
  const Workshop shop;
  write_database(shop);
  const Outcome bad = shop.run({"check", "women.sqlite", "--relations-query", "SELECT 1 FROM x"});
  CHECK(bad.code == 1);
  CHECK(has(bad.out, "women.sqlite (--relations-query): error: SQLite: no such table: x"));
  shop.write("x.csv", "source,target\na,b\n");
  const Outcome refused = shop.run({"measure", "x.csv", "--relations-query", kAsk});
  CHECK(refused.code == 1);
  CHECK(has(refused.err, "edge-list answers no queries"));
}
