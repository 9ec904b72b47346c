#include "engine/items.hpp"

#include "engine/lower.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("items: what stands between bars, and nothing that is empty", "[engine][items]") {
  using Words = std::vector<std::string_view>;
  CHECK(items(std::string_view("signed")) == Words{"signed"});
  CHECK(items(std::string_view("signed|hosted")) == Words{"signed", "hosted"});
  CHECK(items(std::string_view("|signed||hosted|")) == Words{"signed", "hosted"});
  CHECK(items(std::string_view("")).empty());
  CHECK(items(std::string_view("|")).empty());
  CHECK(kept_items("a|b") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("items: cells keep the place of the one they stand in", "[engine][items]") {
  const std::vector<Cell> cells = items(Cell("a||b", 3, 7));
  REQUIRE(cells.size() == 2);
  CHECK(cells[1].text == "b");
  CHECK(cells[1].line == 3);
  CHECK(cells[1].column == 7);
}

TEST_CASE("lower: letters of ASCII alone", "[engine][items]") {
  CHECK(lower("Source_ID 7") == "source_id 7");
  CHECK(lower("ÉCOLE") == "École");
}
