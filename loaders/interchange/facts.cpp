#include "loaders/interchange/facts.hpp"

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

std::vector<ColumnType> Facts::types() const {
  std::vector<SeenValues> seen(names_.size());
  for (const Fact& fact : facts_) seen[fact.name].see(fact.type, fact.cell.text);
  std::vector<ColumnType> types;
  types.reserve(seen.size());
  for (const SeenValues& one : seen) types.push_back(one.type());
  return types;
}

ColumnType type_of_number(std::string_view text) {
  return parse_integer(text) ? ColumnType::integer : ColumnType::number;
}

}  // namespace summitry::interchange
