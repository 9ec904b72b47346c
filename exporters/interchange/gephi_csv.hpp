// CSV tables with the columns that Gephi's spreadsheet import knows: nodes with Id and Label, edges with
// Source, Target, Type (Directed, Undirected), Id and Weight; the attributes follow.
//
// A text that a spreadsheet would run as a formula (one that begins with = + - @, a tab or a carriage
// return, also behind apostrophes) has an apostrophe before it, in names of columns, ids and ends alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/data_package.hpp"
#include "exporters/export_parts.hpp"

namespace summitry {

// The nodes, whose name is "", and ".edges.csv" beside them.
[[nodiscard]] std::vector<PackageFile> to_gephi_csv(const ExportParts& parts);

// The text, with an apostrophe before it where it would be a formula, or is one behind apostrophes.
[[nodiscard]] std::string no_formula(std::string_view text);

}  // namespace summitry
