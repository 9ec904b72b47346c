#include "algorithms/communities/flows/flow.hpp"

#include <algorithm>
#include <optional>

#include "algorithms/centrality/walks/walk.hpp"
#include "algorithms/communities/flows/flows_around.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/weights.hpp"

namespace summitry::communities {
namespace {

constexpr double kTolerance = 1e-14;  // of the stationary distribution, in total
constexpr int kSweeps = 10000;

struct Arc {
  VertexId target = 0;
  double weight = 0.0;
};

// A row with parallel edges added up by rising weight, so that the order of the input does not show.
std::vector<Arc> merged(std::span<const VertexId> targets, std::span<const double> weights) {
  std::vector<Arc> row;
  std::vector<double> parallel;
  for (std::size_t i = 0; i < targets.size();) {
    std::size_t end = i + 1;
    while (end < targets.size() && targets[end] == targets[i]) ++end;
    double sum = static_cast<double>(end - i);
    if (!weights.empty()) {
      parallel.assign(weights.begin() + static_cast<std::ptrdiff_t>(i),
                      weights.begin() + static_cast<std::ptrdiff_t>(end));
      std::sort(parallel.begin(), parallel.end());
      sum = 0.0;
      for (const double weight : parallel) sum += weight;
    }
    if (sum > 0.0) row.push_back({targets[i], sum});
    i = end;
  }
  return row;
}

double total(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum;
}

std::vector<double> leaving_weights(const Graph& graph) {
  std::vector<double> leaving(graph.vertex_count(), 0.0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (const Arc& arc : merged(graph.out(v), graph.out_weights(v))) leaving[v] += arc.weight;
  }
  return leaving;
}

// The graph with one edge a pair, or none where there are no parallel edges: what PageRank adds up along
// them would depend on the order of the input.
std::optional<Graph> without_parallel_edges(const Graph& graph) {
  GraphParts parts;
  parts.vertices = graph.vertex_count();
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  parts.meaning = WeightMeaning::strength;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    for (const Arc& arc : merged(graph.out(v), graph.out_weights(v))) {
      if (!graph.directed() && arc.target < v) continue;
      parts.edges.push_back({v, arc.target});
      parts.weights.push_back(arc.weight);
    }
  }
  if (parts.edges.size() == graph.edge_count()) return std::nullopt;
  return Graph(std::move(parts));
}

// Where jumps end: at the starts of edges when unrecorded, anywhere alike when recorded.
std::vector<double> landings(const std::vector<double>& leaving, Jumps jumps) {
  std::vector<double> share(leaving.size(), 1.0 / static_cast<double>(leaving.size()));
  if (jumps == Jumps::unrecorded) {
    const double all = total(leaving);
    for (std::size_t v = 0; v < share.size(); ++v) share[v] = leaving[v] / all;
  }
  return share;
}

std::vector<double> stationary(const Graph& graph, const std::vector<double>& leaving, Jumps jumps,
                               double damping, const Run& run) {
  if (!graph.directed() && jumps == Jumps::unrecorded) {
    std::vector<double> share = leaving;
    const double all = total(leaving);
    for (double& value : share) value /= all;
    return share;
  }
  const std::optional<Graph> simple = without_parallel_edges(graph);
  const Walk walk{simple ? *simple : graph, damping, landings(leaving, jumps), leaving};
  const auto solve = graph.directed() ? walk_directed : walk_undirected;
  return solve(walk, kTolerance, kSweeps, run).values;
}

// The flow along one unit of weight that leaves each vertex.
std::vector<double> flow_of_a_unit(const std::vector<double>& x, const std::vector<double>& leaving,
                                   double scale) {
  std::vector<double> rate(x.size(), 0.0);
  for (std::size_t v = 0; v < x.size(); ++v) {
    if (leaving[v] > 0.0) rate[v] = scale * x[v] / leaving[v];
  }
  return rate;
}

void append(Flow& flow, VertexId v, VertexId target, double out, double in) {
  if (target == v) return;
  flow.targets.push_back(target);
  flow.out.push_back(out);
  flow.in.push_back(in);
}

// Rows of both directions side by side, each sorted by neighbour.
void append_row(Flow& flow, VertexId v, const std::vector<Arc>& out, const std::vector<Arc>& in,
                const std::vector<double>& rate) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < out.size() || k < in.size()) {
    const bool leaves = k == in.size() || (i < out.size() && out[i].target <= in[k].target);
    const bool arrives = i == out.size() || (k < in.size() && in[k].target <= out[i].target);
    const VertexId target = leaves ? out[i].target : in[k].target;
    append(flow, v, target, leaves ? out[i].weight * rate[v] : 0.0,
           arrives ? in[k].weight * rate[target] : 0.0);
    i += leaves ? 1 : 0;
    k += arrives ? 1 : 0;
  }
  flow.offsets.push_back(flow.targets.size());
}

