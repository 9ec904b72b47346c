// The tables that our exporter makes (exporters/tabular/result_tables.hpp), or that somebody laid out
// alike: `entities` and `relations` with the columns of a data package; where they are there also
// `sources`, `claims`, `series`, `containers`, `relation_types`, `attributes` (the types of further
// columns) and `about`. A column `relation` only numbers the relations. Citations are read from the
// columns `sources`; figures are not read.
#pragma once

#include "loaders/database/sqlite/file.hpp"
#include "loaders/load.hpp"

namespace summitry::database {

// Whether the database has them.
[[nodiscard]] bool has_network_tables(NetworkBuilder& builder, const SqliteFile& database);

// Findings name the tables: `file (entities)`.
void read_network_tables(NetworkBuilder& builder, const SqliteFile& database,
                         const std::string& file, const LoadOptions& options);

}  // namespace summitry::database
