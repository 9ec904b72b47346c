// Typed attributes as cells of rows. See typed_fields.hpp.
#include "loaders/xml/typed_fields.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Row>
constexpr bool kOfEntities = std::is_same_v<Row, EntityRow>;

// What exporters put before a name that a format has for something else.
template <class Row>
constexpr std::string_view kPrefix = kOfEntities<Row> ? "entity-" : "relation-";

// XML Schema's words for a value as ours; a text is left as it is.
std::string_view plain(std::string_view text, ColumnType type) {
  if (type == ColumnType::text || type == ColumnType::list) return text;
  text = trimmed(text);
  if (type == ColumnType::boolean) {
    const std::string word = lower(text);
    if (word == "true") return "true";
    if (word == "false") return "false";
  } else if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  return text;
}

bool is_not_finite(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords{"nan",  "inf",       "+inf",    "-inf",
                                                   "-nan", "-infinity", "infinity"};
  return text.size() <= 9 && is_one_of(kWords, lower(text));
}

}  // namespace

template <class Row>
void TypedFields<Row>::declare(NetworkBuilder& builder, std::vector<TypedField> fields,
                               const Format& format, std::size_t rows, std::size_t bytes) {
  constexpr std::size_t kAlways = 10'000'000;  // values that are not too many for any file
  constexpr std::size_t kPerByte = 16;
  constexpr std::size_t kMost = 4'000;
  std::size_t row_size = fields.size();
  for (const TypedField& field : fields)
    row_size += field.fallback ? field.fallback->text.size() : 0;
  const std::size_t allowed = (kAlways + kPerByte * bytes) / std::max<std::size_t>(rows, 1);
  if (fields.size() > kMost || row_size > allowed) {
    builder.error(fields.back().id,
                  std::to_string(fields.size()) + " attributes are too many for this file",
                  "declare those that are used, and no long values for all that have none");
    return;
  }
  fields_ = std::move(fields);
  targets_.resize(fields_.size());
  values_.resize(fields_.size());
  for (const TypedField& field : fields_) names_.emplace(lower(field.name.text), fields_.size());
  for (const TypedField& field : fields_) declare_one(builder, field, format);
}

template <class Row>
void TypedFields<Row>::declare_one(NetworkBuilder& builder, const TypedField& field,
                                   const Format& format) {
  const auto number = static_cast<std::size_t>(&field - fields_.data());
  if (!ids_.emplace(field.id.text, number).second) {
    builder.error(field.id, "duplicate attribute " + in_quotes(field.id.text),
                  "give every attribute an id of its own");
    return;
  }
  if (field.fallback) with_fallback_.push_back(number);
  std::string name = own_name(field);
  if (format.ours && is_one_of(format.left_out, field.name.text)) return;
  const auto cell = cell_of_attribute<Row>(name);
  const bool was_renamed = name != field.name.text;
  if (cell != nullptr && !fills(cell)) {
    targets_[number].cell = cell;
    return;
  }
  const bool is_taken = cell != nullptr || is_of_structure<Row>(name);
  if (is_taken && !was_renamed && !format.ours) {
    name = free_name(std::string(kPrefix<Row>) + name);
    builder.warning(
        field.name,
        "the attribute " + in_quotes(field.name.text) + " is kept as " + in_quotes(name),
        "a data package has a column of the first name for something else");
  } else if (names_.contains(name) && names_.at(name) < number) {
    const std::string other = free_name(name);
    builder.warning(field.name,
                    "a second attribute " + in_quotes(name) + " is kept as " + in_quotes(other),
                    "give every attribute a name of its own");
    name = other;
  }
  names_.insert_or_assign(name, number);
  ColumnInfo info{std::move(name), field.type, "", ""};
  if constexpr (kOfEntities<Row>) {
    targets_[number].attribute = builder.declare_entity_attribute(std::move(info));
  } else {
    targets_[number].attribute = builder.declare_relation_attribute(std::move(info));
  }
}

// The name before an exporter of ours changed it. Programs that pass a file of ours on drop its marks.
template <class Row>
std::string TypedFields<Row>::own_name(const TypedField& field) const {
  if (!field.own_name.text.empty()) return std::string(field.own_name.text);
  const bool is_weight = !kOfEntities<Row> && field.name.text == "relation-weight";
  return is_weight ? "weight" : std::string(field.name.text);
}

template <class Row>
std::string TypedFields<Row>::free_name(std::string_view name) const {
  std::string free(name);
  for (int n = 2; names_.contains(free); ++n) free = std::string(name) + '-' + std::to_string(n);
  return free;
}

template <class Row>
std::optional<std::size_t> TypedFields<Row>::find(std::string_view id) {
  if (next_ >= fields_.size()) next_ = 0;
  if (next_ < fields_.size() && fields_[next_].id.text == id) return next_++;
  const auto found = ids_.find(id);
  if (found == ids_.end()) return std::nullopt;
  next_ = found->second + 1;
  return found->second;
}

template <class Row>
bool TypedFields<Row>::fills(Cell Row::*cell) const {
  return std::any_of(targets_.begin(), targets_.end(),
                     [cell](const Target& target) { return target.cell == cell; });
}

template <class Row>
bool TypedFields<Row>::set(std::size_t field, const Cell& value) {
  const bool had_one = values_[field].has_value();
  if (!had_one) given_.push_back(field);
  values_[field] = value;
  return had_one;
}

template <class Row>
void TypedFields<Row>::fill(NetworkBuilder& builder, Row& row) {
  for (const std::size_t field : with_fallback_) {
    if (!values_[field]) static_cast<void>(set(field, *fields_[field].fallback));
  }
  for (const std::size_t field : given_) {
    Cell value = values_[field].value_or(Cell());
    values_[field].reset();
    value.text = plain(value.text, fields_[field].type);
    const Target& target = targets_[field];
    if (target.cell != nullptr) {
      row.*target.cell = value;
    } else if (!target.attribute || value.text.empty()) {
      continue;
    } else if (fields_[field].type == ColumnType::number && is_not_finite(value.text)) {
      builder.warning(value, "the number " + in_quotes(value.text) + " is left out",
                      "a number is finite, or missing");
    } else {
      row.attributes.push_back({*target.attribute, value});
    }
  }
  given_.clear();
}

template class TypedFields<EntityRow>;
template class TypedFields<EdgeRow>;

}  // namespace summitry
