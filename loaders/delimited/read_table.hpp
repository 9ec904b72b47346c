// Delimited text (CSV, TSV) as a table. A header is needed; rows without a value are left out.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "loaders/delimited/dialect.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::delimited {

// What is wrong, and what was found out about delimiter and encoding, is told to the builder, which must
// be reading `file`. Nothing where the text is no table.
[[nodiscard]] std::optional<tables::Table> read_table(NetworkBuilder& builder, std::string bytes,
                                                      const std::string& file);

// Whether a row has a cell for each column, once what is empty at its end is taken off; else that is an
// error.
[[nodiscard]] bool fit(NetworkBuilder& builder, std::span<const Cell>& row, std::size_t columns);

// What was found out about the delimiter, unless it is a common one.
void say_delimiter(NetworkBuilder& builder, const Dialect& dialect, const Cell& start);

}  // namespace summitry::delimited
