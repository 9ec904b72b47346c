// The answer of a database to a query, row by row: what all databases have in common.
#pragma once

#include <span>

#include "engine/column.hpp"
#include "engine/network_builder.hpp"

namespace summitry::database {

enum class Use { by_name, as_attribute, none };

struct SourceColumn : ColumnInfo {
  Use use = Use::by_name;  // the others are what they are, whatever their name
};

class RowSource {
 public:
  RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;

  [[nodiscard]] virtual std::span<const SourceColumn> columns() const = 0;
  // Moves to the next row; false after the last, and where the database fails, which is reported.
  [[nodiscard]] virtual bool next() = 0;
  // In the spelling that NetworkBuilder reads, with the number of its row as its line and of its
  // column, both from 1; empty where it is missing, and where it is nothing that a Network holds,
  // which is reported. Valid until next().
  [[nodiscard]] virtual Cell cell(std::size_t column) = 0;
};

}  // namespace summitry::database
