#include "algorithms/structure/simple.hpp"

#include <atomic>
#include <numeric>

#include "engine/cpu_versions.hpp"
#include "engine/parallel.hpp"

namespace summitry {

void SimpleGraph::append(VertexId end, double weight, std::size_t row_begin, Pairs pairs) {
  const bool known = targets_.size() > row_begin && targets_.back() == end;
  if (!known) targets_.push_back(end);
  if (pairs == Pairs::plain) return;
  if (known) {
    weights_.back() += weight;
  } else {
    weights_.push_back(weight);
  }
}

SimpleGraph::SimpleGraph(const Graph& graph, Pairs pairs) {
  offsets_.reserve(std::size_t{graph.vertex_count()} + 1);
  targets_.reserve(graph.out_targets().size());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::size_t row_begin = targets_.size();
    const auto out = graph.out(v);
    const auto in = graph.directed() ? graph.in(v) : std::span<const VertexId>{};
    const auto out_weights = graph.out_weights(v);
    const auto in_weights = graph.in_weights(v);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < out.size() || j < in.size()) {  // both lists are sorted: a merge
      const bool from_out = j == in.size() || (i < out.size() && out[i] <= in[j]);
      const VertexId end = from_out ? out[i] : in[j];
      double weight = 1.0;
      if (graph.weighted()) weight = from_out ? out_weights[i] : in_weights[j];
      ++(from_out ? i : j);
      if (end != v) append(end, weight, row_begin, pairs);
    }
    offsets_.push_back(targets_.size());
  }
}

namespace {

constexpr std::size_t kBlock = 4096;  // vertices

// How many of [begin, end) equal the item before them.
SUMMITRY_CPU_VERSIONS
std::size_t count_repeats(const VertexId* ends, std::size_t begin, std::size_t end) {
  std::uint32_t count = 0;
  for (std::size_t k = begin + 1; k < end; ++k) count += ends[k] == ends[k - 1] ? 1U : 0U;
  return count;
}

// Whether some row of [begin, end) holds a vertex twice.
bool has_parallels(const Arcs& arcs, std::size_t begin, std::size_t end) {
  std::size_t repeats = count_repeats(arcs.ends.data(), arcs.begin(begin), arcs.begin(end));
  for (std::size_t v = begin; v < end && repeats > 0; ++v) {  // two rows may meet in one vertex
    const std::size_t first = arcs.begin(v);
    const bool inside = first > arcs.begin(begin) && first < arcs.end(v);
    if (inside && arcs.ends[first] == arcs.ends[first - 1]) --repeats;
  }
  return repeats > 0;
}

bool is_simple(const Graph& graph, const Run& run) {
  if (graph.directed() || graph.has_loops()) return false;
  std::atomic<bool> simple = true;
  const Arcs all = arcs(graph, Along::out);
  parallel_blocks(graph.vertex_count(), kBlock, run, "simple view", [&](const Block& block) {
    if (simple && has_parallels(all, block.begin, block.end)) simple = false;
  });
  return simple;
}

// Merges both lists of v, which are sorted; calls see(w) for every neighbour once.
template <class See>
void merge(const Graph& graph, VertexId v, const See& see) {
  const auto out = graph.out(v);
  const auto in = graph.directed() ? graph.in(v) : std::span<const VertexId>{};
  VertexId last = v;  // a vertex is no neighbour of its own
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < out.size() || j < in.size()) {
    const bool from_out = j == in.size() || (i < out.size() && out[i] <= in[j]);
    const VertexId w = from_out ? out[i++] : in[j++];
    if (w == last || w == v) continue;
    last = w;
    see(w);
  }
}

}  // namespace

SimpleArcs::SimpleArcs(const Graph& graph, const Run& run) {
  if (is_simple(graph, run)) {
    arcs = {graph.out_offsets(), graph.out_targets(), {}};
    return;
  }
  const std::size_t n = graph.vertex_count();
  offsets_.assign(n + 1, 0);
  parallel_blocks(n, kBlock, run, "simple view", [&](const Block& block) {
    for (std::size_t v = block.begin; v < block.end; ++v) {
      std::uint32_t degree = 0;
      merge(graph, static_cast<VertexId>(v), [&degree](VertexId) { ++degree; });
      offsets_[v + 1] = degree;
    }
  });
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  ends_.resize(offsets_.back());
  parallel_blocks(n, kBlock, run, "simple view", [&](const Block& block) {
    for (std::size_t v = block.begin; v < block.end; ++v) {
      std::size_t place = offsets_[v];
      merge(graph, static_cast<VertexId>(v), [&](VertexId w) { ends_[place++] = w; });
    }
  });
  arcs = {offsets_, ends_, {}};
}

std::vector<Edge> simple_edges(const Graph& graph) {
  std::vector<Edge> edges;
  for (const Edge& edge : graph.edges()) {  // in order, so that parallel edges stand together
    if (edge.source == edge.target || (!edges.empty() && edges.back() == edge)) continue;
    edges.push_back(edge);
  }
  return edges;
}

}  // namespace summitry
