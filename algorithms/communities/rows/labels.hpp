// Labels by vertex and orders of vertices: small steps that all searches for communities share.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/graph.hpp"
#include "engine/random.hpp"

namespace summitry::communities {

// 0, 1, …: a label for each.
[[nodiscard]] std::vector<std::uint32_t> labels_apart(VertexId count);

// All vertices in an order by chance.
[[nodiscard]] std::vector<VertexId> random_order(VertexId count, Random& random);

// Numbers labels 0, 1, … in the order of their first vertex; returns how many. Labels are below the size.
std::uint32_t renumber(std::vector<std::uint32_t>& labels);
// The same of labels below another bound.
std::uint32_t renumber(std::vector<std::uint32_t>& labels, std::uint32_t labels_below);

// Vertices by label: those of c are order[begin[c]] up to order[begin[c + 1]], ascending.
struct ByLabel {
  std::vector<std::uint32_t> begin;
  std::vector<VertexId> order;

  [[nodiscard]] std::span<const VertexId> of(std::size_t c) const {
    return {order.data() + begin[c], order.data() + begin[c + 1]};
  }
};
// Labels are 0..count-1. O(n + count).
[[nodiscard]] ByLabel by_label(std::span<const std::uint32_t> labels, std::uint32_t count);

// Splits every community into its connected parts; returns how many parts there are. `Rows` has size()
// and neighbours(v), which go both ways.
template <class Rows>
[[nodiscard]] std::uint32_t split_disconnected(const Rows& rows,
                                               std::vector<std::uint32_t>& community) {
  constexpr std::uint32_t kUnseen = UINT32_MAX;
  std::vector<std::uint32_t> part(rows.size(), kUnseen);
  std::vector<VertexId> frontier;
  std::uint32_t count = 0;
  for (VertexId start = 0; start < rows.size(); ++start) {
    if (part[start] != kUnseen) continue;
    part[start] = count;
    frontier.assign(1, start);
    while (!frontier.empty()) {
      const VertexId v = frontier.back();
      frontier.pop_back();
      for (const VertexId u : rows.neighbours(v)) {
        if (part[u] != kUnseen || community[u] != community[v]) continue;
        part[u] = count;
        frontier.push_back(u);
      }
    }
    ++count;
  }
  community = std::move(part);
  return count;
}

}  // namespace summitry::communities
