// A typed attribute column with missing values. Missing is missing: never zero, never "".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/date.hpp"

namespace summitry {

enum class ColumnType { text, integer, number, boolean, date, list };

[[nodiscard]] std::string_view to_string(ColumnType type);
[[nodiscard]] std::optional<ColumnType> parse_column_type(std::string_view name);

using List = std::vector<std::string>;
// std::monostate: missing.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool, Date, List>;

// The text of a value as a data package writes it (lists by `|`); "" when missing.
[[nodiscard]] std::string to_string(const Value& value);

struct ColumnInfo {
  std::string name;
  ColumnType type = ColumnType::text;
  std::string title;        // for people; the name when empty
  std::string description;  // with the unit
};

class Column {
 public:
  explicit Column(ColumnInfo info);

  [[nodiscard]] const ColumnInfo& info() const { return info_; }
  [[nodiscard]] std::size_t size() const { return present_.size(); }
  [[nodiscard]] bool missing(std::size_t row) const { return !present_[row]; }
  [[nodiscard]] Value value(std::size_t row) const;
  // The value as a number (integer or number columns), nothing when missing.
  // Throws Error for a column of another type.
  [[nodiscard]] std::optional<double> number(std::size_t row) const;

  void push_back(const Value& value);  // a value of the column's type, or missing
  void reorder(const std::vector<std::uint32_t>& order);

 private:
  using Data =
      std::variant<std::vector<std::string>, std::vector<std::int64_t>, std::vector<double>,
                   std::vector<bool>, std::vector<Date>, std::vector<List>>;
  ColumnInfo info_;
  Data data_;
  std::vector<bool> present_;
};

// The text read as the type, or nothing where it cannot be. "" is missing.
[[nodiscard]] std::optional<Value> parse_value(std::string_view text, ColumnType type);

}  // namespace summitry
