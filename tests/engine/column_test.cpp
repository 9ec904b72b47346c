#include "engine/column.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("column: missing is missing, not zero", "[engine][column]") {
  Column wealth({"wealth", ColumnType::integer, "", ""});
  wealth.push_back(Value(std::int64_t{0}));
  wealth.push_back({});
  CHECK(wealth.number(0) == 0.0);
  CHECK_FALSE(wealth.number(1));
  CHECK(wealth.missing(1));
  CHECK(to_string(wealth.value(1)).empty());
}

TEST_CASE("column: values of every type survive text", "[engine][column]") {
  const std::vector<std::pair<ColumnType, std::string>> cases{
      {ColumnType::text, "NA"},       {ColumnType::integer, "-7"},   {ColumnType::number, "2.5"},
      {ColumnType::boolean, "false"}, {ColumnType::date, "2025-02"}, {ColumnType::list, "a|b"}};
  for (const auto& [type, text] : cases) {
    INFO(text);
    const auto value = parse_value(text, type);
    REQUIRE(value);
    CHECK(to_string(*value) == text);
    Column column({"x", type, "", ""});
    column.push_back(*value);
    CHECK(to_string(column.value(0)) == text);
    CHECK(parse_column_type(to_string(type)) == type);
  }
}

TEST_CASE("column: text that is not of the type is refused", "[engine][column]") {
  CHECK_FALSE(parse_value("1.5", ColumnType::integer));
  CHECK_FALSE(parse_value("x", ColumnType::number));
  CHECK_FALSE(parse_value("maybe", ColumnType::boolean));
  CHECK_FALSE(parse_value("2025-02-30", ColumnType::date));
  CHECK(parse_value("", ColumnType::date) == Value{});
}

TEST_CASE("column: numbers are asked of number columns alone", "[engine][column]") {
  Column names({"names", ColumnType::text, "", ""});
  names.push_back(Value(std::string("1")));
  CHECK_THROWS_WITH(names.number(0), "column \"names\" holds text, not numbers");
}

TEST_CASE("column: reorder moves values and gaps together", "[engine][column]") {
  Column column({"x", ColumnType::number, "", ""});
  column.push_back(Value(1.0));
  column.push_back({});
  column.push_back(Value(3.0));
  column.reorder({2, 1, 0});
  CHECK(column.number(0) == 3.0);
  CHECK(column.missing(1));
  CHECK(column.number(2) == 1.0);
}
