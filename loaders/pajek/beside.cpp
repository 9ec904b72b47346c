#include "loaders/pajek/beside.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "loaders/interchange/words.hpp"
#include "loaders/pajek/sections.hpp"

namespace summitry::pajek {
namespace {

// What comments before the values say of the numbers: `% 1 country`.
std::map<std::string_view, std::string_view> names_of_numbers(std::string_view text) {
  std::map<std::string_view, std::string_view> names;
  while (text.starts_with("% ")) {
    const std::string_view line = text.substr(2, text.find_first_of("\r\n") - 2);
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos) names[line.substr(0, space)] = line.substr(space + 1);
    const std::size_t next = text.find_first_not_of("\r\n", 2 + line.size());
    text = next == std::string_view::npos ? std::string_view() : text.substr(next);
  }
  return names;
}

}  // namespace

void read_beside(NetworkBuilder& builder, std::string_view text, const std::string& name,
                 ColumnType type, Draft& draft) {
  const auto names = names_of_numbers(text);
  interchange::WordLines lines(text, '%', draft.graph().texts);
  std::vector<Cell> values;
  bool good = true;
  while (lines.next()) {
    if (is_header(lines)) continue;
    Cell value;
    good = read_value(builder, lines.words().front(), type, value) && good;
    values.push_back(value);
  }
  if (!good) return;
  if (values.size() != draft.vertex_count()) {
    builder.warning({{}, 1, 1},
                    "the file is not read: it has values for " + std::to_string(values.size()) +
                        " vertices, the network " + std::to_string(draft.vertex_count()),
                    "write a value for each vertex, or give the file another name");
    return;
  }
  const bool named =
      !names.empty() && std::all_of(values.begin(), values.end(), [&](const Cell& v) {
        return v.text.empty() || names.contains(v.text);
      });
  const ColumnType kind = named ? ColumnType::text : type;
  const std::size_t column = draft.add_column(name);
  for (std::size_t v = 0; v < values.size(); ++v) {
    const std::string_view shown =
        named && !values[v].text.empty() ? names.at(values[v].text) : values[v].text;
    draft.set(column, v, Cell(shown), kind);
  }
}

}  // namespace summitry::pajek
