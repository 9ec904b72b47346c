#include "engine/number.hpp"

#include <rapidcheck.h>

#include <limits>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("number: text is the shortest that reads back", "[engine][number]") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(47.5) == "47.5");
  CHECK(shortest(-0.0) == "0");
  CHECK(shortest(1.0 / 3.0) == "0.3333333333333333");
  CHECK(shortest(std::nan("")).empty());
  CHECK(rounded(2.0 / 3.0, 3) == "0.667");
  CHECK(rounded(-0.0001, 3) == "0.000");
}

TEST_CASE("number: only the whole text counts", "[engine][number]") {
  CHECK(parse_number("1e3") == 1000.0);
  CHECK(parse_number("+2.5") == 2.5);
  for (const char* text : {"", "1,5", "1 000", "12a", "nan", "inf", "0x10", "+-1", "1e999", " 1"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text));
  }
  CHECK(parse_integer("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(parse_integer("9223372036854775808"));
  CHECK_FALSE(parse_integer("1.0"));
}

TEST_CASE("number: every double survives the way to text and back", "[engine][number]") {
  CHECK(rc::check([](double value) { RC_ASSERT(parse_number(shortest(value)) == value); }));
}
