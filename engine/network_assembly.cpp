// From collected rows to a Network: checks that need the whole, canonical order, tight columns.
#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "engine/builder_state.hpp"
#include "engine/counting_sort.hpp"
#include "engine/error.hpp"
#include "engine/id_order.hpp"
#include "engine/names.hpp"
#include "engine/parallel.hpp"
#include "engine/relation_order.hpp"
#include "engine/sorted_rows.hpp"

namespace summitry {
namespace {

template <class T>
void reorder(std::vector<T>& items, const Order& order) {
  std::vector<T> moved;
  moved.reserve(order.size());
  for (const std::uint32_t old : order) moved.push_back(std::move(items[old]));
  items = std::move(moved);
}

// In bytewise order.
std::vector<std::string_view> types_in_use(const BuilderState& state) {
  std::vector<bool> used(state.words.size(), false);
  for (std::size_t row = 0; row < state.type.size(); ++row) used[state.type[row]] = true;
  std::vector<std::string_view> types;
  for (std::uint32_t word = 0; word < used.size(); ++word) {
    if (used[word]) types.push_back(state.words.word(word));
  }
  std::sort(types.begin(), types.end());
  return types;
}

void check_participation(BuilderState& state, const Series& series, const Place& place,
                         const std::vector<std::string_view>& types) {
  for (const std::string& type : series.participation) {
    if (std::binary_search(types.begin(), types.end(), std::string_view(type))) continue;
    const auto guess = nearest(type, types);
    state.report(Severity::warning, place,
                 "series \"" + series.id + "\" counts \"" + type + "\", which no relation has",
                 guess ? "did you mean \"" + std::string(*guess) + "\"?"
                       : "name relation types that the data set uses");
  }
}

std::string quoted(const BuilderState& state, EntityIndex entity) {
  return "\"" + std::string(state.entities.id(entity)) + "\"";
}

void check_edition_order(BuilderState& state, const Series& series, const Place& place) {
  for (std::size_t i = 1; i < series.editions.size(); ++i) {
    const EntityIndex before = series.editions[i - 1];
    const EntityIndex after = series.editions[i];
    const auto begins = state.entities.active(before).from;
    const auto begins_after = state.entities.active(after).from;
    if (!begins || !begins_after || first_day(*begins) <= last_day(*begins_after)) continue;
    state.report(Severity::warning, place,
                 "series \"" + series.id + "\" names " + quoted(state, before) +
                     " before the earlier " + quoted(state, after),
                 "list the editions in order of their dates");
  }
}

void check_series(BuilderState& state) {
  std::set<EntityIndex> editions;
  const std::vector<std::string_view> types = types_in_use(state);
  for (std::size_t i = 0; i < state.series.size(); ++i) {
    const Series& series = state.series[i];
    editions.insert(series.editions.begin(), series.editions.end());
    check_participation(state, series, state.series_place[i], types);
    check_edition_order(state, series, state.series_place[i]);
  }
  for (const SummitReference& odd : state.odd_summits) {
    if (editions.contains(odd.entity)) continue;
    state.report(Severity::error, odd.place,
                 quoted(state, odd.entity) + " is of kind " +
                     std::string(state.entities.kind(odd.entity)) + ", not a summit",
                 "name an entity of kind summit, or an edition of a series");
  }
}

// One sparse column in canonical order; all of it stays absent when no row has a value.
template <class T>
void place(std::vector<T>& target, SparseColumn<T>& column, const Order& order) {
  if (column.values.empty()) return;
  column.values.resize(order.size(), column.missing);
  reorder(column.values, order);
  target = std::move(column.values);
}

// The source of every relation, from where those of each entity begin.
std::vector<EntityIndex> sources_of(const std::vector<std::uint32_t>& offsets) {
  std::vector<EntityIndex> sources;
  sources.reserve(offsets.back());
  for (EntityIndex e = 0; e + 1 < offsets.size(); ++e) {
    sources.insert(sources.end(), offsets[e + 1] - offsets[e], e);
  }
  return sources;
}

void renumber(std::vector<std::uint32_t>& references, const Order& position) {
  for (std::uint32_t& reference : references) {
    if (reference != kNone) reference = position[reference];
  }
}

void renumber(std::vector<Citation>& citations, const Order& position) {
  for (Citation& citation : citations) citation.source = position[citation.source];
}

void sort_sources(BuilderState& state) {
  const Order order = order_by_id(state.sources);
  const Order position = positions(order);
  reorder(state.sources, order);
  for (Entity& entity : state.entities.detailed()) renumber(entity.citations, position);
  renumber(state.citations, position);
  for (Claim& claim : state.claims) claim.citation.source = position[claim.citation.source];
}

void renumber(std::vector<Edge>& ends, const Order& position, const Run& run) {
  constexpr std::size_t kBlock = 1 << 16;
  parallel_blocks(ends.size(), kBlock, run, "numbering entities", [&](const Block& block) {
    for (std::size_t row = block.begin; row < block.end; ++row) {
      ends[row] = {position[ends[row].source], position[ends[row].target]};
    }
  });
}

// Everything but the entities themselves.
void number_entities(BuilderState& state, const Order& order, const Run& run) {
  const Order position = positions(order);
  for (Column& column : state.entity_columns) column.reorder(order);
  renumber(state.ends, position, run);
  renumber(state.summit.values, position);
  for (Claim& claim : state.claims) claim.entity = position[claim.entity];
  for (Series& series : state.series) renumber(series.editions, position);
  for (Container& container : state.containers) container.entity = position[container.entity];
}

void sort_claims(BuilderState& state) {
  std::sort(state.claims.begin(), state.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.entity, a.attribute, a.citation.source, a.value, a.citation.locator, a.note) <
           std::tie(b.entity, b.attribute, b.citation.source, b.value, b.citation.locator, b.note);
  });
}

