// A Graph's arcs regrouped by the parts of a partition: each part's vertices in a row, with the arcs
// inside it, so that a method can work on one part at a time without touching the others.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

class Blocks {
 public:
  // Cost O(n + m). `labels` are 0..count-1, one a vertex.
  Blocks(const Graph& graph, Along along, std::span<const std::uint32_t> labels,
         std::uint32_t count);

  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(begin_.size() - 1);
  }
  [[nodiscard]] std::span<const VertexId> members(std::uint32_t part) const {
    return std::span(order_).subspan(begin_[part], size(part));
  }
  [[nodiscard]] std::size_t size(std::uint32_t part) const {
    return begin_[part + 1] - begin_[part];
  }
  // result = (arcs inside the part) * x; both have size(part) values, in order of members(part).
  void multiply(std::uint32_t part, std::span<const double> x, std::span<double> result,
                const Run& run) const;
  // Calls what(row, column, weight) for each arc inside the part; places in members(part).
  template <class What>
  void each_arc(std::uint32_t part, const What& what) const {
    const std::size_t first = begin_[part];
    for (VertexId i = 0; i < size(part); ++i) {
      for (std::size_t k = offsets_[first + i]; k < offsets_[first + i + 1]; ++k) {
        what(i, ends_[k], weights_.empty() ? 1.0 : weights_[k]);
      }
    }
  }

 private:
  void add_row(const Arcs& rows, VertexId v, std::span<const std::uint32_t> labels,
               std::span<const VertexId> place);

  std::vector<VertexId> order_;
  std::vector<VertexId> begin_;          // of each part in order_
  std::vector<std::size_t> offsets_{0};  // rows, in order_
  std::vector<VertexId> ends_;           // positions within the part
  std::vector<double> weights_;          // empty: all 1
};

}  // namespace summitry
