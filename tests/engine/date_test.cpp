#include "engine/date.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("date: keeps the precision it was given", "[engine][date]") {
  CHECK(parse_date("2025") == Date{2025, 0, 0});
  CHECK(parse_date("2025-02") == Date{2025, 2, 0});
  CHECK(parse_date("2025-02-10") == Date{2025, 2, 10});
  CHECK(to_string(Date{2025, 0, 0}) == "2025");
  CHECK(to_string(Date{987, 3, 4}) == "0987-03-04");
}

TEST_CASE("date: refuses what is no day of the calendar", "[engine][date]") {
  for (const char* text :
       {"", "25", "2025-13", "2025-00", "2025-02-30", "2023-02-29", "2025-2-1", "2025/02/10",
        "10.02.2025", "2025-02-10T00:00", "-001", "0000", "20x5"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
  CHECK(parse_date("2024-02-29"));
}

TEST_CASE("date: days are counted from 1970", "[engine][date]") {
  CHECK(first_day(Date{1970, 1, 1}) == 0);
  CHECK(first_day(Date{2000, 3, 1}) == 11017);
  CHECK(last_day(Date{1970, 0, 0}) == 364);
  CHECK(last_day(Date{2024, 2, 0}) - first_day(Date{2024, 2, 0}) == 28);
}

TEST_CASE("date: intervals overlap when some day may belong to both", "[engine][date]") {
  const Interval paris{Date{2025, 2, 10}, Date{2025, 2, 11}};
  CHECK(overlap(paris, {Date{2025, 0, 0}, Date{2025, 0, 0}}));
  CHECK(overlap(paris, {Date{2025, 2, 11}, Date{2025, 3, 0}}));
  CHECK_FALSE(overlap(paris, {Date{2025, 2, 12}, std::nullopt}));
  CHECK_FALSE(overlap(paris, {std::nullopt, Date{2025, 1, 0}}));
  CHECK(overlap(paris, {}));
}

TEST_CASE("date: gaps are counted where both days are known", "[engine][date]") {
  const Interval seoul{Date{2024, 5, 21}, Date{2024, 5, 22}};
  const Interval paris{Date{2025, 2, 10}, Date{2025, 2, 11}};
  CHECK(gap_days(seoul, paris) == 264);
  CHECK_FALSE(gap_days(seoul, {Date{2027, 0, 0}, std::nullopt}));
}

TEST_CASE("date: text and value are each other's inverse", "[engine][date]") {
  CHECK(rc::check([] {
    const auto year = *rc::gen::inRange<int>(1, 10000);
    const auto month = *rc::gen::inRange<int>(0, 13);
    const auto day = month == 0 ? 0 : *rc::gen::inRange<int>(0, 29);
    const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                    static_cast<std::uint8_t>(day)};
    RC_ASSERT(parse_date(to_string(date)) == date);
    RC_ASSERT(first_day(date) <= last_day(date));
  }));
}
