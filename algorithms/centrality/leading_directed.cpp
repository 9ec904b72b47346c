// The directed case: which strong components have the largest eigenvalue, which of them come last,
// and what they hand on downstream.
#include <algorithm>
#include <cmath>

#include "algorithms/centrality/blocks.hpp"
#include "algorithms/centrality/leading.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/sweep.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

constexpr double kSameValue = 1e-9;   // relative; strong components this near share the value
constexpr double kEnclosure = 1e-13;  // relative width at which a value counts as known

double norm(const Values& x) {
  double sum = 0.0;
  for (const double value : x) sum += value * value;
  return std::sqrt(sum);
}

struct Radius {
  double value = 0.0;
  Convergence convergence{0, 0.0, true};
};

// The value of one strong component lies between the smallest and the largest ratio (A x)(v) / x(v)
// (Collatz and Wielandt), so its error is known. The shift keeps cycles from going round for ever.
Radius radius_of(const Blocks& blocks, std::uint32_t part, const LeadingOptions& options,
                 const Run& run) {
  Values x(blocks.size(part), 1.0);
  Values next(x.size());
  Radius radius;
  double shift = 0.0;
  do {
    blocks.multiply(part, x, next, run);
    double low = next[0] / x[0];
    double high = low;
    for (std::size_t i = 1; i < x.size(); ++i) {
      low = std::min(low, next[i] / x[i]);
      high = std::max(high, next[i] / x[i]);
    }
    if (radius.convergence.iterations++ == 0) shift = std::sqrt(std::max(low, 0.01 * high) * high);
    radius.value = low + (high - low) / 2.0;
    radius.convergence.change = high > 0.0 ? (high - low) / high : 0.0;
    radius.convergence.reached = radius.convergence.change <= kEnclosure;
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = (next[i] + shift * x[i]) / (high + shift);
  } while (!radius.convergence.reached && radius.convergence.iterations < options.max_iterations);
  return radius;
}

// Strong components in Tarjan's order: edges lead from higher numbers to lower ones.
struct Classes {
  std::vector<std::uint32_t> of;  // by vertex
  std::uint32_t count = 0;
  std::vector<double> radius;
  double largest = 0.0;
  Convergence convergence{0, 0.0, true};

  Classes(const Graph& graph, const LeadingOptions& options, const Run& run)
      : of(strong_components_reversed(graph)) {
    for (const std::uint32_t c : of) count = std::max(count, c + 1);
    const Blocks blocks(graph, Along::in, of, count);
    for (std::uint32_t c = 0; c < count; ++c) {
      const Radius found = radius_of(blocks, c, options, run);
      radius.push_back(found.value);
      largest = std::max(largest, found.value);
      convergence.iterations += found.convergence.iterations;
      convergence.change = std::max(convergence.change, found.convergence.change);
      convergence.reached &= found.convergence.reached;
    }
  }

  [[nodiscard]] bool leads(std::uint32_t c) const {
    return radius[c] >= largest * (1.0 - kSameValue);
  }
};

// How many leading classes the longest chain up to and with each class has.
std::vector<std::uint32_t> chain_lengths(const Graph& graph, const Classes& classes,
                                         const std::vector<std::vector<VertexId>>& members) {
  std::vector<std::uint32_t> chain(classes.count, 0);
  for (std::uint32_t c = classes.count; c-- > 0;) {
    if (classes.leads(c)) ++chain[c];
    for (const VertexId v : members[c]) {
      for (const VertexId w : graph.out(v)) {
        if (const std::uint32_t to = classes.of[w]; to != c) {
          chain[to] = std::max(chain[to], chain[c]);
        }
      }
    }
  }
  return chain;
}

// 1 in the last leading classes and in all that is downstream of them, 0 elsewhere.
Values start_vector(const Graph& graph, const Classes& classes) {
  std::vector<std::vector<VertexId>> members(classes.count);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) members[classes.of[v]].push_back(v);
  const auto chain = chain_lengths(graph, classes, members);
  const std::uint32_t longest = *std::max_element(chain.begin(), chain.end());
  Values start(graph.vertex_count(), 0.0);
  // A class downstream of a last leading class has the longest chain too, and one that is not has
  // a shorter one.
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (chain[classes.of[v]] == longest) start[v] = 1.0;
  }
  return start;
}

}  // namespace

LeadingVector leading_directed(const Graph& given, const LeadingOptions& options, const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  LeadingVector leading;
  leading.vector.assign(graph.vertex_count(), 0.0);
  leading.convergence.reached = true;
  if (graph.vertex_count() == 0) return leading;
  const Classes classes(graph, options, run);
  leading.value = classes.largest;
  leading.convergence = classes.convergence;
  if (!(leading.value > 0.0)) return leading;

  const double shift = leading.value / 2.0;
  Values& x = leading.vector;
  x = start_vector(graph, classes);
  Values next(x.size());
  double length = norm(x);
  for (double& value : x) value /= length;
  Convergence state;
  while (!state.reached && state.iterations < options.max_iterations) {
    sum_along(graph, Along::in, x, next, run);
    for (std::size_t v = 0; v < x.size(); ++v) next[v] += shift * x[v];
    length = norm(next);
    double change = 0.0;
    for (std::size_t v = 0; v < x.size(); ++v) {
      next[v] /= length;
      change += (next[v] - x[v]) * (next[v] - x[v]);
    }
    x.swap(next);
    ++state.iterations;
    state.change = std::sqrt(change);
    state.reached = state.change <= options.tolerance;
  }
  state.iterations += classes.convergence.iterations;
  state.reached &= classes.convergence.reached;
  leading.convergence = state;
  return leading;
}

}  // namespace summitry
