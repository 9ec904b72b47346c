#include "loaders/interchange/facts.hpp"

#include <optional>
#include <set>

#include "engine/number.hpp"

namespace summitry::interchange {
namespace {

bool is_count(ColumnType type) {
  return type == ColumnType::integer || type == ColumnType::number;
}

ColumnType wider(ColumnType a, ColumnType b) {
  if (a == b) return a;
  return is_count(a) && is_count(b) ? ColumnType::number : ColumnType::text;
}

// What was seen of the values of one name.
struct Seen {
  std::optional<ColumnType> type;
  bool all_dates = true;
  bool any_month = false;  // years alone may be anything

  void see(const Fact& fact) {
    type = type ? wider(*type, fact.type) : fact.type;
    if (!all_dates) return;
    const std::optional<Date> date = parse_date(fact.cell.text);
    all_dates = date.has_value() && to_string(*date) == fact.cell.text;
    any_month = any_month || fact.cell.text.size() > 4;
  }
  [[nodiscard]] ColumnType result() const {
    const bool is_date = type == ColumnType::text && all_dates && any_month;
    return is_date ? ColumnType::date : type.value_or(ColumnType::text);
  }
};

}  // namespace

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
  std::vector<Seen> seen(names_.size());
  for (const Fact& fact : facts_) seen[fact.name].see(fact);
  std::vector<ColumnType> types;
  types.reserve(seen.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto found = declared_.find(names_[i]);
    types.push_back(found == declared_.end() ? seen[i].result() : found->second.type);
  }
  return types;
}

ColumnType type_of_number(std::string_view text) {
  return parse_integer(text) ? ColumnType::integer : ColumnType::number;
}

}  // namespace summitry::interchange
