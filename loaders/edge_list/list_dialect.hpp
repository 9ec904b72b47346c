// How the cells of an edge list stand beside one another.
#pragma once

#include <string_view>

namespace summitry {

inline constexpr std::string_view kListComments = "#%";
inline constexpr std::string_view kBlanks = " \t";

// The first line that is neither blank nor a comment; "" when there is none.
[[nodiscard]] std::string_view first_line(std::string_view text);

// What stands between the cells of a line, outside quotes; a space for runs of them.
[[nodiscard]] char delimiter_of(std::string_view line);

// Whether such lists mostly begin with the names of their columns.
[[nodiscard]] inline bool expects_header(char delimiter) {
  return delimiter != ' ' && delimiter != '\t';
}

}  // namespace summitry
