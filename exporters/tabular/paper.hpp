// Short tables for a paper in Markdown and in LaTeX, and BibTeX of what they rest on.
//
// LaTeX uses booktabs, a table environment each with its label, in UTF-8 (LuaLaTeX or XeLaTeX with a
// font that has the names' scripts). BibTeX has the data set, the program, the methods of the figures and
// the data's sources.
#pragma once

#include <string>
#include <string_view>

#include "exporters/export_parts.hpp"

namespace summitry {

[[nodiscard]] std::string paper_markdown(const ExportParts& parts);
[[nodiscard]] std::string paper_latex(const ExportParts& parts);
[[nodiscard]] std::string paper_bibtex(const ExportParts& parts);

// The text on one line, with nothing in it that LaTeX would run.
[[nodiscard]] std::string latex_text(std::string_view text);

}  // namespace summitry
