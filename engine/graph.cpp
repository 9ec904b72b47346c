#include "engine/graph.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "engine/error.hpp"
#include "engine/sorted_rows.hpp"

namespace summitry {
namespace {

void check_ends(const GraphParts& parts) {
  const auto is_outside = [n = parts.vertices](const Edge& edge) {
    return edge.source >= n || edge.target >= n;
  };
  bool outside = false;  // first whether at all, without a branch an edge
  for (const Edge& edge : parts.edges) outside |= is_outside(edge);
  if (!outside) return;
  const auto edge = std::find_if(parts.edges.begin(), parts.edges.end(), is_outside);
  throw Error("graph: edge " + std::to_string(edge->source) + "-" + std::to_string(edge->target) +
              " has an end outside 0.." + std::to_string(parts.vertices) + "-1");
}

void check(const GraphParts& parts) {
  const std::size_t m = parts.edges.size();
  const std::size_t arcs = parts.direction == Direction::undirected ? 2 * m : m;
  if (arcs > INT32_MAX) throw Error("graph: more than 2,147,483,647 arcs");
  check_ends(parts);
  const bool weighted = parts.meaning != WeightMeaning::none;
  const bool several = !parts.relation_begin.empty();
  if (parts.weights.size() != (weighted ? m : 0)) throw Error("graph: weights do not match edges");
  if (several && (parts.relation_begin.size() != m + 1 ||
                  parts.relation_begin.back() != parts.relations.size())) {
    throw Error("graph: relations do not match edges");
  }
  if (!several && !parts.relations.empty() && parts.relations.size() != m) {
    throw Error("graph: relations do not match edges");
  }
  if (!parts.entities.empty() && parts.entities.size() != parts.vertices) {
    throw Error("graph: entities do not match vertices");
  }
}

// Edge positions in order of (source, target); equal edges keep their order. Two counting sorts.
std::vector<EdgeId> edge_order(const std::vector<Edge>& edges, VertexId n) {
  std::vector<EdgeId> by_target(edges.size());
  std::vector<EdgeId> order(edges.size());
  std::vector<EdgeId> place(std::size_t{n} + 1, 0);
  for (const Edge& edge : edges) ++place[edge.target + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  for (EdgeId e = 0; e < edges.size(); ++e) by_target[place[edges[e].target]++] = e;
  std::fill(place.begin(), place.end(), 0);
  for (const Edge& edge : edges) ++place[edge.source + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  for (const EdgeId e : by_target) order[place[edges[e].source]++] = e;
  return order;
}

template <class T>
std::vector<T> permuted(const std::vector<T>& items, const std::vector<EdgeId>& order) {
  if (items.empty()) return {};
  std::vector<T> moved;
  moved.reserve(order.size());
  for (const EdgeId e : order) moved.push_back(items[e]);
  return moved;
}

void permute_relations(GraphParts& parts, const std::vector<EdgeId>& order) {
  if (parts.relation_begin.empty()) {
    parts.relations = permuted(parts.relations, order);
    return;
  }
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> relations;
  begin.reserve(order.size() + 1);
  relations.reserve(parts.relations.size());
  for (const EdgeId e : order) {
    relations.insert(relations.end(), parts.relations.begin() + parts.relation_begin[e],
                     parts.relations.begin() + parts.relation_begin[e + 1]);
    begin.push_back(static_cast<std::uint32_t>(relations.size()));
  }
  parts.relation_begin = std::move(begin);
  parts.relations = std::move(relations);
}

// Puts edges (and all that is parallel to them) in order of their ids.
void sort_edges(GraphParts& parts) {
  if (parts.direction == Direction::undirected) {
    for (Edge& edge : parts.edges) {
      if (edge.source > edge.target) std::swap(edge.source, edge.target);
    }
  }
  if (std::is_sorted(parts.edges.begin(), parts.edges.end())) return;
  const std::vector<EdgeId> order = edge_order(parts.edges, parts.vertices);
  parts.edges = permuted(parts.edges, order);
  parts.weights = permuted(parts.weights, order);
  permute_relations(parts, order);
}

}  // namespace

Graph::Graph(GraphParts parts, const Run& run) {
  check(parts);
  vertices_ = parts.vertices;
  edges_ = static_cast<EdgeId>(parts.edges.size());
  directed_ = parts.direction == Direction::directed;
  meaning_ = parts.meaning;
  entities_ = std::move(parts.entities);
  if (!parts.weights.empty() || !parts.relations.empty() || !parts.relation_begin.empty()) {
    sort_edges(parts);
    fill(parts);
    relation_begin_ = std::move(parts.relation_begin);
    relations_ = std::move(parts.relations);
  } else if (directed_) {
    DirectedRows rows = directed_rows(std::move(parts.edges), vertices_, run);
    out_ = {std::move(rows.out.offsets), std::move(rows.out.targets), {}};
    in_ = {std::move(rows.in.offsets), std::move(rows.in.targets), {}};
    loops_ = rows.loops;
  } else {
    UndirectedRows rows = undirected_rows(std::move(parts.edges), vertices_, run);
    out_ = {std::move(rows.rows.offsets), std::move(rows.rows.targets), {}};
    first_edge_ = std::move(rows.first_edge);
    loops_ = rows.loops;
  }
}

void Graph::fill(const GraphParts& parts) {
  const std::size_t n = vertices_;
  const bool weighted = meaning_ != WeightMeaning::none;
  Rows& other = directed_ ? in_ : out_;  // where an edge stands at its target
  out_.offsets.assign(n + 1, 0);
  if (directed_) in_.offsets.assign(n + 1, 0);
  if (!directed_) first_edge_.assign(n + 1, 0);
  for (const Edge& edge : parts.edges) {
    ++out_.offsets[edge.source + 1];
    if (!directed_) ++first_edge_[edge.source + 1];
    if (edge.source == edge.target) ++loops_;
    if (directed_ || edge.source != edge.target) ++other.offsets[edge.target + 1];
  }
  std::partial_sum(out_.offsets.begin(), out_.offsets.end(), out_.offsets.begin());
  if (directed_) std::partial_sum(in_.offsets.begin(), in_.offsets.end(), in_.offsets.begin());
  std::partial_sum(first_edge_.begin(), first_edge_.end(), first_edge_.begin());

  const auto put = [&](Rows& rows, std::vector<std::uint32_t>& place, VertexId row, VertexId end,
                       EdgeId e) {
    const std::uint32_t arc = place[row]++;
    rows.targets[arc] = end;
    if (weighted) rows.weights[arc] = parts.weights[e];
  };
  const auto resize = [weighted](Rows& rows) {
    rows.targets.resize(rows.offsets.back());
    if (weighted) rows.weights.resize(rows.offsets.back());
  };
  resize(out_);
  if (directed_) resize(in_);
  // Edges come sorted by source: a row first gets its smaller ends (as target), in order, then,
  // from its own turn as source on, its larger ones. So every row is sorted without a sort.
  std::vector<std::uint32_t> place(out_.offsets.begin(), out_.offsets.end() - 1);
  if (directed_) {
    std::vector<std::uint32_t> in_place(in_.offsets.begin(), in_.offsets.end() - 1);
    for (EdgeId e = 0; e < edges_; ++e) {
      put(out_, place, parts.edges[e].source, parts.edges[e].target, e);
      put(in_, in_place, parts.edges[e].target, parts.edges[e].source, e);
    }
    return;
  }
  for (EdgeId e = 0; e < edges_; ++e) {
    const auto [u, v] = parts.edges[e];
    put(out_, place, u, v, e);
    if (u != v) put(out_, place, v, u, e);
  }
}

std::uint64_t Graph::degree(VertexId v) const {
  const std::span<const VertexId> row = out(v);
  if (directed_) return row.size() + in(v).size();
  if (loops_ == 0) return row.size();
  const auto [first, last] = std::equal_range(row.begin(), row.end(), v);
  return row.size() + static_cast<std::uint64_t>(last - first);
}

EdgeId Graph::undirected_edge(VertexId v, std::size_t k) const {
  const std::span<const VertexId> row = out(v);
  const VertexId end = row[k];
  const VertexId small = std::min(v, end);
  const std::span<const VertexId> small_row = out(small);
  // In the smaller end's row the edges that it owns come last.
  const std::size_t own = first_edge_[small + 1] - first_edge_[small];
  const std::size_t first = small_row.size() - own;
  if (small == v) return first_edge_[v] + static_cast<EdgeId>(k - first);
  const auto twin =
      std::lower_bound(small_row.begin() + static_cast<std::ptrdiff_t>(first), small_row.end(), v);
  const auto copy = std::lower_bound(row.begin(), row.end(), end);  // k counts among parallels
  const auto parallel = k - static_cast<std::size_t>(copy - row.begin());
  const auto position = static_cast<std::size_t>(twin - small_row.begin()) - first;
  return first_edge_[small] + static_cast<EdgeId>(position + parallel);
}

EdgeId Graph::out_edge(VertexId v, std::size_t k) const {
  return directed_ ? static_cast<EdgeId>(out_.offsets[v] + k) : undirected_edge(v, k);
}

EdgeId Graph::in_edge(VertexId v, std::size_t k) const {
  if (!directed_) return undirected_edge(v, k);
  const std::span<const VertexId> row = in(v);
  const VertexId source = row[k];
  const auto copy = std::lower_bound(row.begin(), row.end(), source);
  const auto parallel = k - static_cast<std::size_t>(copy - row.begin());
  const std::span<const VertexId> source_row = out(source);
  const auto twin = std::lower_bound(source_row.begin(), source_row.end(), v);
  return static_cast<EdgeId>(out_.offsets[source] + parallel +
                             static_cast<std::size_t>(twin - source_row.begin()));
}

std::vector<Edge> Graph::edges() const {
  std::vector<Edge> ends;
  ends.reserve(edges_);
  for (VertexId u = 0; u < vertices_; ++u) {
    for (const VertexId v : out(u)) {
      if (directed_ || v >= u) ends.push_back({u, v});
    }
  }
  return ends;
}

std::vector<double> Graph::edge_weights() const {
  std::vector<double> weights;
  if (!weighted()) return weights;
  weights.reserve(edges_);
  for (VertexId u = 0; u < vertices_; ++u) {
    const std::span<const VertexId> row = out(u);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (directed_ || row[k] >= u) weights.push_back(out_weights(u)[k]);
    }
  }
  return weights;
}

std::span<const std::uint32_t> Graph::relations(EdgeId e) const {
  if (relations_.empty()) return {};
  if (relation_begin_.empty()) return {&relations_[e], 1};
  return {relations_.data() + relation_begin_[e], relations_.data() + relation_begin_[e + 1]};
}

std::size_t Graph::bytes() const {
  const auto held = [](const auto& items) { return items.capacity() * sizeof(items[0]); };
  const auto rows = [&held](const Rows& r) {
    return held(r.offsets) + held(r.targets) + held(r.weights);
  };
  return rows(out_) + rows(in_) + held(first_edge_) + held(relation_begin_) + held(relations_) +
         held(entities_);
}

}  // namespace summitry
