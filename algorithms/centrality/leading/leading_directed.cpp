// The directed case: which strong components have the largest eigenvalue, which of them come last,
// and what they hand on downstream.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

#include "algorithms/centrality/leading/leaders.hpp"
#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/centrality/leading/perron.hpp"
#include "algorithms/centrality/rows/blocks.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

constexpr double kSameValue = 1e-9;  // relative; strong components this near share the value

// Strong components in Tarjan's order: edges lead from higher numbers to lower ones.
struct Classes {
  std::vector<std::uint32_t> of;  // by vertex
  Blocks blocks;
  std::vector<Perron> found;  // without a vector where it does not lead
  double largest = 0.0;
  Convergence convergence;

  Classes(const Graph& graph, const LeadingOptions& options, const Run& run)
      : of(strong_components_reversed(graph)),
        blocks(graph, Along::in, of, 1 + *std::max_element(of.begin(), of.end())),
        found(blocks.count()) {
    Values bounds(count());
    for (std::uint32_t c = 0; c < count(); ++c) bounds[c] = largest_row(c);
    const double known = first_look(options, bounds, run);
    auto leading = leaders(
        bounds, kSameValue,
        [&](std::uint32_t c, double at_least) {
          return look(c, {options.tolerance, options.max_iterations, at_least}, bounds, run);
        },
        known);
    largest = leading.value;
    convergence = leading.convergence;
    for (auto& [c, one] : leading.parts) found[c] = std::move(one);
  }

  [[nodiscard]] std::uint32_t count() const { return blocks.count(); }
  [[nodiscard]] bool leads(std::uint32_t c) const { return !found[c].vector.empty(); }

 private:
  [[nodiscard]] Perron look(std::uint32_t c, const PerronOptions& options, Values& bounds,
                            const Run& run) const {
    const double bound = bounds[c];
    if (blocks.size(c) == 1) return {bound, {1.0}, {0, 0.0, true}, bound, bound};
    Perron one = perron(blocks, c, options, run);
    bounds[c] = std::min(bound, one.most);
    return one;
  }

  // A few iterations show of most classes that they do not lead. Without, a large one with long rows
  // would be looked at first, and take hundreds to no end. Lowers the bounds, and gives what the largest
  // value is at least.
  [[nodiscard]] double first_look(const LeadingOptions& options, Values& bounds,
                                  const Run& run) const {
    const int few = std::min(20, options.max_iterations);
    double known = 0.0;
    for (const std::uint32_t c : by_falling_bound(bounds)) {
      if (bounds[c] < known) break;
      known = std::max(known, look(c, {options.tolerance, few, known}, bounds, run).least);
    }
    return known;
  }

  [[nodiscard]] double largest_row(std::uint32_t c) const {
    double most = 0.0;
    double sum = 0.0;
    VertexId row = 0;
    blocks.each_arc(c, [&](VertexId i, VertexId, double weight) {
      if (i != row) sum = 0.0;
      row = i;
      sum += weight;
      most = std::max(most, sum);
    });
    return most;
  }
};

// How many leading classes the longest chain up to and with each class has.
std::vector<std::uint32_t> chain_lengths(const Graph& graph, const Classes& classes) {
  std::vector<std::uint32_t> chain(classes.count(), 0);
  for (std::uint32_t c = classes.count(); c-- > 0;) {
    if (classes.leads(c)) ++chain[c];
    for (const VertexId v : classes.blocks.members(c)) {
      for (const VertexId w : graph.out(v)) {
        if (const std::uint32_t to = classes.of[w]; to != c) {
          chain[to] = std::max(chain[to], chain[c]);
        }
      }
    }
  }
  return chain;
}

// How much a start of 1 everywhere counts in a leading class: its share along the class' left vector,
// which the right one tells.
double towards(const Blocks& onward, Classes& classes, std::uint32_t c,
               const PerronOptions& options, const Run& run) {
  if (classes.blocks.size(c) == 1) return 1.0;
  const Perron found = perron(onward, c, options, run);
  include(classes.convergence, found.convergence);
  const Values& right = found.vector;
  const Values& left = classes.found[c].vector;
  return std::accumulate(right.begin(), right.end(), 0.0) /
         std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

// What flows into the members of a class from what is known already.
Values inflow(const Graph& graph, const Classes& classes, std::uint32_t c, const Values& x) {
  const Arcs rows = arcs(graph, Along::in);
  Values total;
  for (const VertexId v : classes.blocks.members(c)) {
    double sum = 0.0;
    for (std::size_t k = rows.begin(v); k < rows.end(v); ++k) {
      if (classes.of[rows.ends[k]] == c) continue;
      sum += (rows.weights.empty() ? 1.0 : rows.weights[k]) * x[rows.ends[k]];
    }
    total.push_back(sum);
  }
  return total;
}

// From the last leading classes to all that is downstream of them, 0 elsewhere. A class downstream of
// one has the longest chain too, and every other has a shorter one.
Values hand_on(const Graph& graph, Classes& classes, const LeadingOptions& options,
               const Run& run) {
  const auto chain = chain_lengths(graph, classes);
  const std::uint32_t longest = *std::max_element(chain.begin(), chain.end());
  std::uint32_t roots = 0;
  for (std::uint32_t c = 0; c < classes.count(); ++c) {
    roots += classes.leads(c) && chain[c] == longest ? 1 : 0;
  }
  const PerronOptions how{options.tolerance, options.max_iterations, 0.0};
  std::optional<Blocks> onward;
  if (roots > 1) onward.emplace(graph, Along::out, classes.of, classes.count());
  Values x(graph.vertex_count(), 0.0);
  for (std::uint32_t c = classes.count(); c-- > 0;) {
    if (chain[c] != longest) continue;
    const auto members = classes.blocks.members(c);
    Values values;
    if (classes.leads(c)) {
      const double factor = onward ? towards(*onward, classes, c, how, run) : 1.0;
      values = classes.found[c].vector;
      for (double& value : values) value *= factor;
    } else {
      Inflow found =
          absorb(classes.blocks, c, classes.largest, inflow(graph, classes, c, x), how, run);
      values = std::move(found.values);
      include(classes.convergence, found.convergence);
    }
    for (std::size_t i = 0; i < members.size(); ++i) x[members[i]] = values[i];
  }
  return x;
}

}  // namespace

LeadingVector leading_directed(const Graph& given, const LeadingOptions& options, const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  LeadingVector leading;
  leading.vector.assign(graph.vertex_count(), 0.0);
  leading.convergence.reached = true;
  if (graph.vertex_count() == 0) return leading;
  Classes classes(graph, options, run);
  leading.value = classes.largest;
  if (leading.value > 0.0) leading.vector = hand_on(graph, classes, options, run);
  leading.convergence = classes.convergence;
  Values& x = leading.vector;
  const double norm = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
  for (double& value : x) {
    if (norm > 0.0) value /= norm;
  }
  return leading;
}

}  // namespace summitry
