#include "algorithms/communities/blocks/counted_graph.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "algorithms/weights.hpp"
#include "engine/error.hpp"
#include "engine/number.hpp"

namespace summitry::communities {
namespace {

struct Arc {
  VertexId target = 0;
  std::uint32_t count = 0;
};

void require_counts(const Graph& graph, std::string_view method) {
  require_strengths(method, graph);
  double total = graph.weighted() ? 0.0 : static_cast<double>(graph.edge_count());
  for (const double weight : graph.edge_weights()) {
    if (weight != std::floor(weight)) {
      throw InvalidWeight(std::string(method) +
                          ": reads weights as numbers of edges, whole numbers; got " +
                          shortest(weight) + "; use --weights none");
    }
    total += weight;
  }
  if (total >= 2147483648.0) {
    throw InvalidWeight(std::string(method) +
                        ": reads weights as numbers of edges, of which there " +
                        "must be fewer than 2147483648; use --weights none");
  }
}

// A row with parallel edges counted; edges of weight 0 are none.
std::vector<Arc> counted(std::span<const VertexId> targets, std::span<const double> weights) {
  std::vector<Arc> row;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto count = weights.empty() ? 1U : static_cast<std::uint32_t>(weights[i]);
    if (count == 0) continue;
    if (row.empty() || row.back().target != targets[i]) row.push_back({targets[i], 0});
    row.back().count += count;
  }
  return row;
}

// Both directions side by side; gives the number of loops.
std::int64_t append_row(CountedGraph& result, VertexId v, const std::vector<Arc>& out,
                        const std::vector<Arc>& in) {
  std::int64_t loops = 0;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < out.size() || k < in.size()) {
    const bool leaves = k == in.size() || (i < out.size() && out[i].target <= in[k].target);
    const bool arrives = i == out.size() || (k < in.size() && in[k].target <= out[i].target);
    const VertexId target = leaves ? out[i].target : in[k].target;
    if (target == v) {
      loops = out[i].count;
    } else {
      result.targets.push_back(target);
      result.out.push_back(leaves ? out[i].count : 0);
      if (result.directed) result.in.push_back(arrives ? in[k].count : 0);
    }
    i += leaves ? 1 : 0;
    k += arrives ? 1 : 0;
  }
  result.offsets.push_back(result.targets.size());
  return loops;
}

std::int64_t sum(const std::vector<Arc>& row) {
  std::int64_t total = 0;
  for (const Arc& arc : row) total += arc.count;
  return total;
}

std::vector<std::int64_t> distinct(std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::uint32_t place_of(std::int64_t value, const std::vector<std::int64_t>& sorted) {
  return static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), value) -
                                    sorted.begin());
}

void classify_degrees(CountedGraph& result) {
  const auto out = distinct(result.out_ends);
  const auto in = distinct(result.in_ends);
  const auto out_classes = static_cast<std::uint32_t>(out.size());
  result.degree_classes = out_classes + static_cast<std::uint32_t>(in.size());
  for (std::size_t v = 0; v < result.out_ends.size(); ++v) {
    result.degrees.push_back({place_of(result.out_ends[v], out), 1});
    if (result.directed) {
      result.degrees.push_back({out_classes + place_of(result.in_ends[v], in), 1});
    }
    result.degree_offsets.push_back(result.degrees.size());
  }
}

// Vertices group by group.
struct Grouped {
  std::vector<std::uint32_t> begin;
  std::vector<VertexId> order;
};

Grouped grouped(std::span<const std::uint32_t> group, std::uint32_t count) {
  Grouped result;
  result.begin.assign(count + std::size_t{1}, 0);
  for (const std::uint32_t g : group) ++result.begin[g + std::size_t{1}];
  for (std::size_t g = 0; g < count; ++g) result.begin[g + 1] += result.begin[g];
  std::vector<std::uint32_t> next(result.begin.begin(), result.begin.end() - 1);
  result.order.resize(group.size());
  for (VertexId v = 0; v < group.size(); ++v) result.order[next[group[v]]++] = v;
  return result;
}

