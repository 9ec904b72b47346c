#include "engine/relation_order.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "engine/counting_sort.hpp"

namespace summitry {
namespace {

// Rank of every word in bytewise order, so that rows are compared by numbers.
Order word_ranks(const Dictionary& words) {
  Order order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&words](std::uint32_t a, std::uint32_t b) { return words.word(a) < words.word(b); });
  return positions(order);
}

// What makes two relation rows the same assertion, in canonical order.
auto relation_key(const BuilderState& state, const Order& rank, std::uint32_t row) {
  // A missing summit sorts first, as an empty cell does.
  const std::uint32_t summit = state.summit.at(row) + 1;
  return std::make_tuple(state.ends[row].source, rank[state.type[row]], state.ends[row].target,
                         summit, state.from.at(row), state.to.at(row), state.status[row],
                         rank[state.role.at(row)]);
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
    const double weight = state_.weight.at(row);
    const double amount = state_.amount.at(row);
    return {state_.confidence[row], weight == weight ? weight : -HUGE_VAL,
            amount == amount ? amount : -HUGE_VAL, rank_[state_.note.at(row)]};
  }

  const BuilderState& state_;
  const Order& rank_;
};

// By source, type and target, in linear time, and by all the rest where these are the same.
Order sorted_relations(const BuilderState& state, const Order& rank) {
  Order order(state.ends.size());
  std::iota(order.begin(), order.end(), 0U);
  sort_by(order, state.entities.size(), [&](std::uint32_t row) { return state.ends[row].target; });
  if (!state.type.uniform()) {
    sort_by(order, rank.size(), [&](std::uint32_t row) { return rank[state.type[row]]; });
  }
  sort_by(order, state.entities.size(), [&](std::uint32_t row) { return state.ends[row].source; });
  const auto same = [&state](std::uint32_t a, std::uint32_t b) {
    return state.ends[a].source == state.ends[b].source &&
           state.ends[a].target == state.ends[b].target && state.type[a] == state.type[b];
  };
  for (auto run = order.begin(); run != order.end();) {
    auto end = run + 1;
    while (end != order.end() && same(*run, *end)) ++end;
    if (end - run > 1) std::stable_sort(run, end, Finer(state, rank));
    run = end;
  }
  return order;
}

}  // namespace

bool differ_in_ends_alone(const BuilderState& state) {
  const auto nobody_has = [](const auto&... columns) { return (columns.values.empty() && ...); };
  return state.repeats_allowed && state.relation_columns.empty() && state.type.uniform() &&
         state.status.uniform() && state.confidence.uniform() &&
         nobody_has(state.role, state.summit, state.from, state.to, state.weight, state.amount,
                    state.currency, state.note, state.citation_count);
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

}  // namespace summitry
