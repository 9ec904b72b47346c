#include "loaders/interchange/facts.hpp"

#include <set>

#include "engine/number.hpp"
#include "loaders/interchange/seen_values.hpp"

namespace summitry::interchange {

void Facts::add(std::string_view name, ColumnType type, const Cell& cell) {
  if (cell.text.empty()) return;
  auto found = numbers_.find(name);
  if (found == numbers_.end()) {
    found = numbers_.emplace(name, static_cast<std::uint32_t>(names_.size())).first;
    names_.emplace_back(name);
  }
  facts_.push_back({found->second, type, cell});
}

std::span<const Fact> Facts::row(std::size_t row) const {
  const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
  return std::span(facts_).subspan(begin, ends_[row] - begin);
}

void Facts::declare(std::string_view name, ColumnType type, std::string_view own_name) {
  declared_.emplace(name, Declared{type, std::string(own_name.empty() ? name : own_name)});
}

std::vector<std::string> Facts::own_names() const {
  std::vector<std::string> own;
  own.reserve(names_.size());
  for (const std::string& name : names_) {
    const auto found = declared_.find(name);
    own.push_back(found == declared_.end() ? name : found->second.own_name);
  }
  const std::set<std::string_view> distinct(own.begin(), own.end());
  return distinct.size() == own.size() ? own : names_;
}

std::vector<ColumnType> Facts::types() const {
  std::vector<SeenValues> seen(names_.size());
  for (const Fact& fact : facts_) seen[fact.name].see(fact.type, fact.cell.text);
  std::vector<ColumnType> types;
  types.reserve(seen.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto found = declared_.find(names_[i]);
    types.push_back(found == declared_.end() ? seen[i].type() : found->second.type);
  }
  return types;
}

ColumnType type_of_number(std::string_view text) {
  return parse_integer(text) ? ColumnType::integer : ColumnType::number;
}

}  // namespace summitry::interchange