// Counts of one group, collected vertex by vertex.
class Collected {
 public:
  explicit Collected(std::uint32_t labels_below)
      : first_(labels_below, 0), second_(labels_below, 0) {}

  void add(std::uint32_t label, std::uint32_t first, std::uint32_t second) {
    if (first + second == 0) return;
    if (first_[label] + second_[label] == 0) touched_.push_back(label);
    first_[label] += first;
    second_[label] += second;
  }
  template <class Visit>
  void take(Visit&& visit) {
    std::sort(touched_.begin(), touched_.end());
    for (const std::uint32_t label : touched_) {
      visit(label, first_[label], second_[label]);
      first_[label] = second_[label] = 0;
    }
    touched_.clear();
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> second_;
  std::vector<std::uint32_t> touched_;
};

// Adds what v has to its group; gives how many edges it has to the group itself, each counted at both
// its ends unless it is a loop.
void add_vertex(const CountedGraph& graph, VertexId v, std::uint32_t own,
                std::span<const std::uint32_t> group, Collected& joining, std::int64_t& inside) {
  const auto targets = graph.neighbours(v);
  const auto out = graph.leaving(v);
  const auto in = graph.arriving(v);
  for (std::size_t k = 0; k < targets.size(); ++k) {
    const std::uint32_t arriving = in.empty() ? 0 : in[k];
    if (group[targets[k]] == own) {
      inside += out[k] + arriving;
    } else {
      joining.add(group[targets[k]], out[k], arriving);
    }
  }
}

}  // namespace

CountedGraph count_edges(const Graph& graph, std::string_view method) {
  require_counts(graph, method);
  CountedGraph result;
  result.directed = graph.directed();
  result.vertices = graph.vertex_count();
  result.size.assign(graph.vertex_count(), 1);
  std::int64_t ends = 0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto out = counted(graph.out(v), graph.out_weights(v));
    const auto in =
        graph.directed() ? counted(graph.in(v), graph.in_weights(v)) : std::vector<Arc>{};
    const std::int64_t loops = append_row(result, v, out, in);
    result.loops.push_back(loops);
    result.out_ends.push_back(sum(out) + (graph.directed() ? 0 : loops));
    if (graph.directed()) result.in_ends.push_back(sum(in));
    ends += result.out_ends.back();
  }
  result.edges = graph.directed() ? ends : ends / 2;
  classify_degrees(result);
  return result;
}

CountedGraph condense(const CountedGraph& graph, std::span<const std::uint32_t> group,
                      std::uint32_t count) {
  CountedGraph result;
  result.directed = graph.directed;
  result.vertices = graph.vertices;
  result.edges = graph.edges;
  result.degree_classes = graph.degree_classes;
  result.loops.assign(count, 0);
  result.size.assign(count, 0);
  result.out_ends.assign(count, 0);
  if (graph.directed) result.in_ends.assign(count, 0);
  const Grouped members = grouped(group, count);
  Collected joining(count);
  Collected degrees(graph.degree_classes);
  for (std::uint32_t g = 0; g < count; ++g) {
    std::int64_t inside = 0;
    for (std::uint32_t i = members.begin[g]; i < members.begin[g + std::size_t{1}]; ++i) {
      const VertexId v = members.order[i];
      result.loops[g] += graph.loops[v];
      result.size[g] += graph.size[v];
      result.out_ends[g] += graph.out_ends[v];
      if (graph.directed) result.in_ends[g] += graph.in_ends[v];
      add_vertex(graph, v, g, group, joining, inside);
      for (const auto& [degree_class, number] : graph.degrees_of(v)) {
        degrees.add(degree_class, number, 0);
      }
    }
    result.loops[g] += inside / 2;
    joining.take([&result](std::uint32_t to, std::uint32_t out, std::uint32_t in) {
      result.targets.push_back(to);
      result.out.push_back(out);
      if (result.directed) result.in.push_back(in);
    });
    degrees.take([&result](std::uint32_t degree_class, std::uint32_t number, std::uint32_t) {
      result.degrees.push_back({degree_class, number});
    });
    result.offsets.push_back(result.targets.size());
    result.degree_offsets.push_back(result.degrees.size());
  }
  return result;
}

}  // namespace summitry::communities
