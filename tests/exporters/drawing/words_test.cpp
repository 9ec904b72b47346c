// Tests of plurals, lists and days.
#include "exporters/drawing/words.hpp"

#include "tests/support/catch.hpp"

namespace summitry::drawing {
namespace {

TEST_CASE("words: kinds have plurals", "[exporters][drawing]") {
  CHECK(counted(1, "country") == "1 country");
  CHECK(counted(2, "country") == "2 countries");
  CHECK(counted(0, "organisation") == "0 organisations");
  CHECK(counted(1200, "survey") == "1,200 surveys");
  CHECK(counted(3, "box") == "3 boxes");
  CHECK(heading("initiative") == "Initiatives");
  CHECK(heading("y") == "Ys");
  CHECK(counted(2, "person") == "2 people");
  CHECK(heading("") == "S");
}

TEST_CASE("words: a list reads as a sentence", "[exporters][drawing]") {
  CHECK(listed({}).empty());
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("words: days keep the precision of their dates", "[exporters][drawing]") {
  const auto between = [](const char* from, const char* to) {
    return days({parse_date(from), parse_date(to)});
  };
  CHECK(between("2023-11-01", "2023-11-02") == "1–2 Nov 2023");
  CHECK(between("2024-05-30", "2024-06-02") == "30 May 2024 – 2 Jun 2024");
  CHECK(between("2024-05-30", "2024-05-30") == "30 May 2024");
  CHECK(between("2024-05", "") == "May 2024");
  CHECK(between("2024", "2025") == "2024 – 2025");
  CHECK(between("", "2025").empty());
}

}  // namespace
}  // namespace summitry::drawing
