// What stands between the cells of a text: a comma, a semicolon, a tab or a bar, as its first lines tell.
#pragma once

#include <cstddef>
#include <string_view>

namespace summitry::delimited {

struct Dialect {
  char delimiter = ',';
  bool spaced = false;         // a space follows each delimiter, and belongs to no cell
  std::size_t rows_above = 0;  // 1 where the first line is `sep=;`, as Excel writes it
};

[[nodiscard]] Dialect dialect_of(std::string_view text);

// Whether the beginning of a text tells it, whatever comes behind.
[[nodiscard]] bool tells_dialect(std::string_view beginning);

}  // namespace summitry::delimited
