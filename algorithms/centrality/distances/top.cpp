#include "algorithms/centrality/distances/top.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/centrality/distances/closeness.hpp"
#include "algorithms/centrality/distances/harmonic.hpp"
#include "algorithms/centrality/distances/level_counts.hpp"
#include "algorithms/centrality/sampled/kadabra.hpp"
#include "algorithms/cost.hpp"
#include "algorithms/options.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

void require_some(std::string_view function, std::size_t k) {
  if (k < 1) refuse_option(function, "k", ">= 1", option_text(k));
}

void require_share(std::string_view name, double value) {
  if (!(value > 0.0 && value < 1.0)) {
    refuse_option("top betweenness", name, "(0, 1)", option_text(value));
  }
}

// The order in which vertices are listed.
struct ByValue {
  const std::vector<double>& value;
  bool operator()(VertexId a, VertexId b) const {
    return value[a] != value[b] ? value[a] > value[b] : a < b;
  }
};

TopScores first_of(const std::vector<double>& value, std::size_t k) {
  std::vector<VertexId> order(value.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  k = std::min(k, order.size());
  const auto cut = order.begin() + static_cast<std::ptrdiff_t>(k);
  std::partial_sort(order.begin(), cut, order.end(), ByValue{value});
  TopScores top;
  top.vertices.assign(order.begin(), cut);
  for (const VertexId v : top.vertices) top.values.push_back(value[v]);
  return top;
}

// How many lie at each distance: [i] at i + 1 hops.
using Counts = std::vector<std::uint32_t>;

double harmonic_of(const Counts& counts) {
  double sum = 0.0;
  double distance = 0.0;
  for (const std::uint32_t count : counts) sum += count / (distance += 1.0);
  return sum;
}

// As closeness(), of which `others` is n - 1.
double closeness_of(const Counts& counts, double others) {
  double reached = 0.0;
  double total = 0.0;
  double distance = 0.0;
  for (const std::uint32_t count : counts) {
    reached += count;
    total += count * (distance += 1.0);
  }
  return reached > 0.0 ? reached / total * (reached / others) : 0.0;
}

// The most that may lie at one hop, at two, and at three, of all that may reach the vertex.
Counts most_near(const Graph& graph, VertexId v, std::size_t may_reach) {
  const std::size_t rest = may_reach - 1;
  const std::size_t one = std::min(graph.in(v).size(), rest);
  std::size_t two = 0;
  for (const VertexId u : graph.in(v)) two += graph.in(u).size();
  two = std::min(two, rest - one);
  return {static_cast<std::uint32_t>(one), static_cast<std::uint32_t>(two),
          static_cast<std::uint32_t>(rest - one - two)};
}

// Both measures only grow when somebody comes nearer, or one more arrives at one hop or two. One more
// at three may lower closeness; it is convex in their number, so that none or all of them bound it.
// Undirected, all of the component do arrive.
template <class Value>
std::vector<double> upper_bounds(const Graph& graph, Value&& value_of) {
  const Partition parts = components(graph);
  std::vector<std::uint32_t> size(parts.count, 0);
  for (const std::uint32_t part : parts.community) ++size[part];
  std::vector<double> bound(graph.vertex_count());
  for (VertexId v = 0; v < bound.size(); ++v) {
    Counts near = most_near(graph, v, size[parts.community[v]]);
    bound[v] = value_of(near);
    near.pop_back();
    if (graph.directed()) bound[v] = std::max(bound[v], value_of(near));
  }
  return bound;
}

TopScores whole(const std::vector<double>& value, std::size_t k) {
  TopScores top = first_of(value, k);
  top.searches = value.size();
  return top;
}

// By falling bounds, until a bound falls below the k-th value; a little above it rounding may hide.
// Where too many stay open, all values at once cost less: nothing is returned.
template <class Value>
std::optional<TopScores> until_certain(const Graph& graph, std::size_t k, const Run& run,
                                       Value&& value_of) {
  constexpr double kRounding = 1.0 - 1e-12;
  constexpr std::size_t kOpenShare = 8;  // a batch there has 8 times as many vertices
  if (graph.weighted()) return std::nullopt;
  const std::vector<double> bound = upper_bounds(graph, value_of);
  std::vector<VertexId> order(bound.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  std::sort(order.begin(), order.end(), ByValue{bound});
  LevelCounts search(graph);
  std::vector<double> value(bound.size(), -1.0);  // of those that were searched
  std::vector<VertexId> found;
  k = std::min(k, order.size());
  for (std::size_t next = 0; next < order.size();) {
    if (found.size() >= k) {
      const double least = value[found[k - 1]] * kRounding;
      const auto certain =
          std::partition_point(order.begin() + static_cast<std::ptrdiff_t>(next), order.end(),
                               [&](VertexId v) { return bound[v] >= least; });
      const auto open = static_cast<std::size_t>(certain - order.begin()) - next;
      if (open == 0) break;
      if (open > LevelCounts::kLanes && open > order.size() / kOpenShare) return std::nullopt;
    }
    run.check();
    const std::size_t count = std::min(LevelCounts::kLanes, order.size() - next);
    const auto vertices = std::span(order).subspan(next, count);
    const std::vector<Counts> counts = search.count(vertices);
    for (std::size_t i = 0; i < count; ++i) value[vertices[i]] = value_of(counts[i]);
    found.insert(found.end(), vertices.begin(), vertices.end());
    const auto cut = found.begin() + static_cast<std::ptrdiff_t>(std::min(k, found.size()));
    std::partial_sort(found.begin(), cut, found.end(), ByValue{value});
    found.erase(cut, found.end());
    next += count;
    run.report("top", static_cast<double>(next) / static_cast<double>(order.size()));
  }
  TopScores top;
  top.vertices = found;
  for (const VertexId v : found) top.values.push_back(value[v]);
  top.searches = static_cast<std::size_t>(
      std::count_if(value.begin(), value.end(), [](double x) { return x >= 0.0; }));
  return top;
}

TopScores exact_top(const Graph& graph, const TopBetweennessOptions& options, const Run& run) {
  return first_of(betweenness(graph, {}, run).values, options.k);
}

}  // namespace

TopScores top_closeness(const Graph& graph, const TopOptions& options, const Run& run) {
  require_some("top closeness", options.k);
  require_distances("top closeness", graph);
  const double others = graph.vertex_count() - 1.0;
  const auto top = until_certain(graph, options.k, run, [others](const Counts& counts) {
    return closeness_of(counts, others);
  });
  return top ? *top : whole(closeness(graph, run).values, options.k);
}

TopScores top_harmonic(const Graph& graph, const TopOptions& options, const Run& run) {
  require_some("top harmonic", options.k);
  require_distances("top harmonic", graph);
  const auto top = until_certain(graph, options.k, run, harmonic_of);
  return top ? *top : whole(harmonic(graph, {}, run).values, options.k);
}

TopScores top_betweenness(const Graph& graph, const TopBetweennessOptions& options,
                          const Run& run) {
  constexpr double kNoDearer = 1e8;  // n (n + arcs), as approximate_betweenness()
  require_some("top betweenness", options.k);
  require_share("error", options.error);
  require_share("confidence", options.confidence);
  require_distances("top betweenness", graph);
  const double n = graph.vertex_count();
  if (n < 3.0 || steps::all_sources(graph) <= kNoDearer) return exact_top(graph, options, run);
  const Shares shares = sampled_shares(
      graph, {options.error * (n - 2.0) / n, 1.0 - options.confidence, options.k}, run);
  const bool certain = parted(shares, options.k);
  if (!certain && options.check == Check::exact) return exact_top(graph, options, run);
  TopScores top = first_of(shares.value, options.k);
  for (double& value : top.values) value *= n * (n - 1.0) / (graph.directed() ? 1.0 : 2.0);
  top.certain = certain;
  top.confidence = options.confidence;
  top.searches = shares.samples;
  return top;
}

}  // namespace summitry
