// Words between bars. See items.hpp.
#include "engine/items.hpp"

#include <algorithm>

namespace summitry {

std::vector<std::string_view> items(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    if (end > 0) found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

std::vector<Cell> items(const Cell& cell) {
  std::vector<Cell> cells;
  for (const std::string_view text : items(cell.text)) {
    cells.emplace_back(text, cell.line, cell.column);
  }
  return cells;
}

std::vector<std::string> kept_items(std::string_view text) {
  const std::vector<std::string_view> found = items(text);
  return {found.begin(), found.end()};
}

}  // namespace summitry
