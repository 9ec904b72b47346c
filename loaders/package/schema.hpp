// The schema of a table in a data package: the types of its columns, the texts that mean "missing",
// and how a cell written by its rules becomes one that NetworkBuilder reads.
//
// Frictionless types and what they are here: string, any -> text; integer, number, boolean -> the
// same; date, year, yearmonth -> date with its precision kept; list (its `delimiter`, `|` when none
// is given) and array (a JSON array of strings, or items with `|` between) -> list. All else
// (datetime, object, geopoint, …) is read as text, with a warning.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column.hpp"
#include "loaders/json_fields.hpp"

namespace summitry::package {

struct Field {
  ColumnInfo info;
  Cell name;  // where the schema names it
  bool required = false;
  std::vector<std::string> allowed;       // constraints.enum; empty allows any
  std::vector<std::string> true_values;   // empty: true, 1, yes
  std::vector<std::string> false_values;  // empty: false, 0, no
  std::string decimal = ".";
  std::string group;        // between thousands; empty: none
  char delimiter = '|';     // between the items of a list
  bool json_array = false;  // a list may be written as a JSON array
};

struct Schema {
  std::vector<Field> fields;
  std::vector<std::string> missing_values = {""};

  [[nodiscard]] const Field* find(std::string_view name) const;
  [[nodiscard]] bool is_missing(std::string_view text) const;
};

[[nodiscard]] Schema read_schema(NetworkBuilder& builder, const JsonValue& schema);

// The cell's text in the spelling of NetworkBuilder, or nothing when it is that already. What the
// schema's own spelling does not allow is an error, and the text is "".
[[nodiscard]] std::optional<std::string> respelt(NetworkBuilder& builder, const Field& field,
                                                 const Cell& cell);

}  // namespace summitry::package
