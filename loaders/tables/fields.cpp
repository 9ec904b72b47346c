// Columns as fields. See fields.hpp.
#include "loaders/tables/fields.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/tables/own_names.hpp"
#include "loaders/tables/types.hpp"

namespace summitry::tables {
namespace {

// By which the times that are numbers are found: no column is called so, since a name has no tab.
constexpr std::string_view kStart = "start\tof a spell";
constexpr std::string_view kEnd = "end\tof a spell";

template <class Row>
constexpr std::string_view kPrefix = std::is_same_v<Row, EntityRow> ? "entity-" : "relation-";

const Special* special_named(std::span<const Special> special, std::string_view name) {
  const auto found = std::find_if(special.begin(), special.end(),
                                  [name](const Special& one) { return one.name == name; });
  return found == special.end() ? nullptr : &*found;
}

bool is_there(const Table& table, std::string_view name) {
  return std::any_of(table.names().begin(), table.names().end(),
                     [name](const Cell& cell) { return cell.text == name; });
}

}  // namespace

template <class Row>
std::optional<Cell> Fields<Row>::name_of(const Table& table, std::size_t column,
                                         std::span<const Special> special, const Format& format) {
  Cell name = table.names()[column];
  const std::string small = lower(name.text);
  if (name.text.empty()) return std::nullopt;
  const Special* one = special_named(special, small);
  if (one != nullptr && table.column(small) == column) {
    if (one->attribute.empty()) return std::nullopt;
    if (!is_there(table, one->attribute)) name.text = one->attribute;
  } else if (cell_of_attribute<Row>(small) != nullptr && !format.ours) {
    if (!is_there(table, small)) name.text = part_named<Row>(small)->name;
  }
  return name;
}

template <class Row>
void Fields<Row>::declare(NetworkBuilder& builder, Table& table, const Times& times,
                          std::span<const Special> special, const Format& format,
                          const KnownTypes& known) {
  field_of_.resize(table.columns());
  std::vector<bool> are_attributes(table.columns());
  std::vector<TypedField> fields;
  std::unordered_set<std::string_view> seen;  // check_names says what stands twice
  const OwnNames own_names(table, kPrefix<Row>, format.reserved);
  for (std::size_t i = 0; i < table.columns(); ++i) {
    if (!seen.insert(table.names()[i].text).second || times.has(i)) continue;
    const auto name = name_of(table, i, special, format);
    if (!name) continue;
    are_attributes[i] = true;
    field_of_[i] = fields.size();
    std::string_view own;
    if (format.ours) own = format.reserved.empty() ? name->text : own_names.of(name->text);
    fields.push_back({table.names()[i], *name, ColumnType::text, {}, own});
  }
  const std::vector<ColumnType> types = type_columns(builder, table, are_attributes);
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (!field_of_[i]) continue;
    const auto found = known.find(std::string(table.names()[i].text));
    fields[*field_of_[i]].type = found == known.end() ? types[i] : found->second;
  }
  if (times.are_numbers()) {
    fields.push_back({kStart, "start", ColumnType::number, {}});
    fields.push_back({kEnd, "end", ColumnType::number, {}});
  }
  const std::optional<Cell> first =
      fields.empty() ? std::nullopt : std::optional(fields.front().id);
  fields_.declare(builder, std::move(fields), {format.ours, format.left_out}, table.rows(),
                  table.bytes());
  // Fields that are too many are an error, and none of them is there.
  if (first && !fields_.find(first->text)) field_of_.assign(field_of_.size(), std::nullopt);
}

template <class Row>
void Fields<Row>::fill(NetworkBuilder& builder, const Table& table, std::size_t row, Row& into,
                       const interchange::Spell& spell, bool times_are_numbers) {
  for (const Filled& filled : table.row(row)) {
    if (filled.column >= field_of_.size() || !field_of_[filled.column]) continue;
    static_cast<void>(fields_.set(*field_of_[filled.column], filled.cell));
  }
  if (!times_are_numbers) {
    into.from = spell.start;
    into.to = spell.end;
  } else {
    const auto set = [this](std::string_view id, const Cell& value) {
      const auto field = fields_.find(id);
      if (field && !value.text.empty()) static_cast<void>(fields_.set(*field, value));
    };
    set(kStart, spell.start);
    set(kEnd, spell.end);
  }
  fields_.fill(builder, into);
}

template <class Row>
std::optional<std::size_t> Fields<Row>::column_of(Cell Row::*cell) const {
  for (std::size_t i = 0; i < field_of_.size(); ++i) {
    if (field_of_[i] && fields_.is(*field_of_[i], cell)) return i;
  }
  return std::nullopt;
}

template class Fields<EntityRow>;
template class Fields<EdgeRow>;

}  // namespace summitry::tables
