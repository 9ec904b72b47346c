#include "cli/text_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace summitry::cli {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode's Mn blocks and its East Asian Wide blocks, by block and not by character: enough for
// columns that line up.
constexpr std::array<Range, 5> kZero = {
    {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 8> kTwo = {{{0x1100, 0x115F},
                                        {0x2E80, 0xA4CF},
                                        {0xAC00, 0xD7A3},
                                        {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE4F},
                                        {0xFF00, 0xFF60},
                                        {0x1F300, 0x1FAFF},
                                        {0x20000, 0x3FFFD}}};

template <std::size_t size>
bool within(const std::array<Range, size>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return range.first <= c && c <= range.last; });
}

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// Reads one character; a byte that starts none counts as one.
Character first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  std::size_t bytes = 1;
  if (lead >= 0xF0) {
    bytes = 4;
  } else if (lead >= 0xE0) {
    bytes = 3;
  } else if (lead >= 0xC0) {
    bytes = 2;
  }
  if (bytes == 1 || bytes > text.size()) return {lead, 1};
  char32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return {code, bytes};
}

std::size_t width_of(char32_t code) {
  if (within(kZero, code)) return 0;
  return within(kTwo, code) ? 2 : 1;
}

std::string without_controls(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return plain;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
  const std::string blanks(width - std::min(width, text_width(text)), ' ');
  return align == Align::right ? blanks + text : text + blanks;
}

using Row = std::vector<std::string>;

std::string line_of(const Row& row, const std::vector<std::size_t>& widths,
                    const std::vector<Align>& align) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += "  ";
    line += padded(row[i], widths[i], i < align.size() ? align[i] : Align::left);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::size_t text_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    width += width_of(character.code);
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string fitted(std::string_view text, std::size_t width) {
  std::string plain = without_controls(text);
  if (text_width(plain) <= width) return plain;
  std::string_view rest = plain;
  std::string kept;
  std::size_t used = 0;
  while (!rest.empty()) {
    const Character character = first_character(rest);
    if (used + width_of(character.code) + 1 > width) break;
    used += width_of(character.code);
    kept += rest.substr(0, character.bytes);
    rest.remove_prefix(character.bytes);
  }
  return kept + "…";
}

std::string aligned(const AlignedTable& table, std::size_t widest) {
  std::vector<Row> lines = {table.header};
  lines.insert(lines.end(), table.rows.begin(), table.rows.end());
  std::vector<std::size_t> widths(table.header.size(), 0);
  for (Row& row : lines) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = fitted(row[i], widest);
      widths[i] = std::max(widths[i], text_width(row[i]));
    }
  }
  std::string text;
  for (const Row& row : lines) text += line_of(row, widths, table.align);
  return text;
}

}  // namespace summitry::cli
