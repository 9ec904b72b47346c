// How wide text is on a terminal, and tables aligned by it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace summitry::cli {

// Columns that UTF-8 text takes: combining marks none, East Asian and emoji two.
[[nodiscard]] std::size_t text_width(std::string_view text);

// The text cut to `width` columns, with an ellipsis where something was cut; control characters are
// shown as spaces, so that a name cannot move the cursor.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

enum class Align : unsigned char { left, right };

struct AlignedTable {
  std::vector<std::string> header;
  std::vector<Align> align;  // by column; left where missing
  std::vector<std::vector<std::string>> rows;
};

// Columns two spaces apart, a header, no trailing blanks; no cell wider than `widest`.
[[nodiscard]] std::string aligned(const AlignedTable& table, std::size_t widest = 44);

}  // namespace summitry::cli
