// The undirected simple view: who is joined to whom, whatever the direction, without loops, every
// pair once. Cohesion and brokerage are defined on it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/bring_near.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

class SimpleGraph {
 public:
  // Cost O(n + m) time and memory. `Pairs::weighted` also keeps how much joins each pair: the sum of
  // the weights of its edges in both directions, each edge weighing 1 in a Graph without weights.
  enum class Pairs { plain, weighted };
  SimpleGraph() = default;
  explicit SimpleGraph(const Graph& graph, Pairs pairs = Pairs::plain);

  [[nodiscard]] VertexId vertex_count() const { return static_cast<VertexId>(offsets_.size() - 1); }
  [[nodiscard]] std::uint64_t edge_count() const { return targets_.size() / 2; }
  [[nodiscard]] std::size_t degree(VertexId v) const { return neighbours(v).size(); }
  // Sorted, each neighbour once, never v itself.
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return {targets_.data() + offsets_[v], targets_.data() + offsets_[v + 1]};
  }
  // Parallel to neighbours(v); only with Pairs::weighted.
  [[nodiscard]] std::span<const double> weights(VertexId v) const {
    return {weights_.data() + offsets_[v], weights_.data() + offsets_[v + 1]};
  }

 private:
  void append(VertexId end, double weight, std::size_t row_begin, Pairs pairs);

  std::vector<std::uint64_t> offsets_{0};
  std::vector<VertexId> targets_;
  std::vector<double> weights_;
};

// The same pairs as flat arrays for kernels that read them once: those of the Graph itself where it
// is undirected and simple already, so that nothing is copied. The Graph must outlive it.
class SimpleArcs {
 public:
  explicit SimpleArcs(const Graph& graph, const Run& run = {});  // O(n + m)
  SimpleArcs(const SimpleArcs&) = delete;
  SimpleArcs& operator=(const SimpleArcs&) = delete;

  [[nodiscard]] VertexId vertex_count() const {
    return static_cast<VertexId>(arcs.offsets.size() - 1);
  }
  [[nodiscard]] std::uint32_t degree(VertexId v) const {
    return arcs.offsets[v + 1] - arcs.offsets[v];
  }
  // Sorted, each neighbour once, never v itself.
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return arcs.ends.subspan(arcs.offsets[v], degree(v));
  }

  // Has the neighbours of a vertex brought near, for whoever knows where it will be soon.
  void prefetch(VertexId v) const { bring_near(arcs.ends.data() + arcs.offsets[v]); }

  Arcs arcs;  // without weights

 private:
  std::vector<std::uint32_t> offsets_;
  std::vector<VertexId> ends_;
};

// The ends of every edge without loops, parallel edges once: arcs when directed, every pair once when
// not. O(n + m).
[[nodiscard]] std::vector<Edge> simple_edges(const Graph& graph);

}  // namespace summitry
