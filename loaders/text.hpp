// Text from outside: UTF-8 without a byte order mark and without NUL bytes, or findings that say
// where it is not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace summitry {

// A position in a text: lines end at LF, CR LF or CR; columns count code points. Both from 1.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;

  bool operator==(const Place&) const = default;
};

struct TextFault {
  Place place;
  std::string what;
  std::string remedy;
};

struct CleanText {
  std::string bytes;              // valid UTF-8: what was wrong stands there as U+FFFD
  std::vector<TextFault> faults;  // the first bad byte and the first NUL, with their number
  bool readable = true;           // false: another kind of file altogether (UTF-16, an archive)
};

[[nodiscard]] CleanText clean_text(std::string bytes);

// Whether the text is UTF-8 without NUL bytes.
[[nodiscard]] bool is_clean(std::string_view text);

// Moves `place` over `text`, which is valid UTF-8. A CR at the end of `text` counts as a line end.
void advance(Place& place, std::string_view text);

[[nodiscard]] Place place_of(std::string_view text, std::size_t offset);

// The text within quotes for a message: control characters escaped, a long text cut short.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace summitry
