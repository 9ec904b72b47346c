#include "engine/network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "engine/error.hpp"
#include "engine/find_column.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 5> kStatuses{"planned", "announced", "realised", "declined",
                                                    "withdrawn"};
constexpr std::array<std::string_view, 3> kConfidences{"official", "secondary", "unverified"};
constexpr std::array<std::string_view, 5> kQualifiers{"exact", "about", "at-least", "nearly",
                                                      "over"};

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

std::optional<Date> known(Date date) {
  if (date.year == 0) return std::nullopt;
  return date;
}

std::optional<double> known(double number) {
  if (std::isnan(number)) return std::nullopt;
  return number;
}

// The element, or `missing` where the whole column is absent.
template <class T>
T element(const std::vector<T>& column, std::size_t row, T missing) {
  return column.empty() ? missing : column[row];
}

std::vector<Counted> counted(const std::map<std::string_view, std::size_t>& counts) {
  std::vector<Counted> result;
  result.reserve(counts.size());
  for (const auto& [name, count] : counts) result.push_back({std::string(name), count});
  return result;
}

const Column& column_named(std::span<const Column> columns, std::string_view name,
                           std::string_view what) {
  if (const Column* column = find_column(columns, name)) return *column;
  std::vector<std::string_view> names;
  names.reserve(columns.size());
  for (const Column& column : columns) names.push_back(column.info().name);
  throw UnknownName(unknown_name(what, name, names));
}

}  // namespace

std::string_view to_string(Status status) {
  return kStatuses[static_cast<std::size_t>(status)];
}
std::string_view to_string(Confidence confidence) {
  return kConfidences[static_cast<std::size_t>(confidence)];
}
std::string_view to_string(Qualifier qualifier) {
  return kQualifiers[static_cast<std::size_t>(qualifier)];
}
std::optional<Status> parse_status(std::string_view name) {
  return parse<Status>(kStatuses, name);
}
std::optional<Confidence> parse_confidence(std::string_view name) {
  return parse<Confidence>(kConfidences, name);
}
std::optional<Qualifier> parse_qualifier(std::string_view name) {
  return parse<Qualifier>(kQualifiers, name);
}
std::vector<std::string_view> status_names() {
  return {kStatuses.begin(), kStatuses.end()};
}
std::vector<std::string_view> confidence_names() {
  return {kConfidences.begin(), kConfidences.end()};
}
std::vector<std::string_view> qualifier_names() {
  return {kQualifiers.begin(), kQualifiers.end()};
}

std::optional<EntityIndex> Network::find(std::string_view id) const {
  const auto found = std::lower_bound(
      entities_.begin(), entities_.end(), id,
      [](const Entity& entity, std::string_view wanted) { return entity.id < wanted; });
  if (found == entities_.end() || found->id != id) return std::nullopt;
  return static_cast<EntityIndex>(found - entities_.begin());
}

EntityIndex Network::index_of(std::string_view id) const {
  if (const auto index = find(id)) return *index;
  std::vector<std::string_view> ids;
  ids.reserve(entities_.size());
  for (const Entity& entity : entities_) ids.push_back(entity.id);
  throw UnknownName(unknown_name("entity", id, ids));
}

Relation Network::relation(RelationIndex index) const {
  Relation relation;
  relation.source = source_of_[index];
  relation.target = target_of_[index];
  relation.type = words_.word(type_[index]);
  relation.status = status_[index];
  relation.confidence = confidence_[index];
  relation.role = words_.word(element(role_, index, 0U));
  relation.summit = element(summit_, index, kNone);
  relation.when = {known(element(from_, index, Date{})), known(element(to_, index, Date{}))};
  relation.weight = known(element(weight_, index, std::nan("")));
  relation.amount = known(element(amount_, index, std::nan("")));
  relation.currency = words_.word(element(currency_, index, 0U));
  relation.note = words_.word(element(note_, index, 0U));
  if (!citation_begin_.empty()) {
    relation.citations = {citations_.data() + citation_begin_[index],
                          citations_.data() + citation_begin_[index + 1]};
  }
  return relation;
}

const Series& Network::series(std::string_view id) const {
  std::vector<std::string_view> ids;
  for (const Series& one : series_) {
    if (one.id == id || (id.empty() && series_.size() == 1)) return one;
    ids.push_back(one.id);
  }
  if (series_.empty()) throw UnknownName("the data set has no series of summits");
  if (id.empty()) {
    std::string list;
    for (const std::string_view one : ids) list += (list.empty() ? "" : ", ") + std::string(one);
    throw UnknownName("the data set has several series; name one with --series: " + list);
  }
  throw UnknownName(unknown_name("series", id, ids));
}

const Column& Network::entity_column(std::string_view name) const {
  return column_named(entity_columns_, name, "attribute of entities");
}

const Column& Network::relation_column(std::string_view name) const {
  return column_named(relation_columns_, name, "attribute of relations");
}

std::vector<Counted> Network::kinds() const {
  std::map<std::string_view, std::size_t> counts;
  for (const Entity& entity : entities_) ++counts[entity.kind];
  return counted(counts);
}

std::vector<Counted> Network::relation_types() const {
  std::vector<std::size_t> by_word(words_.size(), 0);
  for (std::size_t row = 0; row < type_.size(); ++row) ++by_word[type_[row]];
  std::map<std::string_view, std::size_t> counts;
  for (std::uint32_t word = 0; word < by_word.size(); ++word) {
    if (by_word[word] > 0) counts[words_.word(word)] = by_word[word];
  }
  return counted(counts);
}

std::size_t Network::relation_bytes() const {
  const auto held = [](const auto& items) { return items.capacity() * sizeof(items[0]); };
  return held(source_of_) + held(target_of_) + type_.bytes() + status_.bytes() +
         confidence_.bytes() + held(role_) + held(summit_) + held(from_) + held(to_) +
         held(weight_) + held(amount_) + held(currency_) + held(note_) + held(citation_begin_) +
         held(citations_);
}

}  // namespace summitry
