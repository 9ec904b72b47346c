// Times of tables. See times.hpp.
#include "loaders/tables/times.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "loaders/interchange/timeset.hpp"
#include "loaders/text.hpp"

namespace summitry::tables {
namespace {

using interchange::is_number_alone;
using interchange::parse_timeset;
using interchange::Spell;

}  // namespace

Times::Times(NetworkBuilder& builder, Remarks& remarks, const Table& table, TimesIn columns)
    : builder_(builder), remarks_(remarks), table_(table) {
  if (columns == TimesIn::no_column) return;
  start_ = table.column("start");
  end_ = table.column("end");
  set_ = table.column("timeset");
  if (!set_) set_ = table.column("interval");
  are_numbers_ = has_numbers();
}

bool Times::has(std::size_t column) const {
  return column == start_ || column == end_ || column == set_;
}

bool Times::has_numbers() const {
  for (std::size_t row = 1; row < table_.rows(); ++row) {
    for (const Filled& filled : table_.row(row)) {
      if (filled.column == start_ || filled.column == end_) {
        if (is_number_alone(trimmed(filled.cell.text))) return true;
      } else if (filled.column == set_) {
        const auto brackets = parse_timeset(filled.cell.text);
        for (const auto& times : brackets.value_or(std::vector<std::vector<std::string_view>>())) {
          if (std::any_of(times.begin(), times.end(), is_number_alone)) return true;
        }
      }
    }
  }
  return false;
}

// A moment of a day is that day.
Cell Times::time(std::string_view text, const Cell& place) {
  text = trimmed(text);
  if (interchange::is_open_time(text)) return {{}, place.line, place.column};
  if (!are_numbers_ && interchange::has_time_of_day(text)) {
    remarks_.once(place, "times of the day are left out", "a date has a year, a month and a day");
  }
  return {are_numbers_ ? text : interchange::date_of(text), place.line, place.column};
}

std::vector<Spell> Times::spells_of_set(const Cell& cell) {
  const auto brackets = parse_timeset(cell.text);
  if (!brackets) {
    builder_.error(cell, "bad timeset " + in_quotes(cell.text),
                   "write <[FROM, TO]>, or <[FROM, TO]; [FROM, TO]> for several");
    return {};
  }
  if (cell.text.find_first_of("()") != std::string_view::npos) {
    remarks_.once(cell, "open ends of times are read as closed ones", "write square brackets");
  }
  std::vector<Spell> spells;
  for (const std::vector<std::string_view>& times : *brackets) {
    if (times.size() == 2) {
      spells.push_back({time(times[0], cell), time(times[1], cell)});
      continue;
    }
    spells.reserve(spells.size() + times.size());
    for (const std::string_view moment : times) {
      spells.push_back({time(moment, cell), time(moment, cell)});
    }
  }
  return spells;
}

std::vector<Spell> Times::spells(std::size_t row) {
  Spell plain;
  std::vector<Spell> spells;
  for (const Filled& filled : table_.row(row)) {
    if (filled.column == start_) plain.start = time(filled.cell.text, filled.cell);
    if (filled.column == end_) plain.end = time(filled.cell.text, filled.cell);
    if (filled.column == set_) spells = spells_of_set(filled.cell);
  }
  const bool is_plain = !plain.start.text.empty() || !plain.end.text.empty();
  if (spells.empty() && is_plain) spells.push_back(plain);
  return spells;
}

Spell Times::span(std::size_t row) {
  const std::vector<Spell> all = spells(row);
  if (all.size() > 1) {
    remarks_.once(all.front().start,
                  "several times of a node are kept as one, from the first to the last",
                  "an entity has one beginning and one end");
  }
  using interchange::TimesAre;
  return interchange::span(all, are_numbers_ ? TimesAre::numbers : TimesAre::dates);
}

}  // namespace summitry::tables
