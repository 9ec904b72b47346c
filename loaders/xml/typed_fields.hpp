// The attributes that a file of typed attributes declares for its vertices or its edges: each fills a
// cell of a row that we know by its name, or becomes a further attribute of its type.
//
// What we wrote ourselves comes back as it was: names that an exporter changed (`entity-label`,
// `relation-type`) get the own ones that it marked, and what it derived (the number of sources, how an entity is
// drawn) is left out. In a file of another program a name that a data package has for something else
// (`sources`) gets such a name, with a warning.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/row_parts.hpp"

namespace summitry {

struct TypedField {
  Cell id;    // by which values refer to it
  Cell name;  // at the place of the declaration
  ColumnType type = ColumnType::text;
  std::optional<Cell> fallback;  // for rows without a value
  Cell own_name = {};            // in the data, where our exporter wrote another; else empty
};

template <class Row>
class TypedFields {
 public:
  struct Format {
    bool ours = false;                           // written by our own exporter
    std::span<const std::string_view> left_out;  // what it derives
  };

  // `rows`: how many there will be; `bytes`: of the file. A file whose table would be far larger than
  // itself is an error, and no field is declared.
  void declare(NetworkBuilder& builder, std::vector<TypedField> fields, const Format& format,
               std::size_t rows, std::size_t bytes);

  [[nodiscard]] std::optional<std::size_t> find(std::string_view id);
  [[nodiscard]] const TypedField& operator[](std::size_t field) const { return fields_[field]; }
  // Whether a field fills this cell of a row.
  [[nodiscard]] bool fills(Cell Row::*cell) const;
  [[nodiscard]] bool is(std::size_t field, Cell Row::*cell) const {
    return targets_[field].cell == cell;
  }

  // A row's values, one by one, and then the row. A field's later value replaces its earlier one;
  // whether there was one is returned.
  bool set(std::size_t field, const Cell& value);
  void fill(NetworkBuilder& builder, Row& row);

 private:
  struct Target {
    Cell Row::*cell = nullptr;
    std::optional<std::size_t> attribute;
  };
  void declare_one(NetworkBuilder& builder, const TypedField& field, const Format& format);
  [[nodiscard]] std::string own_name(const TypedField& field) const;
  [[nodiscard]] std::string free_name(std::string_view name) const;

  std::vector<TypedField> fields_;
  std::vector<Target> targets_;                            // of each field
  std::unordered_map<std::string_view, std::size_t> ids_;  // to fields
  std::unordered_map<std::string, std::size_t> names_;     // of attributes, to fields
  std::vector<std::optional<Cell>> values_;                // of the row in hand
  std::vector<std::size_t> given_;                         // which have one
  std::vector<std::size_t> with_fallback_;
  std::size_t next_ = 0;  // after the field last found: rows name them in one order
};

extern template class TypedFields<EntityRow>;
extern template class TypedFields<EdgeRow>;

}  // namespace summitry