void place_citations(std::vector<std::uint32_t>& begin, std::vector<Citation>& citations,
                     BuilderState& state, const Order& order) {
  if (state.citations.empty()) return;
  state.citation_count.values.resize(order.size(), 0);
  Order first(order.size());
  std::exclusive_scan(state.citation_count.values.begin(), state.citation_count.values.end(),
                      first.begin(), 0U);
  begin.reserve(order.size() + 1);
  citations.reserve(state.citations.size());
  begin.push_back(0);
  for (const std::uint32_t row : order) {
    for (std::uint32_t i = 0; i < state.citation_count.values[row]; ++i) {
      citations.push_back(std::move(state.citations[first[row] + i]));
    }
    begin.push_back(static_cast<std::uint32_t>(citations.size()));
  }
}

}  // namespace

void FindingList::add(Severity severity, const Cell& cell, std::string what, std::string remedy) {
  add({severity, files.empty() ? std::string() : files.back(), cell.line, cell.column,
       std::move(what), std::move(remedy)});
}

void FindingList::add(Finding finding) {
  // An error is never left out for a warning that came before it.
  const bool full = list.size() >= kMost;
  if (full) ++left_out;
  if (full && (finding.severity == Severity::warning || list.size() >= 2 * kMost)) return;
  if (full) --left_out;
  list.push_back(std::move(finding));
}

std::vector<Finding> FindingList::sorted() && {
  const auto file_position = [this](const Finding& finding) {
    return std::find(files.begin(), files.end(), finding.file) - files.begin();
  };
  std::stable_sort(list.begin(), list.end(), [&](const Finding& a, const Finding& b) {
    return std::make_tuple(file_position(a), a.line, a.column) <
           std::make_tuple(file_position(b), b.line, b.column);
  });
  if (left_out > 0) {
    list.push_back({Severity::warning, "", 0, 0, std::to_string(left_out) + " further findings",
                    "mend those above first"});
  }
  return std::move(list);
}

void NetworkBuilder::place_entities(Network& network, const Order& order) {
  network.entities_ = std::move(state_->entities).in_order(order);
  network.entity_columns_ = std::move(state_->entity_columns);
}

void NetworkBuilder::place_plain_relations(Network& network, SortedRows rows) {
  network.source_of_ = sources_of(rows.offsets);
  network.target_of_ = std::move(rows.targets);
  network.type_ = std::move(state_->type);
  network.status_ = std::move(state_->status);
  network.confidence_ = std::move(state_->confidence);
}

void NetworkBuilder::place_relations(Network& network, const Order& order) {
  BuilderState& state = *state_;
  network.relation_columns_ = std::move(state.relation_columns);
  for (Column& column : network.relation_columns_) column.reorder(order);
  state.line = {};
  network.source_of_.reserve(order.size());
  network.target_of_.reserve(order.size());
  for (const std::uint32_t row : order) network.source_of_.push_back(state.ends[row].source);
  for (const std::uint32_t row : order) network.target_of_.push_back(state.ends[row].target);
  state.ends = {};
  state.type.reorder(order);
  state.status.reorder(order);
  state.confidence.reorder(order);
  network.type_ = std::move(state.type);
  network.status_ = std::move(state.status);
  network.confidence_ = std::move(state.confidence);
  place(network.role_, state.role, order);
  place(network.summit_, state.summit, order);
  place(network.from_, state.from, order);
  place(network.to_, state.to, order);
  place(network.weight_, state.weight, order);
  place(network.amount_, state.amount, order);
  place(network.currency_, state.currency, order);
  place(network.note_, state.note, order);
  place_citations(network.citation_begin_, network.citations_, state, order);
}

Built NetworkBuilder::build(const Run& run) && {
  BuilderState& state = *state_;
  check_series(state);
  sort_sources(state);
  const Order entity_order = order_by_id(state.entities);
  state.entities.forget_index();
  number_entities(state, entity_order, run);
  sort_claims(state);
  const bool plain = differ_in_ends_alone(state);
  const Order order = plain ? Order() : relation_order(state);

  Built built;
  built.findings = std::move(state.findings).sorted();
  if (count(built.findings, Severity::error) > 0) return built;

  Network network;
  network.dataset_ = std::move(state.dataset);
  network.sources_ = std::move(state.sources);
  network.claims_ = std::move(state.claims);
  network.series_ = std::move(state.series);
  network.containers_ = std::move(state.containers);
  for (auto& [type, rule] : state.rules) network.rules_.push_back(std::move(rule));
  network.words_ = std::move(state.words);
  SortedRows rows;  // of plain relations, which are sorted as the edges of a Graph are
  if (plain) {
    rows = outgoing_rows(std::move(state.ends), static_cast<VertexId>(entity_order.size()), run);
  }
  parallel_blocks(2, 1, run, "making the network", [&](const Block& block) {
    if (block.index == 0) {
      place_entities(network, entity_order);
    } else if (plain) {
      place_plain_relations(network, std::move(rows));
    } else {
      place_relations(network, order);
    }
  });
  built.network = std::move(network);
  return built;
}

Built NetworkBuilder::build() && {
  Run run;
  run.threads = 1;
  return std::move(*this).build(run);
}

Network NetworkBuilder::finish() && {
  Built built = std::move(*this).build();
  if (built.network) return std::move(*built.network);
  const std::size_t errors = count(built.findings, Severity::error);
  const auto first = std::find_if(built.findings.begin(), built.findings.end(),
                                  [](const Finding& f) { return f.severity == Severity::error; });
  std::string message = to_string(*first);
  if (errors > 1) message += " (and " + std::to_string(errors - 1) + " further errors)";
  throw LoadError(message, std::move(built.findings));
}

}  // namespace summitry
