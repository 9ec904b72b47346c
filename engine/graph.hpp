// Graph: all that an algorithm sees. Immutable compressed sparse rows: dense vertices 0..n-1
// without holes, sorted neighbours, and the way back to the entities and relations of a Network.
//
//   directed    out(v) and in(v) are different lists, an edge stands once in each
//   undirected  out(v) == in(v); an edge stands in the lists of both ends, a self-loop once in
//               its vertex's list (and counts 2 in degree()); an edge has one id
//
// Edge ids 0..m-1 follow (smaller end, larger end) when undirected, (source, target) when directed,
// so they need no storage: out_edge() and edges() work them out.
//
// Memory  8 m + 8 n bytes; weights 16 m more; a Graph made from a Network also holds its relations
//         (4 m) and entities (4 n). Offsets and ends are 32-bit, so that Eigen reads them as they are.
// Limit   2^31 - 1 arcs: about a billion undirected edges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/run.hpp"

namespace summitry {

using VertexId = std::uint32_t;
using EdgeId = std::uint32_t;

// How weights are meant: a strength joins (more is closer), a distance separates.
enum class WeightMeaning : std::uint8_t { none, strength, distance };
enum class Direction : std::uint8_t { undirected, directed };

struct Edge {
  VertexId source = 0;  // undirected: the smaller end
  VertexId target = 0;

  auto operator<=>(const Edge&) const = default;
};

// What make_graph() is given. `weights`, `relations` (with `relation_begin` when edges stand for
// several) and `entities` are parallel to edges and vertices, or empty.
struct GraphParts {
  VertexId vertices = 0;
  Direction direction = Direction::undirected;
  std::vector<Edge> edges;  // any order; undirected ends in any order; parallel edges are kept
  WeightMeaning meaning = WeightMeaning::none;
  std::vector<double> weights;
  std::vector<std::uint32_t> relation_begin;  // edges + 1 offsets into relations; empty: one each
  std::vector<std::uint32_t> relations;
  std::vector<std::uint32_t> entities;
};

class Graph {
 public:
  Graph() = default;
  // Cost O(n + m) for edges in any order. Throws Error for an end that is not a vertex or arrays
  // that do not match, and Cancelled. `run` is for graphs large enough that threads pay: two are used.
  explicit Graph(GraphParts parts, const Run& run = {.threads = 1});

  [[nodiscard]] VertexId vertex_count() const { return vertices_; }
  [[nodiscard]] EdgeId edge_count() const { return edges_; }
  [[nodiscard]] bool directed() const { return directed_; }
  [[nodiscard]] bool weighted() const { return meaning_ != WeightMeaning::none; }
  [[nodiscard]] WeightMeaning weight_meaning() const { return meaning_; }

  // Sorted; a parallel edge repeats its end.
  [[nodiscard]] std::span<const VertexId> out(VertexId v) const { return out_.row(v); }
  [[nodiscard]] std::span<const VertexId> in(VertexId v) const {
    return directed_ ? in_.row(v) : out_.row(v);
  }
  // Parallel to out(v) and in(v); empty when the Graph has no weights.
  [[nodiscard]] std::span<const double> out_weights(VertexId v) const { return out_.weight_row(v); }
  [[nodiscard]] std::span<const double> in_weights(VertexId v) const {
    return directed_ ? in_.weight_row(v) : out_.weight_row(v);
  }

  // Edges at the vertex: directed in plus out; a self-loop counts 2.
  [[nodiscard]] std::uint64_t degree(VertexId v) const;
  [[nodiscard]] bool has_loops() const { return loops_ > 0; }
  [[nodiscard]] EdgeId loop_count() const { return loops_; }

  // The id of the k-th edge in out(v). O(1) when directed or out(v)[k] >= v, O(log degree) else.
  [[nodiscard]] EdgeId out_edge(VertexId v, std::size_t k) const;
  // The id of the k-th edge in in(v).
  [[nodiscard]] EdgeId in_edge(VertexId v, std::size_t k) const;
  // The ends of every edge, by id. O(n + m).
  [[nodiscard]] std::vector<Edge> edges() const;
  // The weight of every edge, by id; empty without weights. O(n + m).
  [[nodiscard]] std::vector<double> edge_weights() const;

  // The flat arrays, for kernels: row v is [offsets[v], offsets[v + 1]).
  [[nodiscard]] std::span<const std::uint32_t> out_offsets() const { return out_.offsets; }
  [[nodiscard]] std::span<const VertexId> out_targets() const { return out_.targets; }
  [[nodiscard]] std::span<const double> out_arc_weights() const { return out_.weights; }
  [[nodiscard]] std::span<const std::uint32_t> in_offsets() const {
    return directed_ ? in_.offsets : out_.offsets;
  }
  [[nodiscard]] std::span<const VertexId> in_targets() const {
    return directed_ ? in_.targets : out_.targets;
  }
  [[nodiscard]] std::span<const double> in_arc_weights() const {
    return directed_ ? in_.weights : out_.weights;
  }

  // The way back to the Network; empty (or the vertex itself) for a Graph made without one.
  [[nodiscard]] bool has_entities() const { return !entities_.empty(); }
  [[nodiscard]] std::uint32_t entity(VertexId v) const {
    return entities_.empty() ? v : entities_[v];
  }
  [[nodiscard]] std::span<const std::uint32_t> relations(EdgeId e) const;

  [[nodiscard]] std::size_t bytes() const;  // held by the arrays

 private:
  struct Rows {
    std::vector<std::uint32_t> offsets{0};
    std::vector<VertexId> targets;
    std::vector<double> weights;

    [[nodiscard]] std::span<const VertexId> row(VertexId v) const {
      return {targets.data() + offsets[v], targets.data() + offsets[v + 1]};
    }
    [[nodiscard]] std::span<const double> weight_row(VertexId v) const {
      if (weights.empty()) return {};
      return {weights.data() + offsets[v], weights.data() + offsets[v + 1]};
    }
  };

  [[nodiscard]] EdgeId undirected_edge(VertexId v, std::size_t k) const;
  void fill(const GraphParts& parts);  // with edges in order of their ids

  VertexId vertices_ = 0;
  EdgeId edges_ = 0;
  EdgeId loops_ = 0;
  bool directed_ = false;
  WeightMeaning meaning_ = WeightMeaning::none;
  Rows out_;
  Rows in_;                         // directed only
  std::vector<EdgeId> first_edge_;  // undirected only: id of the first edge to a vertex >= v
  std::vector<std::uint32_t> relation_begin_;
  std::vector<std::uint32_t> relations_;
  std::vector<std::uint32_t> entities_;
};

}  // namespace summitry
