// The columns of a table of nodes or edges as attributes, a field each.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "loaders/tables/table.hpp"
#include "loaders/tables/times.hpp"
#include "loaders/xml/typed_fields.hpp"

namespace summitry::tables {

// What a column is other than an attribute of its name.
struct Special {
  std::string_view name;       // of the column, in small letters
  std::string_view attribute;  // what it is; "": it is read by itself
};

using KnownTypes = std::unordered_map<std::string, ColumnType>;

template <class Row>
class Fields {
 public:
  struct Format {
    bool ours = false;  // written by our own exporter: names of columns count as they are
    // What an attribute is never called then; nothing where names are never changed.
    std::span<const std::string_view> reserved = {};
    std::span<const std::string_view> left_out = {};  // what it derives
  };

  // Declares all columns but those of times and the special ones; `types` are those that are known of
  // columns by their names.
  void declare(NetworkBuilder& builder, Table& table, const Times& times,
               std::span<const Special> special, const Format& format,
               const KnownTypes& types = {});

  // A row with its values, and its time where times are numbers.
  void fill(NetworkBuilder& builder, const Table& table, std::size_t row, Row& into,
            const interchange::Spell& spell, bool times_are_numbers);

  [[nodiscard]] std::optional<std::size_t> column_of(Cell Row::*cell) const;

 private:
  // Its name as an attribute; nothing for a column that is none.
  [[nodiscard]] static std::optional<Cell> name_of(const Table& table, std::size_t column,
                                                   std::span<const Special> special,
                                                   const Format& format);

  TypedFields<Row> fields_;
  std::vector<std::optional<std::size_t>> field_of_;  // by column
};

extern template class Fields<EntityRow>;
extern template class Fields<EdgeRow>;

}  // namespace summitry::tables
