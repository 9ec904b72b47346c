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

namespace summitry {
namespace {

using Order = std::vector<std::uint32_t>;

// position[old index] = new index
Order inverse(const Order& order) {
  Order position(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
  return position;
}

template <class T>
void reorder(std::vector<T>& items, const Order& order) {
  std::vector<T> moved;
  moved.reserve(order.size());
  for (const std::uint32_t old : order) moved.push_back(std::move(items[old]));
  items = std::move(moved);
}

// The same without a second copy, for what is large.
template <class T>
void reorder_in_place(std::vector<T>& items, const Order& order) {
  std::vector<bool> placed(order.size(), false);
  for (std::uint32_t first = 0; first < order.size(); ++first) {
    if (placed[first]) continue;
    T held = std::move(items[first]);
    std::uint32_t at = first;
    for (; order[at] != first; at = order[at]) {
      items[at] = std::move(items[order[at]]);
      placed[at] = true;
    }
    items[at] = std::move(held);
    placed[at] = true;
  }
}

// Rank of every word in bytewise order, so that rows are compared by numbers.
Order word_ranks(const Dictionary& words) {
  Order order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&words](std::uint32_t a, std::uint32_t b) { return words.word(a) < words.word(b); });
  return inverse(order);
}

// In bytewise order.
std::vector<std::string_view> types_in_use(const BuilderState& state) {
  std::vector<bool> used(state.words.size(), false);
  for (const std::uint32_t type : state.type) used[type] = true;
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

void check_edition_order(BuilderState& state, const Series& series, const Place& place) {
  for (std::size_t i = 1; i < series.editions.size(); ++i) {
    const Entity& before = state.entities[series.editions[i - 1]];
    const Entity& after = state.entities[series.editions[i]];
    if (!before.active.from || !after.active.from) continue;
    if (first_day(*before.active.from) <= last_day(*after.active.from)) continue;
    state.report(Severity::warning, place,
                 "series \"" + series.id + "\" names \"" + before.id + "\" before the earlier \"" +
                     after.id + "\"",
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
    const Entity& entity = state.entities[odd.entity];
    state.report(Severity::error, odd.place,
                 "\"" + entity.id + "\" is of kind " + entity.kind + ", not a summit",
                 "name an entity of kind summit, or an edition of a series");
  }
}

template <class T>
T at(const SparseColumn<T>& column, std::size_t row) {
  return row < column.values.size() ? column.values[row] : column.missing;
}

// What makes two relation rows the same assertion, in canonical order.
auto relation_key(const BuilderState& state, const Order& rank, std::uint32_t row) {
  // A missing summit sorts first, as an empty cell does.
  const std::uint32_t summit = at(state.summit, row) + 1;
  return std::make_tuple(state.source_of[row], rank[state.type[row]], state.target_of[row], summit,
                         at(state.from, row), at(state.to, row), state.status[row],
                         rank[at(state.role, row)]);
}

// Tells relations apart that have their ends and their type in common.
class Finer {
 public:
  Finer(const BuilderState& state, const Order& rank) : state_(state), rank_(rank) {}

  bool operator()(std::uint32_t a, std::uint32_t b) const {
    const auto key_a = relation_key(state_, rank_, a);
    const auto key_b = relation_key(state_, rank_, b);
    return key_a != key_b ? key_a < key_b : rest(a) < rest(b);
  }

 private:
  [[nodiscard]] std::tuple<Confidence, double, double, std::uint32_t> rest(
      std::uint32_t row) const {
    const double weight = at(state_.weight, row);
    const double amount = at(state_.amount, row);
    return {state_.confidence[row], weight == weight ? weight : -HUGE_VAL,
            amount == amount ? amount : -HUGE_VAL, rank_[at(state_.note, row)]};
  }

  const BuilderState& state_;
  const Order& rank_;
};

bool one_type(const BuilderState& state) {
  const auto differs = [&state](std::uint32_t type) { return type != state.type.front(); };
  return std::none_of(state.type.begin(), state.type.end(), differs);
}

// By source, type and target, in linear time, and by all the rest where these are the same.
Order sorted_relations(const BuilderState& state, const Order& rank) {
  Order order(state.source_of.size());
  std::iota(order.begin(), order.end(), 0U);
  sort_by(order, state.entities.size(), [&](std::uint32_t row) { return state.target_of[row]; });
  if (!one_type(state)) {
    sort_by(order, rank.size(), [&](std::uint32_t row) { return rank[state.type[row]]; });
  }
  sort_by(order, state.entities.size(), [&](std::uint32_t row) { return state.source_of[row]; });
  const auto same = [&state](std::uint32_t a, std::uint32_t b) {
    return state.source_of[a] == state.source_of[b] && state.target_of[a] == state.target_of[b] &&
           state.type[a] == state.type[b];
  };
  for (auto run = order.begin(); run != order.end();) {
    auto end = run + 1;
    while (end != order.end() && same(*run, *end)) ++end;
    if (end - run > 1) std::stable_sort(run, end, Finer(state, rank));
    run = end;
  }
  return order;
}

Order relation_order(BuilderState& state) {
  const Order rank = word_ranks(state.words);
  Order order = sorted_relations(state, rank);
  if (state.repeats_allowed) return order;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (relation_key(state, rank, order[i - 1]) != relation_key(state, rank, order[i])) continue;
    const auto [first, second] = std::minmax(state.line[order[i - 1]], state.line[order[i]]);
    state.findings.add({Severity::warning, state.relation_file, second, 0,
                        "the same relation as on line " + std::to_string(first),
                        "merge the two rows and their sources; both are kept"});
  }
  return order;
}

// One sparse column in canonical order; all of it stays absent when no row has a value.
template <class T>
void place(std::vector<T>& target, SparseColumn<T>& column, const Order& order) {
  if (column.values.empty()) return;
  column.values.resize(order.size(), column.missing);
  reorder(column.values, order);
  target = std::move(column.values);
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
  const Order position = inverse(order);
  reorder(state.sources, order);
  for (Entity& entity : state.entities) renumber(entity.citations, position);
  renumber(state.citations, position);
  for (Claim& claim : state.claims) claim.citation.source = position[claim.citation.source];
}

void sort_entities(BuilderState& state) {
  const Order order = order_by_id(state.entities);
  const Order position = inverse(order);
  reorder_in_place(state.entities, order);
  for (Column& column : state.entity_columns) column.reorder(order);
  renumber(state.source_of, position);
  renumber(state.target_of, position);
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

Built NetworkBuilder::build() && {
  BuilderState& state = *state_;
  check_series(state);
  sort_sources(state);
  sort_entities(state);
  sort_claims(state);
  const Order order = relation_order(state);

  Built built;
  built.findings = std::move(state.findings).sorted();
  if (count(built.findings, Severity::error) > 0) return built;

  Network network;
  network.dataset_ = std::move(state.dataset);
  network.entities_ = std::move(state.entities);
  network.sources_ = std::move(state.sources);
  network.claims_ = std::move(state.claims);
  network.series_ = std::move(state.series);
  network.containers_ = std::move(state.containers);
  for (auto& [type, rule] : state.rules) network.rules_.push_back(std::move(rule));
  network.entity_columns_ = std::move(state.entity_columns);
  network.relation_columns_ = std::move(state.relation_columns);
  for (Column& column : network.relation_columns_) column.reorder(order);
  network.words_ = std::move(state.words);

  state.line = {};
  reorder(state.source_of, order);
  reorder(state.target_of, order);
  reorder(state.type, order);
  reorder(state.status, order);
  reorder(state.confidence, order);
  network.source_of_ = std::move(state.source_of);
  network.target_of_ = std::move(state.target_of);
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
  built.network = std::move(network);
  return built;
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
