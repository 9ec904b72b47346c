// What was seen of the values of one name, and the narrowest type that holds them all.
#pragma once

#include <optional>
#include <string_view>

#include "engine/column.hpp"

namespace summitry::interchange {

class SeenValues {
 public:
  // A value, as the type as which the format shows it.
  void see(ColumnType type, std::string_view text);
  // Integers beside numbers are numbers, texts that are all dates (one to the month or the day among
  // them) are dates, other mixtures text.
  [[nodiscard]] ColumnType type() const;

 private:
  std::optional<ColumnType> type_;
  bool all_dates_ = true;
  bool any_month_ = false;  // years alone may be anything
};

}  // namespace summitry::interchange
