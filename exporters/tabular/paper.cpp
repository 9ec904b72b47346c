// Markdown and LaTeX.
#include "exporters/tabular/paper.hpp"

#include "exporters/report/markdown.hpp"
#include "exporters/tabular/paper_tables.hpp"

namespace summitry {
namespace {

namespace md = markdown;
using tabular::PaperTable;

std::string title_of(const ExportParts& parts) {
  const Dataset& dataset = parts.network.dataset();
  const std::string& title = dataset.title.empty() ? dataset.name : dataset.title;
  return title.empty() ? "Network" : title;
}

std::string markdown_table(const PaperTable& table) {
  std::vector<md::TableColumn> columns;
  for (const auto& column : table.columns) {
    columns.push_back({md::escaped(column.title), column.number});
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const std::string& cell : row) rows.back().push_back(md::escaped(cell));
  }
  return md::table(columns, rows) + '\n' + md::escaped(table.caption) + "\n\n";
}

std::string latex_row(const std::vector<std::string>& cells) {
  std::string out = "  ";
  for (std::size_t i = 0; i < cells.size(); ++i) out.append(i > 0 ? " & " : "").append(cells[i]);
  return out + " \\\\\n";
}

std::string latex_table(const PaperTable& table) {
  std::string align;
  std::vector<std::string> cells;
  for (const auto& column : table.columns) {
    align += column.number ? 'r' : 'l';
    cells.push_back(latex_text(column.title));
  }
  std::string out = "\\begin{table}\n  \\caption{" + latex_text(table.caption) +
                    "}\n  \\label{tab:" + table.name + "}\n  \\begin{tabular}{" + align +
                    "}\n  \\toprule\n" + latex_row(cells) + "  \\midrule\n";
  for (const auto& row : table.rows) {
    cells.clear();
    for (const std::string& cell : row) cells.push_back(cell.empty() ? "--" : latex_text(cell));
    out += latex_row(cells);
  }
  return out + "  \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
}

// What a comment of LaTeX's can say: lines that begin with a percent sign.
std::string comment(const std::string& text) {
  std::string out = "% ";
  for (const char c : text) {
    if (c == '\n') {
      out += "\n% ";
    } else {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out + '\n';
}

}  // namespace

std::string latex_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        out.append("\\").append(1, c);
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '<':
        out += "\\textless{}";
        break;
      case '>':
        out += "\\textgreater{}";
        break;
      case '|':
        out += "\\textbar{}";
        break;
      case '"':
        out += "\\textquotedbl{}";
        break;
      case '[':  // after a line's end it would be taken for an option
        out += "{[}";
        break;
      case '-':  // two in a row would become one dash
        out += out.ends_with('-') ? "{}-" : "-";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string paper_markdown(const ExportParts& parts) {
  std::string out = "# " + md::escaped(title_of(parts)) + "\n\n";
  for (const PaperTable& table : tabular::paper_tables(parts)) out += markdown_table(table);
  return out + md::code_block(tabular::paper_note(parts));
}

std::string paper_latex(const ExportParts& parts) {
  std::string out =
      "% Needs \\usepackage{booktabs}; LuaLaTeX or XeLaTeX for names in any script.\n" +
      comment(tabular::paper_note(parts));
  for (const PaperTable& table : tabular::paper_tables(parts)) out += '\n' + latex_table(table);
  return out;
}

}  // namespace summitry
