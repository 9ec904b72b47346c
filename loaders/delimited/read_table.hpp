// Delimited text (CSV, TSV) as a table. A header is needed; rows without a value are left out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "loaders/tables/table.hpp"

namespace summitry::delimited {

// What is wrong, and what was found out about delimiter and encoding, is told to the builder, which must
// be reading `file`. Nothing where the text is no table.
[[nodiscard]] std::optional<tables::Table> read_table(NetworkBuilder& builder, std::string bytes,
                                                      const std::string& file);

}  // namespace summitry::delimited
