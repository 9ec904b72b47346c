// A copy of a Graph's arcs with its vertices renumbered by falling degree, so that what is read most
// lies together. For kernels that pass over the arcs many times.
#pragma once

#include <cstdint>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

class Renumbered {
 public:
  enum class Weights { kept, left_out };

  // Cost O(n + m), by up to four threads. Loops are left out: no shortest path has one.
  Renumbered(const Graph& graph, Weights weights, const Run& run);
  Renumbered(const Renumbered&) = delete;
  Renumbered& operator=(const Renumbered&) = delete;

  [[nodiscard]] VertexId size() const { return static_cast<VertexId>(number.size()); }

  std::vector<VertexId> number;  // by vertex of the Graph
  std::vector<VertexId> vertex;  // by number
  Arcs out;
  Arcs in;  // the same arrays when undirected

 private:
  struct Rows {
    std::vector<std::uint32_t> offsets;
    std::vector<VertexId> ends;
    std::vector<double> weights;

    [[nodiscard]] Arcs arcs() const { return {offsets, ends, weights}; }
  };

  // `back` are the given rows turned round.
  [[nodiscard]] Rows renumbered(const Arcs& given, const Arcs& back, const Run& run) const;
  void fill(Rows& rows, const Arcs& back, VertexId first, VertexId last) const;

  Rows out_;
  Rows in_;
};

// All vertices, each component breadth-first from its smallest number, the direction not minded.
[[nodiscard]] std::vector<VertexId> breadth_first_order(const Renumbered& graph);
// The same of rows and the rows reversed.
[[nodiscard]] std::vector<VertexId> breadth_first_order(const Arcs& out, const Arcs& in);

}  // namespace summitry
