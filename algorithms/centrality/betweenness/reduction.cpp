#include "algorithms/centrality/betweenness/reduction.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "algorithms/centrality/betweenness/block_split.hpp"
#include "algorithms/centrality/betweenness/twins.hpp"

namespace summitry {
namespace {

constexpr VertexId kNoRow = std::numeric_limits<VertexId>::max();

enum class Of { vertices, edges };

struct Arc {
  VertexId end = 0;
  EdgeId edge = 0;
  double weight = 0.0;

  auto operator<=>(const Arc&) const = default;
};

// The k-th arc of v, which leads to `end` among the rows.
Arc arc_of(const Graph& graph, VertexId v, std::size_t k, VertexId end, Of of) {
  return {end, of == Of::edges ? graph.out_edge(v, k) : 0,
          graph.weighted() ? graph.out_weights(v)[k] : 0.0};
}

// Closes a row: its arcs, sorted.
void add_arcs(PathRows& rows, std::vector<Arc>& arcs, bool edges, bool weights) {
  std::sort(arcs.begin(), arcs.end());
  for (const Arc& arc : arcs) {
    rows.ends.push_back(arc.end);
    if (edges) rows.edges.push_back(arc.edge);
    if (weights) rows.weights.push_back(arc.weight);
  }
  rows.offsets.push_back(static_cast<std::uint32_t>(rows.ends.size()));
}

// A complete block without parallel edges: every pair is joined by its edge alone.
bool complete(const BlockSplit::Part& part) {
  return !part.parallel && part.edges == std::uint64_t{part.size} * (part.size - 1) / 2;
}
// Of parallel edges with weights only the shortest carry paths.
bool is_known(const BlockSplit::Part& part, bool weighted) {
  if (weighted) return part.edges == 1;
  return part.size == 2 || complete(part);
}

// The rows of an undirected Graph: a vertex has one in every block that must be searched.
class Blocks {
 public:
  Blocks(const Graph& graph, Of of)
      : graph_(graph), of_(of), split_(graph), home_row_(graph.vertex_count(), kNoRow) {}

  Reduced take() {
    if (of_ == Of::vertices) {
      result_.known = split_.pairs_apart();
    } else {
      result_.known.assign(graph_.edge_count(), 0.0);
    }
    make_rows();
    std::vector<std::vector<Arc>> arcs(result_.rows.size());
    for (VertexId u = 0; u < graph_.vertex_count(); ++u) sort_out(u, arcs);
    fill(arcs);
    return std::move(result_);
  }

 private:
  void add_row(VertexId v, BlockId block) {
    PathRows& rows = result_.rows;
    result_.members.push_back({v, static_cast<VertexId>(rows.size())});
    const double mass = split_.mass(v, block);
    rows.sources.push_back(mass);
    rows.targets.push_back(mass);
    rows.copies.push_back(1.0);
  }

  void make_rows() {
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (split_.home[v] == kNoBlock || is_known(split_.parts[split_.home[v]], graph_.weighted()))
        continue;
      home_row_[v] = static_cast<VertexId>(result_.rows.size());
      add_row(v, split_.home[v]);
    }
    top_row_.assign(split_.parts.size(), kNoRow);
    for (BlockId block = 0; block < split_.parts.size(); ++block) {
      if (is_known(split_.parts[block], graph_.weighted())) continue;
      top_row_[block] = static_cast<VertexId>(result_.rows.size());
      add_row(split_.parts[block].top, block);
    }
  }

  [[nodiscard]] VertexId row(VertexId v, BlockId block) const {
    return split_.home[v] == block ? home_row_[v] : top_row_[block];
  }

