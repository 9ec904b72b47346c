// An Excel workbook of the tables in result_tables.hpp: a sheet a table, with a header that stays in view
// and filters, numbers as numbers, and every text as text, whatever it begins with.
//
// Dates are text too: a year alone is no date to Excel. A text longer than 32,767 characters is cut there.
#pragma once

#include <string>

#include "exporters/export_parts.hpp"

namespace summitry {

// The bytes of the workbook, which bears no date of its own. Throws SaveError for more rows than a sheet
// has (1,048,575) and when no temporary file can be written.
[[nodiscard]] std::string to_xlsx(const ExportParts& parts);

}  // namespace summitry
