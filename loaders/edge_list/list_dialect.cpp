#include "loaders/edge_list/list_dialect.hpp"

#include <algorithm>

namespace summitry {

std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t begin = line.find_first_not_of(kBlanks);
    if (begin != std::string_view::npos &&
        kListComments.find(line[begin]) == std::string_view::npos) {
      return line;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

char delimiter_of(std::string_view line) {
  for (const char delimiter : {'\t', ',', ';', ' '}) {
    bool within_quotes = false;
    for (const char c : line) {
      if (c == '"') within_quotes = !within_quotes;
      if (c == delimiter && !within_quotes) return delimiter;
    }
  }
  return ',';
}

}  // namespace summitry
