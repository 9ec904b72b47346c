// A SQLite database of the tables in result_tables.hpp, with types, keys and references: for SQL, R and
// Datasette. Lists and dates are text, truth is 0 or 1, what is missing is NULL.
#pragma once

#include <string>

#include "exporters/export_parts.hpp"

namespace summitry {

// The bytes of the database file. The same input gives the same bytes, with the same library.
[[nodiscard]] std::string to_sqlite(const ExportParts& parts);

}  // namespace summitry
