#include "loaders/tables/own_names.hpp"

#include "engine/lower.hpp"

namespace summitry::tables {
namespace {

// A name without the `-2` that tells it from another of its kind.
std::string_view without_number(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos || dash + 1 == name.size()) return name;
  const bool is_number = name.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
  return is_number ? name.substr(0, dash) : name;
}

}  // namespace

OwnNames::OwnNames(const Table& table, std::string_view prefix,
                   std::span<const std::string_view> reserved)
    : prefix_(prefix) {
  for (const std::string_view name : reserved) taken_.emplace(name);
  for (const Cell& name : table.names()) columns_.insert(lower(name.text));
}

bool OwnNames::is_taken(std::string_view name) const {
  const std::string small = lower(name);
  return taken_.contains(small) || columns_.contains(small);
}

std::string_view OwnNames::of(std::string_view name) const {
  if (!name.starts_with(prefix_)) return {};
  const std::string_view rest = name.substr(prefix_.size());
  const std::string_view plain = without_number(rest);
  if (plain != rest && is_taken(plain) && columns_.contains(lower(prefix_) + lower(plain))) {
    return plain;
  }
  return is_taken(rest) ? rest : std::string_view{};
}

}  // namespace summitry::tables