  void sort_out(VertexId u, std::vector<std::vector<Arc>>& arcs) {
    const auto ends = graph_.out(u);
    for (std::size_t k = 0; k < ends.size(); ++k) {
      const VertexId w = ends[k];
      if (w == u) continue;
      const BlockId block = split_.block_of(u, w);
      const BlockSplit::Part& part = split_.parts[block];
      if (!is_known(part, graph_.weighted())) {
        arcs[row(u, block)].push_back(arc_of(graph_, u, k, row(w, block), of_));
      } else if (of_ == Of::edges) {
        const double shared = part.size == 2 ? static_cast<double>(part.edges) : 1.0;
        result_.known[graph_.out_edge(u, k)] +=
            split_.mass(u, block) * split_.mass(w, block) / shared;
      }
    }
  }

  void fill(std::vector<std::vector<Arc>>& arcs) {
    for (std::vector<Arc>& row : arcs) {
      add_arcs(result_.rows, row, of_ == Of::edges, graph_.weighted());
    }
  }

  const Graph& graph_;
  Of of_;
  BlockSplit split_;
  std::vector<VertexId> home_row_;  // by vertex
  std::vector<VertexId> top_row_;   // by block
  Reduced result_;
};

// Every vertex a row, every arc but loops.
Reduced as_it_is(const Graph& graph, Of of) {
  Reduced result;
  PathRows& rows = result.rows;
  const std::size_t n = graph.vertex_count();
  for (std::vector<double>* ones : {&rows.sources, &rows.targets, &rows.copies})
    ones->assign(n, 1.0);
  std::vector<Arc> row;
  for (VertexId v = 0; v < n; ++v) {
    result.members.push_back({v, v});
    row.clear();
    for (std::size_t k = 0; k < graph.out(v).size(); ++k) {
      if (graph.out(v)[k] != v) row.push_back(arc_of(graph, v, k, graph.out(v)[k], of));
    }
    add_arcs(rows, row, of == Of::edges, graph.weighted());
  }
  result.known.assign(of == Of::vertices ? n : graph.edge_count(), 0.0);
  return result;
}

// Rows by falling degree, in and out; equal ones as they stood.
std::vector<VertexId> by_degree(const PathRows& rows) {
  std::vector<std::uint32_t> degree(rows.size());
  for (std::size_t v = 0; v < rows.size(); ++v) degree[v] += rows.offsets[v + 1] - rows.offsets[v];
  for (const VertexId w : rows.ends) ++degree[w];
  std::vector<VertexId> order(rows.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](VertexId u, VertexId v) { return degree[u] > degree[v]; });
  return order;
}

void renumber(Reduced& reduced) {
  const PathRows old = std::exchange(reduced.rows, {});
  const std::vector<VertexId> order = by_degree(old);
  std::vector<VertexId> number(order.size());
  for (VertexId i = 0; i < order.size(); ++i) number[order[i]] = i;
  PathRows& rows = reduced.rows;
  std::vector<Arc> row;
  for (const VertexId v : order) {
    row.clear();
    for (std::size_t k = old.offsets[v]; k < old.offsets[v + 1]; ++k) {
      row.push_back({number[old.ends[k]], old.edges.empty() ? 0 : old.edges[k],
                     old.weights.empty() ? 0.0 : old.weights[k]});
    }
    add_arcs(rows, row, !old.edges.empty(), !old.weights.empty());
    rows.sources.push_back(old.sources[v]);
    rows.targets.push_back(old.targets[v]);
    rows.copies.push_back(old.copies[v]);
  }
  for (Member& member : reduced.members) member.row = number[member.row];
}

Reduced split(const Graph& graph, Of of) {
  return graph.directed() ? as_it_is(graph, of) : Blocks(graph, of).take();
}

}  // namespace

Reduced reduced_for_vertices(const Graph& graph) {
  Reduced reduced = split(graph, Of::vertices);
  if (!graph.weighted()) reduced = merge_twins(std::move(reduced), graph.directed());
  renumber(reduced);
  return reduced;
}

Reduced reduced_for_edges(const Graph& graph) {
  Reduced reduced = split(graph, Of::edges);
  renumber(reduced);
  return reduced;
}

}  // namespace summitry
