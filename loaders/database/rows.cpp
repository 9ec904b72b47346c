#include "loaders/database/rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/names.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/text.hpp"

namespace summitry::database {
namespace {

using interchange::lower;

constexpr std::array<RowPart<EntityRow>, 10> kEntity{{{"id", &EntityRow::id},
                                                      {"kind", &EntityRow::kind},
                                                      {"name", &EntityRow::name},
                                                      {"subtype", &EntityRow::subtype},
                                                      {"iso3", &EntityRow::iso3},
                                                      {"aliases", &EntityRow::aliases},
                                                      {"description", &EntityRow::description},
                                                      {"from", &EntityRow::from},
                                                      {"to", &EntityRow::to},
                                                      {"sources", &EntityRow::sources}}};
constexpr std::array<RowPart<RelationRow>, 14> kRelation{{{"source", &RelationRow::source},
                                                          {"target", &RelationRow::target},
                                                          {"type", &RelationRow::type},
                                                          {"status", &RelationRow::status},
                                                          {"role", &RelationRow::role},
                                                          {"summit", &RelationRow::summit},
                                                          {"from", &RelationRow::from},
                                                          {"to", &RelationRow::to},
                                                          {"weight", &RelationRow::weight},
                                                          {"amount", &RelationRow::amount},
                                                          {"currency", &RelationRow::currency},
                                                          {"sources", &RelationRow::sources},
                                                          {"confidence", &RelationRow::confidence},
                                                          {"note", &RelationRow::note}}};
constexpr std::array<RowPart<SourceRow>, 6> kSource{{{"id", &SourceRow::id},
                                                     {"title", &SourceRow::title},
                                                     {"publisher", &SourceRow::publisher},
                                                     {"date", &SourceRow::date},
                                                     {"url", &SourceRow::url},
                                                     {"licence", &SourceRow::licence}}};
constexpr std::array<RowPart<ClaimRow>, 7> kClaim{{{"entity", &ClaimRow::entity},
                                                   {"attribute", &ClaimRow::attribute},
                                                   {"value", &ClaimRow::value},
                                                   {"source", &ClaimRow::source},
                                                   {"qualifier", &ClaimRow::qualifier},
                                                   {"date", &ClaimRow::date},
                                                   {"note", &ClaimRow::note}}};

using Declare = std::function<std::size_t(ColumnInfo)>;

// An answer whose columns are matched with the cells of a row; further ones are attributes, where
// these can be declared.
template <class Row, std::size_t n>
class RowReader {
 public:
  RowReader(NetworkBuilder& builder, RowSource& source, const std::array<RowPart<Row>, n>& parts)
      : builder_(builder), source_(source), parts_(parts) {}

  // The first `required` parts must have a column each.
  [[nodiscard]] bool open(std::size_t required, const Declare& declare) {
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
    for (std::size_t p = 0; p < required; ++p) {
      if (taken.contains(std::string(parts_[p].name))) continue;
      const auto guess = nearest_column(parts_[p].name);
      return fail({}, "no column " + in_quotes(parts_[p].name),
                  guess ? "is it the one named " + in_quotes(*guess) + "?"
                        : "name a column so: SELECT x AS " + std::string(parts_[p].name));
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
        if constexpr (requires { row.attributes; }) {
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
    const auto part = std::find_if(parts_.begin(), parts_.end(), [&info](const auto& known) {
      return known.name == lower(info.name);
    });
    if (part != parts_.end()) {
      targets_.push_back({part->cell, std::nullopt});
      return;
    }
    std::vector<std::string_view> names;
    names.reserve(n);
    for (const RowPart<Row>& known : parts_) names.push_back(known.name);
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
  const std::array<RowPart<Row>, n>& parts_;
  std::vector<Target> targets_;
};

}  // namespace

void NetworkRows::ensure_sources(const Cell& references) {
  if (lacking_ == Lacking::is_reported) return;
  std::string_view rest = references.text;
  while (!rest.empty()) {
    const std::string_view reference = rest.substr(0, rest.find('|'));
    const std::string_view id = reference.substr(0, reference.find('#'));
    rest.remove_prefix(std::min(reference.size() + 1, rest.size()));
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
  RowReader<EntityRow, kEntity.size()> reader(builder_, source, kEntity);
  const bool strict = lacking_ == Lacking::is_reported;
  const bool readable = reader.open(strict ? 3 : 1, [this](ColumnInfo info) {
    return builder_.declare_entity_attribute(std::move(info));
  });
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
  RowReader<RelationRow, kRelation.size()> reader(builder_, source, kRelation);
  const bool strict = lacking_ == Lacking::is_reported;
  const bool readable = reader.open(strict ? 3 : 2, [this](ColumnInfo info) {
    return builder_.declare_relation_attribute(std::move(info));
  });
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
  RowReader<SourceRow, kSource.size()> reader(builder_, source, kSource);
  if (!reader.open(2, nullptr)) return false;
  reader.read([this](const SourceRow& row) { builder_.add_source(row); });
  return true;
}

bool NetworkRows::add_claims(RowSource& source) {
  RowReader<ClaimRow, kClaim.size()> reader(builder_, source, kClaim);
  if (!reader.open(4, nullptr)) return false;
  reader.read([this](const ClaimRow& row) { builder_.add_claim(row); });
  return true;
}

}  // namespace summitry::database
