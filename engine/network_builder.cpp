// Rows of cells to fields: every date, number, word and reference is read here, once.
#include "engine/network_builder.hpp"

#include <algorithm>
#include <utility>

#include "engine/builder_state.hpp"
#include "engine/cells.hpp"
#include "engine/items.hpp"
#include "engine/number.hpp"
#include "engine/relation_rules.hpp"

namespace summitry {
namespace {

using cells::citations;
using cells::entity;
using cells::interval;
using cells::listed;
using cells::quoted;
using cells::required;

// The remark that `kind` may not stand at this end of a relation, unless it may.
void check_kind(BuilderState& state, const Cell& cell, const Cell& type,
                const std::vector<std::string>& allowed, std::string_view kind, const char* end,
                bool standard) {
  if (allowed.empty() || (standard && !is_standard_kind(kind))) return;
  if (std::find(allowed.begin(), allowed.end(), kind) != allowed.end()) return;
  state.broken_rule(cell,
                    quoted(type.text) + " cannot have the " + std::string(kind) + " " +
                        quoted(cell.text) + " as its " + end,
                    "its " + std::string(end) + " must be of kind " + listed(allowed));
}

const RelationRule* rule_for(const BuilderState& state, std::string_view type) {
  const auto own = state.rules.find(type);
  return own != state.rules.end() ? &own->second : standard_rule(type);
}

std::string days(const Interval& interval) {
  std::string text = interval.from ? to_string(*interval.from) : "…";
  if (interval.to && interval.to != interval.from) text += " to " + to_string(*interval.to);
  return text;
}

// The days that a relation's dates mean: with `from` alone it is an event of that date.
Interval event_days(Interval when) {
  if (when.from && !when.to) when.to = when.from;
  return when;
}

void check_rule(BuilderState& state, const RelationRow& row, EntityIndex source,
                EntityIndex target) {
  const RelationRule* rule = rule_for(state, row.type.text);
  if (rule == nullptr) return;
  const bool standard = !state.rules.contains(row.type.text);
  check_kind(state, row.source, row.type, rule->sources, state.entities.kind(source), "source",
             standard);
  check_kind(state, row.target, row.type, rule->targets, state.entities.kind(target), "target",
             standard);
}

void check_days(BuilderState& state, const RelationRow& row, EntityIndex target,
                std::optional<EntityIndex> summit, const Interval& when) {
  const RelationRule* rule = rule_for(state, row.type.text);
  if (rule == nullptr || !rule->during_summit || (!when.from && !when.to)) return;
  const EntityIndex held = summit ? *summit : target;
  const Interval active = state.entities.active(held);
  if (overlap(event_days(when), active)) return;
  const Cell& cell = when.from ? row.from : row.to;
  state.broken_rule(cell,
                    "the date " + quoted(cell.text) + " is outside " +
                        std::string(state.entities.id(held)) + " (" + days(active) + ")",
                    "give a day of the summit, or leave the date empty");
}

void check_trust(BuilderState& state, const RelationRow& row, Confidence confidence, bool cited) {
  if (cited || state.unstated_allowed || confidence == Confidence::unverified) return;
  if (!parse_confidence(row.confidence.text)) return;
  state.warning(row.confidence, "confidence " + quoted(row.confidence.text) + " without a source",
                "name the source, or mark the row as unverified");
}

std::optional<EntityIndex> summit_of(BuilderState& state, const Cell& cell) {
  if (cell.text.empty()) return std::nullopt;
  const auto summit = entity(state, cell, "summit");
  // An edition of a series may be of another kind; series come later, so this waits.
  if (summit && state.entities.kind(*summit) != "summit") {
    state.odd_summits.push_back({*summit, state.place(cell)});
  }
  return summit;
}

bool three_capitals(std::string_view code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_currency(BuilderState& state, const RelationRow& row) {
  if (row.currency.text.empty()) {
    if (!row.amount.text.empty()) {
      state.warning(row.amount, "amount " + quoted(row.amount.text) + " without a currency",
                    "name its currency by ISO 4217, such as EUR");
    }
    return;
  }
  const std::string_view code = row.currency.text;
  if (!three_capitals(code)) {
    state.error(row.currency, "bad currency " + quoted(code),
                "write the three capital letters of ISO 4217, such as EUR");
  }
}

void check_iso3(BuilderState& state, const Cell& cell) {
  const std::string_view code = cell.text;
  if (code.empty() || three_capitals(code)) return;
  state.error(cell, "bad country code " + quoted(code),
              "write the three capital letters of ISO 3166-1 alpha-3, such as FRA");
}

// Whether an id can be a key: lists are split at `|`, and nobody sees a space at an end.
bool check_id(BuilderState& state, const Cell& cell, const char* field) {
  if (!required(state, cell, field)) return false;
  const bool spaced = cell.text.front() == ' ' || cell.text.back() == ' ';
  const bool control = std::any_of(cell.text.begin(), cell.text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 32; });
  if (!spaced && !control) return true;
  state.error(cell, std::string("bad ") + field + " " + quoted(cell.text),
              "write it without spaces at its ends and without control characters");
  return false;
}

std::string line_of(std::size_t line) {
  return line == 0 ? std::string() : " on line " + std::to_string(line);
}

}  // namespace

NetworkBuilder::NetworkBuilder() : state_(std::make_unique<BuilderState>()) {}
NetworkBuilder::NetworkBuilder(NetworkBuilder&&) noexcept = default;
NetworkBuilder& NetworkBuilder::operator=(NetworkBuilder&&) noexcept = default;
NetworkBuilder::~NetworkBuilder() = default;

void NetworkBuilder::reading(std::string file) {
  state_->findings.files.push_back(std::move(file));
}
void NetworkBuilder::describe(Dataset dataset) {
  state_->dataset = std::move(dataset);
}

void NetworkBuilder::add_rule(RelationRule rule) {
  std::string type = rule.type;
  state_->rules.insert_or_assign(std::move(type), std::move(rule));
}

std::size_t NetworkBuilder::declare_entity_attribute(ColumnInfo info) {
  state_->entity_columns.emplace_back(std::move(info));
  return state_->entity_columns.size() - 1;
}

std::size_t NetworkBuilder::declare_relation_attribute(ColumnInfo info) {
  state_->relation_columns.emplace_back(std::move(info));
  return state_->relation_columns.size() - 1;
}

void NetworkBuilder::add_source(const SourceRow& row) {
  BuilderState& state = *state_;
  const bool usable = check_id(state, row.id, "id");
  required(state, row.title, "title");
  if (row.id.text.find_first_of("|#") != std::string_view::npos) {
    state.error(row.id, "bad id " + quoted(row.id.text),
                "an id of a source cannot have | or #, which separate ids and locators in lists");
  }
  Source source{std::string(row.id.text),        std::string(row.title.text),
                std::string(row.publisher.text), cells::date(state, row.date),
                std::string(row.url.text),       std::string(row.licence.text)};
  if (!usable) return;
  const auto next = static_cast<SourceIndex>(state.sources.size());
  const auto [place, added] = state.source_index.emplace(source.id, next);
  if (!added) {
    state.error(row.id,
                "duplicate source " + quoted(source.id) + ", first given" +
                    line_of(state.source_line[place->second]),
                "give every source an id of its own");
    return;
  }
  state.sources.push_back(std::move(source));
  state.source_line.push_back(row.id.line);
}

void NetworkBuilder::add_entity(const EntityRow& row) {
  BuilderState& state = *state_;
  const bool usable = check_id(state, row.id, "id");
  required(state, row.kind, "kind");
  required(state, row.name, "name");
  check_iso3(state, row.iso3);
  Entity entity;
  entity.id = row.id.text;
  entity.kind = row.kind.text;
  entity.name = row.name.text;
  entity.subtype = row.subtype.text;
  entity.iso3 = row.iso3.text;
  for (const Cell& alias : items(row.aliases)) entity.aliases.emplace_back(alias.text);
  entity.description = row.description.text;
  entity.active = interval(state, row.from, row.to);
  entity.citations = citations(state, row.sources);
  if (!usable) return;
  if (const auto first = state.find_entity(entity.id)) {
    state.error(row.id,
                "duplicate id " + quoted(entity.id) + ", first given" +
                    line_of(state.entity_line.at(*first)),
                "give every entity an id of its own, or merge the rows");
    return;
  }
  cells::attributes(state, state.entity_columns, row.attributes);
  state.add_entity(std::move(entity), row.id.line);
}

void NetworkBuilder::ensure_entity(const Cell& id, std::string_view kind) {
  if (state_->find_entity(id.text)) return;
  EntityRow row;
  row.id = id;
  row.kind = kind;
  row.name = id;
  add_entity(row);
}

void NetworkBuilder::add_relation(const RelationRow& row) {
  BuilderState& state = *state_;
  state.relations_begin();
  const auto source = entity(state, row.source, "source");
  const auto target = entity(state, row.target, "target");
  const bool typed = required(state, row.type, "type");
  const auto summit = summit_of(state, row.summit);
  const Interval when = interval(state, row.from, row.to);
  const auto status = cells::status(state, row.status);
  const auto confidence = cells::confidence(state, row.confidence);
  const auto weight = cells::number(state, row.weight, "weight");
  const auto amount = cells::number(state, row.amount, "amount");
  check_currency(state, row);
  const std::vector<Citation> cited = citations(state, row.sources);
  check_trust(state, row, confidence, !row.sources.text.empty());
  if (!source || !target || !typed) return;
  check_rule(state, row, *source, *target);
  check_days(state, row, *target, summit, when);

  const std::size_t index = state.ends.size();
  state.ends.push_back({*source, *target});
  state.type.push_back(state.words.intern(row.type.text));
  state.status.push_back(status);
  state.confidence.push_back(confidence);
  if (!state.repeats_allowed) state.line.push_back(static_cast<std::uint32_t>(row.source.line));
  if (!row.role.text.empty()) state.role.set(index, state.words.intern(row.role.text));
  if (summit) state.summit.set(index, *summit);
  if (when.from) state.from.set(index, *when.from);
  if (when.to) state.to.set(index, *when.to);
  if (weight) state.weight.set(index, *weight);
  if (amount) state.amount.set(index, *amount);
  if (!row.currency.text.empty()) state.currency.set(index, state.words.intern(row.currency.text));
  if (!row.note.text.empty()) state.note.set(index, state.words.intern(row.note.text));
  if (!cited.empty()) {
    state.citations.insert(state.citations.end(), cited.begin(), cited.end());
    state.citation_count.set(index, static_cast<std::uint32_t>(cited.size()));
  }
  cells::attributes(state, state.relation_columns, row.attributes);
}

void NetworkBuilder::add_claim(const ClaimRow& row) {
  BuilderState& state = *state_;
  Claim claim;
  const auto about = entity(state, row.entity, "entity");
  const bool named = required(state, row.attribute, "attribute");
  const bool valued = required(state, row.value, "value");
  const bool cited = required(state, row.source, "source");
  const std::vector<Citation> found = citations(state, row.source);
  claim.qualifier = cells::qualifier(state, row.qualifier);
  claim.date = cells::date(state, row.date);
  if (claim.qualifier != Qualifier::exact && valued && !parse_number(row.value.text)) {
    state.error(row.value, "bad number " + quoted(row.value.text) + " as value",
                "a value that is " + quoted(row.qualifier.text) + " must be a number");
  }
  if (found.size() > 1) {
    state.error(row.source, "several sources for one claim", "write a row for each source");
  }
  if (!about || !named || !valued || !cited || found.empty()) return;
  claim.entity = *about;
  claim.attribute = row.attribute.text;
  claim.value = row.value.text;
  claim.citation = found.front();
  claim.note = row.note.text;
  state.claims.push_back(std::move(claim));
}

void NetworkBuilder::add_series(const SeriesRow& row) {
  BuilderState& state = *state_;
  Series series;
  if (!required(state, row.id, "id")) return;
  series.id = row.id.text;
  series.name = row.name.text.empty() ? row.id.text : row.name.text;
  for (const Series& other : state.series) {
    if (other.id != series.id) continue;
    state.error(row.id, "duplicate series " + quoted(series.id),
                "give every series an id of its own");
    return;
  }
  for (const Cell& cell : row.editions) {
    const auto edition = entity(state, cell, "edition");
    if (!edition) continue;
    if (std::find(series.editions.begin(), series.editions.end(), *edition) !=
        series.editions.end()) {
      state.error(cell, "edition " + quoted(cell.text) + " stands twice in the series",
                  "name every edition once, in order");
      continue;
    }
    series.editions.push_back(*edition);
  }
  if (row.editions.empty()) state.error(row.id, "no editions", "name the summits in order");
  for (const Cell& type : row.participation) series.participation.emplace_back(type.text);
  if (series.participation.empty()) series.participation.emplace_back("attended");
  state.series.push_back(std::move(series));
  state.series_place.push_back(state.place(row.id));
}

void NetworkBuilder::add_container(const Cell& entity_cell, const Cell& type) {
  const auto container = entity(*state_, entity_cell, "container");
  if (!container || !required(*state_, type, "type")) return;
  state_->containers.push_back({*container, std::string(type.text)});
}

void NetworkBuilder::allow_repeats() {
  state_->repeats_allowed = true;
}

void NetworkBuilder::allow_unstated() {
  state_->unstated_allowed = true;
}

void NetworkBuilder::error(const Cell& cell, std::string what, std::string remedy) {
  state_->error(cell, std::move(what), std::move(remedy));
}

void NetworkBuilder::warning(const Cell& cell, std::string what, std::string remedy) {
  state_->warning(cell, std::move(what), std::move(remedy));
}

std::span<const Finding> NetworkBuilder::findings() const {
  return state_->findings.list;
}

}  // namespace summitry
