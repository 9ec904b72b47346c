#include "loaders/edge_list/plain_row.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr int kFirstPrintable = 32;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < kFirstPrintable;
}

// Tabs are no plain delimiters of other lists, so spaces are all that can stand around a cell.
std::string_view without_spaces(std::string_view cell) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  return cell;
}

}  // namespace

PlainRowReader::PlainRowReader(const RowShape& shape) : shape_(&shape) {
  std::fill_n(ends_cell_.begin(), kFirstPrintable, true);
  const bool spaced = shape.delimiter == ' ';
  ends_cell_[static_cast<unsigned char>(spaced ? ' ' : '"')] = true;
  ends_cell_[static_cast<unsigned char>(shape.delimiter)] = true;
}

bool PlainRowReader::read(std::string_view line, PlainRow& row) const {
  return shape_->delimiter == ' ' ? read_spaced(line, row) : read_delimited(line, row);
}

bool PlainRowReader::read_spaced(std::string_view line, PlainRow& row) const {
  const char* at = line.data();
  const char* const end = at + line.size();
  const auto skip_blanks = [&] {
    while (at < end && (*at == ' ' || *at == '\t')) ++at;
  };
  for (const Part part : shape_->parts) {
    skip_blanks();
    const char* const begin = at;
    while (at < end && !ends_cell(*at)) ++at;
    if (begin == at || !take(part, {begin, static_cast<std::size_t>(at - begin)}, row)) {
      return false;
    }
  }
  skip_blanks();
  return at == end;
}

bool PlainRowReader::read_delimited(std::string_view line, PlainRow& row) const {
  const char* at = line.data();
  const char* const end = at + line.size();
  const std::size_t count = shape_->parts.size();
  for (std::size_t i = 0; i < count; ++i) {
    std::string_view cell;
    if (at < end && *at == '"') {
      if (!quoted_cell(at, end, cell)) return false;
    } else {
      const char* const begin = at;
      while (at < end && !ends_cell(*at)) ++at;
      cell = {begin, static_cast<std::size_t>(at - begin)};
    }
    if (!take(shape_->parts[i], without_spaces(cell), row)) return false;
    if (i + 1 == count) break;
    if (at == end || *at != shape_->delimiter) return false;
    ++at;
  }
  return at == end;
}

// Moves `at` behind the closing quote. Quotes and control characters within are not plain.
bool PlainRowReader::quoted_cell(const char*& at, const char* end, std::string_view& cell) const {
  const char* const begin = at + 1;
  const auto* const close =
      static_cast<const char*>(std::memchr(begin, '"', static_cast<std::size_t>(end - begin)));
  if (close == nullptr || std::any_of(begin, close, is_control)) return false;
  cell = {begin, static_cast<std::size_t>(close - begin)};
  at = close + 1;
  return at == end || *at == shape_->delimiter;
}

bool PlainRowReader::take(Part part, std::string_view cell, PlainRow& row) const {
  switch (part) {
    case Part::source:
      row.source = cell;
      return !cell.empty();
    case Part::target:
      row.target = cell;
      return !cell.empty();
    case Part::type:
      row.type = cell;
      if (!shape_->direction.empty()) {
        row.type = {};
        return cell == shape_->direction;
      }
      return cell.find('|') == std::string_view::npos;
    case Part::weight: {
      if (cell.empty()) return true;
      const std::optional<double> weight = parse_number(cell);
      row.weight = weight.value_or(0.0);
      return weight.has_value();
    }
    case Part::uncounted:
      return true;
    case Part::other:
      return cell.empty();
  }
  return false;
}

}  // namespace summitry
