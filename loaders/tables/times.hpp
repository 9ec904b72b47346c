// When the rows of a table are there: Gephi's columns Start, End, and Timeset or Interval.
//
// Two times of a timeset are an interval; round brackets are read as square ones.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "loaders/interchange/spells.hpp"
#include "loaders/tables/table.hpp"
#include "loaders/xml/edges.hpp"

namespace summitry::tables {

// Our own tables have dates under other names, and may call anything else Start.
enum class TimesIn : std::uint8_t { gephis_columns, no_column };

class Times {
 public:
  Times(NetworkBuilder& builder, Remarks& remarks, const Table& table,
        TimesIn columns = TimesIn::gephis_columns);

  [[nodiscard]] bool are_numbers() const { return are_numbers_; }
  // Whether the column tells times.
  [[nodiscard]] bool has(std::size_t column) const;
  // In the order of the row; none: it is always there.
  [[nodiscard]] std::vector<interchange::Spell> spells(std::size_t row);
  // One that spans all of them, with a warning where there are several.
  [[nodiscard]] interchange::Spell span(std::size_t row);

 private:
  [[nodiscard]] bool has_numbers() const;
  [[nodiscard]] Cell time(std::string_view text, const Cell& place);
  [[nodiscard]] std::vector<interchange::Spell> spells_of_set(const Cell& cell);

  NetworkBuilder& builder_;
  Remarks& remarks_;
  const Table& table_;
  std::optional<std::size_t> start_;
  std::optional<std::size_t> end_;
  std::optional<std::size_t> set_;
  bool are_numbers_ = false;
};

}  // namespace summitry::tables
