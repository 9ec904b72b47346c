#include "loaders/database/rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/items.hpp"
#include "engine/lower.hpp"
#include "engine/names.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/text.hpp"

namespace summitry::database {
namespace {

template <class Row>
bool is_demanded(const RowPart<Row>& part) {
  return part.demand == Demand::every_row;
}

// The id of an entity, the ends of a relation.
template <class Row>
bool is_id(const RowPart<Row>& part) {
  return is_demanded(part) && part.told == Told::by_tables;
}

using Declare = std::function<std::size_t(ColumnInfo)>;

// An answer whose columns are matched with the cells of a row; further ones are attributes, where
// these can be declared.
template <class Row>
class RowReader {
 public:
  RowReader(NetworkBuilder& builder, RowSource& source) : builder_(builder), source_(source) {}

  // Each part that is `required` must have a column.
  [[nodiscard]] bool open(bool (*required)(const RowPart<Row>&), const Declare& declare) {
    std::set<std::string> taken;
    for (std::size_t c = 0; c < source_.columns().size(); ++c) {
      const SourceColumn& info = source_.columns()[c];
      const Cell place({}, 0, c + 1);
      if (info.use == Use::by_name && !taken.insert(lower(info.name)).second) {
        return fail(place, "the column " + in_quotes(info.name) + " stands twice",
                    "name each column once: SELECT x AS y");
      }
      match(place, info, declare);
    }
    for (const RowPart<Row>& part : kParts<Row>) {
      if (!required(part) || taken.contains(std::string(part.name))) continue;
      const auto guess = nearest_column(part.name);
      return fail({}, "no column " + in_quotes(part.name),
                  guess ? "is it the one named " + in_quotes(*guess) + "?"
                        : "name a column so: SELECT x AS " + std::string(part.name));
    }
    return true;
  }

  // Hands every row over.
  template <class Add>
  void read(const Add& add) {
    while (source_.next()) {
      Row row;
      for (std::size_t c = 0; c < targets_.size(); ++c) {
        const Cell cell = source_.cell(c);
        if (targets_[c].cell != nullptr) row.*targets_[c].cell = cell;
        if constexpr (kHasAttributes<Row>) {
          if (targets_[c].attribute && !cell.text.empty()) {
            row.attributes.push_back({*targets_[c].attribute, cell});
          }
        }
      }
      add(row);
    }
  }

 private:
  struct Target {
    Cell Row::*cell = nullptr;
    std::optional<std::size_t> attribute;
  };

  bool fail(const Cell& place, std::string what, std::string remedy) {
    builder_.error(place, std::move(what), std::move(remedy));
    return false;
  }

  void match(const Cell& place, const SourceColumn& info, const Declare& declare) {
    if (info.use != Use::by_name) {
      const bool declared = info.use == Use::as_attribute && declare;
      targets_.push_back({nullptr, declared ? std::optional(declare(info)) : std::nullopt});
      return;
    }
    if (const RowPart<Row>* part = part_named<Row>(lower(info.name))) {
      targets_.push_back({part->cell, std::nullopt});
      return;
    }
    std::vector<std::string_view> names;
    names.reserve(kParts<Row>.size());
    for (const RowPart<Row>& known : kParts<Row>) names.push_back(known.name);
    const auto guess = nearest(info.name, names);
    if (!declare || guess) {
      builder_.warning(place,
                       "the column " + in_quotes(info.name) +
                           (declare ? " is read as an attribute" : " is not read"),
                       guess ? "did you mean " + in_quotes(*guess) + "?"
                             : "only entities and relations have further columns");
    }
    targets_.push_back({nullptr, declare ? std::optional(declare(info)) : std::nullopt});
  }

  [[nodiscard]] std::optional<std::string> nearest_column(std::string_view name) const {
    std::vector<std::string_view> names;
    names.reserve(source_.columns().size());
    for (const SourceColumn& info : source_.columns()) names.push_back(info.name);
    const auto guess = nearest(name, names);
    return guess ? std::optional(std::string(*guess)) : std::nullopt;
  }

  NetworkBuilder& builder_;
  RowSource& source_;
  std::vector<Target> targets_;
};

}  // namespace

void NetworkRows::ensure_sources(const Cell& references) {
  if (lacking_ == Lacking::is_reported) return;
  for (const std::string_view reference : items(references.text)) {
    const std::string_view id = reference.substr(0, reference.find('#'));
    if (id.empty() || !named_.emplace(id).second) continue;
    SourceRow row;
    row.id = Cell(id, references.line, references.column);
    row.title = row.id;
    builder_.add_source(row);
  }
}

void NetworkRows::ensure_ends(const RelationRow& row) {
  if (lacking_ == Lacking::is_reported || has_entities_) return;
  if (!row.source.text.empty()) builder_.ensure_entity(row.source, kEntityKind);
  if (!row.target.text.empty()) builder_.ensure_entity(row.target, kEntityKind);
  if (!row.summit.text.empty()) builder_.ensure_entity(row.summit, "summit");
}

bool NetworkRows::add_entities(RowSource& source) {
  has_entities_ = true;
  RowReader<EntityRow> reader(builder_, source);
  const bool strict = lacking_ == Lacking::is_reported;
  const bool readable = reader.open(
      strict ? is_demanded<EntityRow> : is_id<EntityRow>,
      [this](ColumnInfo info) { return builder_.declare_entity_attribute(std::move(info)); });
  if (!readable) return false;
  reader.read([&](EntityRow& row) {
    if (!strict && row.kind.text.empty()) row.kind.text = kEntityKind;
    if (!strict && row.name.text.empty()) row.name = row.id;
    ensure_sources(row.sources);
    builder_.add_entity(row);
  });
  return true;
}

bool NetworkRows::add_relations(RowSource& source) {
  RowReader<RelationRow> reader(builder_, source);
  const bool strict = lacking_ == Lacking::is_reported;
  const bool readable = reader.open(
      strict ? is_demanded<RelationRow> : is_id<RelationRow>,
      [this](ColumnInfo info) { return builder_.declare_relation_attribute(std::move(info)); });
  if (!readable) return false;
  reader.read([&](RelationRow& row) {
    if (!strict && row.type.text.empty()) row.type.text = kRelationType;
    ensure_ends(row);
    ensure_sources(row.sources);
    builder_.add_relation(row);
  });
  return true;
}

bool NetworkRows::add_sources(RowSource& source) {
  RowReader<SourceRow> reader(builder_, source);
  if (!reader.open(is_demanded<SourceRow>, nullptr)) return false;
  reader.read([this](const SourceRow& row) { builder_.add_source(row); });
  return true;
}

bool NetworkRows::add_claims(RowSource& source) {
  RowReader<ClaimRow> reader(builder_, source);
  if (!reader.open(is_demanded<ClaimRow>, nullptr)) return false;
  reader.read([this](const ClaimRow& row) { builder_.add_claim(row); });
  return true;
}

}  // namespace summitry::database
