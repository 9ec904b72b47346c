#include "algorithms/centrality/distances/level_counts.hpp"

#include <algorithm>
#include <utility>

namespace summitry {

LevelCounts::LevelCounts(const Graph& graph)
    : ahead_(arcs(graph, Along::in)),
      back_(arcs(graph, Along::out)),
      seen_(graph.vertex_count()),
      frontier_(graph.vertex_count()),
      next_(graph.vertex_count()) {}

void LevelCounts::begin(std::span<const VertexId> vertices) {
  std::fill(seen_.begin(), seen_.end(), 0U);
  list_.assign(vertices.begin(), vertices.end());
  list_arcs_ = 0;
  all_ = 0;
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    seen_[vertices[i]] = frontier_[vertices[i]] = std::uint64_t{1} << i;
    all_ |= std::uint64_t{1} << i;
    list_arcs_ += ahead_.end(vertices[i]) - ahead_.begin(vertices[i]);
  }
}

// Adds one to the count of every column that has a bit: digits with carries.
void LevelCounts::count_bits(std::uint64_t bits) {
  for (std::uint64_t& digit : digits_) {
    const std::uint64_t carry = digit & bits;
    digit ^= bits;
    bits = carry;
    if (bits == 0) return;
  }
  digits_.push_back(bits);
}

void LevelCounts::settle(VertexId v, std::uint64_t fresh) {
  seen_[v] |= fresh;
  next_[v] = fresh;
  list_.push_back(v);
  list_arcs_ += ahead_.end(v) - ahead_.begin(v);
  count_bits(fresh);
}

void LevelCounts::push() {
  for (const VertexId u : list_) {
    const std::uint64_t from = std::exchange(frontier_[u], 0);
    for (std::size_t k = ahead_.begin(u); k < ahead_.end(u); ++k) {
      const VertexId v = ahead_.ends[k];
      if ((from & ~seen_[v]) == 0) continue;
      if (next_[v] == 0) touched_.push_back(v);
      next_[v] |= from;
    }
  }
  list_.clear();
  list_arcs_ = 0;
  for (const VertexId v : touched_) settle(v, next_[v] & ~seen_[v]);
  touched_.clear();
}

void LevelCounts::pull() {
  std::swap(list_, touched_);
  list_arcs_ = 0;
  for (VertexId v = 0; v < seen_.size(); ++v) {
    const std::uint64_t missing = all_ & ~seen_[v];
    if (missing == 0) continue;
    std::uint64_t found = 0;
    for (std::size_t k = back_.begin(v); k < back_.end(v); ++k) {
      found |= frontier_[back_.ends[k]];
      if ((missing & ~found) == 0) break;
    }
    if ((found & missing) != 0) settle(v, found & missing);
  }
  for (const VertexId v : touched_) frontier_[v] = 0;
  touched_.clear();
}

std::vector<std::vector<std::uint32_t>> LevelCounts::count(std::span<const VertexId> vertices) {
  constexpr std::size_t kPushCost = 3;  // of an arc, in arcs pulled along
  std::vector<std::vector<std::uint32_t>> counts(vertices.size());
  begin(vertices);
  while (!list_.empty()) {
    digits_.clear();
    if (list_arcs_ * kPushCost < ahead_.ends.size()) {
      push();
    } else {
      pull();
    }
    std::swap(frontier_, next_);
    for (std::size_t lane = 0; lane < vertices.size(); ++lane) {
      std::uint32_t sum = 0;
      for (std::size_t i = 0; i < digits_.size(); ++i) {
        sum |= static_cast<std::uint32_t>(digits_[i] >> lane & 1U) << i;
      }
      if (sum > 0) counts[lane].push_back(sum);
    }
  }
  return counts;
}

}  // namespace summitry
