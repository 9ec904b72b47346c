// Short tables for a paper, as plain text in cells: the first entities by the first measure, the
// communities, and the transitions of a series. Markdown and LaTeX write the same ones.
#pragma once

#include <string>
#include <vector>

#include "exporters/export_parts.hpp"

namespace summitry::tabular {

struct PaperColumn {
  std::string title;
  bool number = false;  // set flush right
};

struct PaperTable {
  std::string name;     // measures, communities, transitions
  std::string caption;  // what is shown, of how many, and how figures were rounded
  std::vector<PaperColumn> columns;
  std::vector<std::vector<std::string>> rows;  // "": missing
};

[[nodiscard]] std::vector<PaperTable> paper_tables(const ExportParts& parts);

// A line each on data, selection, options and the method of each figure.
[[nodiscard]] std::string paper_note(const ExportParts& parts);

}  // namespace summitry::tabular
