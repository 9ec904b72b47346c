// Types of columns: as cells say them, or as their texts look.
//
// true and false are truths; whole numbers without zeros before them integers; texts that are all dates,
// one of them to the month or the day, dates. Numbers may have a decimal comma where cells stand between
// something else and no number of their column has a point; where all commas could stand between
// thousands they are text. NA is a text, for it is Namibia.
#pragma once

#include <vector>

#include "loaders/tables/table.hpp"

namespace summitry::tables {

// Types of those columns that are attributes; all others are text. Decimal commas become points, with a
// warning; in all columns an apostrophe before what a spreadsheet would run as a formula is taken off.
[[nodiscard]] std::vector<ColumnType> type_columns(NetworkBuilder& builder, Table& table,
                                                   const std::vector<bool>& are_attributes);

}  // namespace summitry::tables
