// What a file of another program says about its vertices or edges, row by row: attributes whose names
// and types are known only once the last row has been read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column.hpp"
#include "engine/network_builder.hpp"

namespace summitry::interchange {

struct Fact {
  std::uint32_t name = 0;              // its place in names()
  ColumnType type = ColumnType::text;  // as which the format shows it
  Cell cell;                           // what it points to outlives the facts
};

class Facts {
 public:
  // A fact about the row in hand; an empty text is none.
  void add(std::string_view name, ColumnType type, const Cell& cell);
  void end_row() { ends_.push_back(facts_.size()); }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::size_t size() const { return facts_.size(); }
  [[nodiscard]] std::span<const Fact> row(std::size_t row) const;

  // What the file itself says of an attribute, wherever a fact about it stands: its type, and its name
  // where it is written under another.
  void declare(std::string_view name, ColumnType type, std::string_view own_name);
  [[nodiscard]] bool declares(std::string_view name) const { return declared_.contains(name); }
  // The names in the data, in the order of names(): as declared, unless two attributes would share one.
  [[nodiscard]] std::vector<std::string> own_names() const;

  // By name, what was declared, else the narrowest type that holds all that was said: integers beside numbers are numbers,
  // texts that are all dates (one to the month or the day among them) are dates, other mixtures text.
  [[nodiscard]] std::vector<ColumnType> types() const;

 private:
  std::vector<Fact> facts_;
  std::vector<std::size_t> ends_;  // by row
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  struct Declared {
    ColumnType type = ColumnType::text;
    std::string own_name;
  };
  std::map<std::string, Declared, std::less<>> declared_;  // by the name that is written
};

// integer, or number where it is no whole number of 64 bits.
[[nodiscard]] ColumnType type_of_number(std::string_view text);

}  // namespace summitry::interchange