void add_rows(Flow& flow, const Graph& graph, const std::vector<double>& rate, Jumps jumps) {
  flow.visits.assign(graph.vertex_count(), 0.0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto out = merged(graph.out(v), graph.out_weights(v));
    const auto in = graph.directed() ? merged(graph.in(v), graph.in_weights(v)) : out;
    append_row(flow, v, out, in, rate);
    for (const Arc& arc : in) flow.visits[v] += arc.weight * rate[arc.target];
  }
  if (!graph.directed() && jumps == Jumps::unrecorded) flow.in.clear();
}

void add_jumps(Flow& flow, const std::vector<double>& x, const std::vector<double>& leaving,
               double damping) {
  flow.visits = x;
  flow.landing = landings(leaving, Jumps::recorded);
  flow.jumps.resize(x.size());
  for (std::size_t v = 0; v < x.size(); ++v) {
    flow.jumps[v] = leaving[v] > 0.0 ? (1.0 - damping) * x[v] : x[v];
  }
  flow.jumping = total(flow.jumps);
}

std::vector<double> summed(const std::vector<double>& values, std::span<const std::uint32_t> group,
                           std::uint32_t count) {
  if (values.empty()) return {};
  std::vector<double> sums(count, 0.0);
  for (std::size_t v = 0; v < values.size(); ++v) sums[group[v]] += values[v];
  return sums;
}

template <bool kBothWays>
void append_groups(Flow& result, const Flow& flow, std::span<const std::uint32_t> group,
                   std::uint32_t count) {
  const ByLabel members = by_label(group, count);
  FlowsAround<kBothWays> around(flow);
  for (std::uint32_t g = 0; g < count; ++g) {
    for (const VertexId v : members.of(g)) {
      around.add(v, group, [&](VertexId u) { return group[u] != g; });
    }
    around.read_out(g);
    for (const Leading& to : around.others()) {
      result.targets.push_back(to.module);
      result.out.push_back(to.out);
      if (kBothWays) result.in.push_back(to.in);
    }
    result.offsets.push_back(result.targets.size());
  }
}

}  // namespace

Flow flow_of(const Graph& graph, std::string_view method, Jumps jumps, double damping,
             const Run& run) {
  require_strengths(method, graph);
  Flow flow;
  const std::vector<double> leaving = leaving_weights(graph);
  if (total(leaving) <= 0.0) {
    flow.offsets.assign(graph.vertex_count() + std::size_t{1}, 0);
    flow.visits.assign(graph.vertex_count(), 0.0);
    return flow;
  }
  const auto x = stationary(graph, leaving, jumps, damping, run);
  double moving = 0.0;  // the share of the walk that edges carry on
  for (std::size_t v = 0; v < x.size(); ++v) moving += leaving[v] > 0.0 ? x[v] : 0.0;
  add_rows(flow, graph,
           flow_of_a_unit(x, leaving, jumps == Jumps::recorded ? damping : 1.0 / moving), jumps);
  if (jumps == Jumps::recorded) add_jumps(flow, x, leaving, damping);
  return flow;
}

Flow condense(const Flow& flow, std::span<const std::uint32_t> group, std::uint32_t count) {
  Flow result;
  result.visits = summed(flow.visits, group, count);
  result.jumps = summed(flow.jumps, group, count);
  result.landing = summed(flow.landing, group, count);
  result.jumping = flow.jumping;
  if (flow.in.empty()) {
    append_groups<false>(result, flow, group, count);
  } else {
    append_groups<true>(result, flow, group, count);
  }
  return result;
}

}  // namespace summitry::communities
