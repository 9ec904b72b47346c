// A matrix of who was at what: participants in the first column, events in the first row.
//
// A cell is 1, x or true for a relation, 0, false or blank for none; other numbers are weights, and then 1
// is one too. Blank cells beside zeros are said, since blank may mean unknown.
#pragma once

#include "loaders/load.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::two_mode {

void add_matrix(NetworkBuilder& builder, tables::Table& table, const LoadOptions& options);

// Whether the table can be nothing else, and no edge list above all: its first name is missing, or it has
// five columns and more; all cells are 0, 1, x or blank; and it is no square of the same names.
[[nodiscard]] bool is_matrix_for_certain(const tables::Table& table);

}  // namespace summitry::two_mode
