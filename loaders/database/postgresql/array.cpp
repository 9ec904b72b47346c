#include "loaders/database/postgresql/array.hpp"

#include <utility>

namespace summitry::database {
namespace {

// The item that `rest` begins with, which is taken off; nothing where its quotes do not end.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string item;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] == '"') {
      rest.remove_prefix(at + 1);
      return item;
    }
    if (rest[at] == '\\' && ++at == rest.size()) break;
    item += rest[at];
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::optional<std::string>>> parse_array(std::string_view text) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return std::nullopt;
  std::string_view rest = text.substr(1, text.size() - 2);
  std::vector<std::optional<std::string>> items;
  while (!rest.empty()) {
    if (rest.front() == '"') {
      auto item = take_quoted(rest);
      if (!item) return std::nullopt;
      items.emplace_back(std::move(item));
    } else {
      const std::string_view item = rest.substr(0, rest.find(','));
      if (item.empty() || item.find_first_of("{}\"\\") != std::string_view::npos) {
        return std::nullopt;
      }
      items.push_back(item == "NULL" ? std::nullopt : std::optional<std::string>(item));
      rest.remove_prefix(item.size());
    }
    if (rest.empty()) break;
    if (rest.front() != ',' || rest.size() == 1) return std::nullopt;
    rest.remove_prefix(1);
  }
  return items;
}

}  // namespace summitry::database
