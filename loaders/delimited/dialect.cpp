// The delimiter of a text. See dialect.hpp.
#include "loaders/delimited/dialect.hpp"

#include <algorithm>
#include <array>

namespace summitry::delimited {
namespace {

constexpr std::array<char, 4> kDelimiters{',', ';', '\t', '|'};
constexpr std::size_t kLines = 20;  // that are looked at

using Counts = std::array<std::size_t, kDelimiters.size()>;

// How often each delimiter stands outside quotes in the first line, which is taken off the text.
Counts take_counts(std::string_view& text) {
  Counts counts{};
  bool within_quotes = false;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') within_quotes = !within_quotes;
    if (within_quotes) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i) counts[i] += c == kDelimiters[i] ? 1 : 0;
  }
  text.remove_prefix(std::min(at + 1, text.size()));
  return counts;
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

// The one that divides most of the lines into as many cells as the first, and into most cells.
char delimiter_of(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  const Counts header = take_counts(text);
  Counts alike{};
  for (std::size_t line = 0; line < kLines && !text.empty(); ++line) {
    const Counts counts = take_counts(text);
    for (std::size_t i = 0; i < counts.size(); ++i) alike[i] += counts[i] == header[i] ? 1 : 0;
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < kDelimiters.size(); ++i) {
    if (header[i] == 0) continue;
    const bool is_better =
        alike[i] > alike[best] || (alike[i] == alike[best] && header[i] > header[best]);
    if (header[best] == 0 || is_better) best = i;
  }
  return kDelimiters[best];
}

bool follows_every(std::string_view line, char delimiter) {
  std::size_t found = 0;
  for (std::size_t at = line.find(delimiter); at != std::string_view::npos;
       at = line.find(delimiter, at + 1)) {
    if (at + 1 == line.size() || line[at + 1] != ' ') return false;
    ++found;
  }
  return found > 0;
}

}  // namespace

Dialect dialect_of(std::string_view text) {
  Dialect dialect;
  const std::string_view line = first_line(text);
  if (line.size() == 5 && line.starts_with("sep=")) {
    dialect.delimiter = line[4];
    dialect.rows_above = 1;
    return dialect;
  }
  dialect.delimiter = delimiter_of(text);
  dialect.spaced = follows_every(line, dialect.delimiter);
  return dialect;
}

bool tells_dialect(std::string_view beginning) {
  beginning.remove_prefix(std::min(beginning.find_first_not_of("\r\n"), beginning.size()));
  for (std::size_t line = 0; line <= kLines; ++line) static_cast<void>(take_counts(beginning));
  return !beginning.empty();
}

}  // namespace summitry::delimited
