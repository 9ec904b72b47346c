// What visits to come will read, brought near in time: first where a vertex' row lies, then the row,
// then the labels of its neighbours, then what is counted by label. Where those do not fit a core's
// own cache each of them is a wait for memory, and a row too short for the waits to overlap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "algorithms/communities/rows/condensed.hpp"
#include "engine/bring_near.hpp"

namespace summitry::communities {

// Of the rows alone, where labels and what is counted do fit that cache.
inline void bring_row_near(const Condensed& graph, std::span<const VertexId> order, std::size_t i) {
  constexpr std::size_t kRows = 4;
  constexpr std::size_t kPlaces = 8;
  constexpr std::size_t kTargetsOfALine = 64 / sizeof(VertexId);
  if (i + kPlaces >= order.size()) return;
  bring_near(&graph.begins[order[i + kPlaces]]);
  const VertexId* row = graph.targets + graph.begins[order[i + kRows]];
  bring_near(row);
  bring_near(row + kTargetsOfALine);
}

template <class Count>
class LookingAhead {
 public:
  LookingAhead(const Condensed& graph, const std::uint32_t* label, const Count* count)
      : graph_(graph), label_(label), count_(count) {}

  // Before the visit of order[i].
  void step(std::span<const VertexId> order, std::size_t i) const {
    if (i + kPlaces >= order.size()) return;
    bring_near(&graph_.begins[order[i + kPlaces]]);
    bring_near(&graph_.ends[order[i + kPlaces]]);
    bring_near(graph_.targets + graph_.begins[order[i + kRows]]);
    for (const VertexId u : graph_.neighbours(order[i + kLabels])) bring_near(&label_[u]);
    for (const VertexId u : graph_.neighbours(order[i + kCounts])) {
      bring_near_to_write(&count_[label_[u]]);
    }
  }

 private:
  // How many visits ahead: each step needs what the one before it, further ahead, has brought.
  static constexpr std::size_t kCounts = 2;
  static constexpr std::size_t kLabels = 4;
  static constexpr std::size_t kRows = 8;
  static constexpr std::size_t kPlaces = 16;

  const Condensed& graph_;
  const std::uint32_t* label_;
  const Count* count_;
};

}  // namespace summitry::communities
