// Times as Gephi writes them: one by one, and lists of them (`timeset`).
//
// A timeset is `<[2001, 2003]>`, `<[2001, 2003]; [2005, 2006]>`, or `<[2001, 2002, 2004]>` for moments.
// Times are dates, years such as 2001.0 among them, unless one of a file is another number: then all
// are numbers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace summitry::interchange {

// The times of a timeset, those of each bracket, round or square, whether there are semicolons between
// them or not; nothing where it is none.
[[nodiscard]] std::optional<std::vector<std::vector<std::string_view>>> parse_timeset(
    std::string_view text);

// Whether it says that there is no end, such as `Infinity`.
[[nodiscard]] bool is_open_time(std::string_view time);

// Whether it is a number that is no year.
[[nodiscard]] bool is_number_alone(std::string_view time);

// Whether it is a date with a time of that day.
[[nodiscard]] bool has_time_of_day(std::string_view time);

// As the builder reads a date: without the time of day, and 2001.0, which is how a program writes the
// year that it keeps as a number, as 2001.
[[nodiscard]] std::string_view date_of(std::string_view time);

}  // namespace summitry::interchange
