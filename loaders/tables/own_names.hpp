// The names that attributes had before our exporter of tables changed them: with a prefix where a column
// of the format has the name already (`relation-Type`), and a number where another attribute has it
// (`relation-type-2`). A table has no place to say so beside its cells.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "loaders/tables/table.hpp"

namespace summitry::tables {

class OwnNames {
 public:
  // `reserved`: what an exported attribute is never called, in small letters.
  OwnNames(const Table& table, std::string_view prefix, std::span<const std::string_view> reserved);

  // The name that `name` stands for; "" where it is its own.
  [[nodiscard]] std::string_view of(std::string_view name) const;

 private:
  [[nodiscard]] bool is_taken(std::string_view name) const;

  std::string_view prefix_;
  std::unordered_set<std::string> taken_;    // in small letters
  std::unordered_set<std::string> columns_;  // in small letters
};

}  // namespace summitry::tables
