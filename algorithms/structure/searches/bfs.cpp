#include "algorithms/structure/searches/bfs.hpp"

namespace summitry {

HopSearch::HopSearch(const Graph& graph, Along along)
    : ahead_(arcs(graph, along)),
      back_(arcs(graph, along == Along::out ? Along::in : Along::out)),
      distance_(graph.vertex_count(), kFar) {}

void HopSearch::reach(VertexId v, std::uint32_t distance) {
  distance_[v] = distance;
  reached_.push_back(v);
  level_arcs_ += ahead_.end(v) - ahead_.begin(v);
}

void HopSearch::push(std::uint32_t next) {
  const std::size_t end = reached_.size();
  for (std::size_t i = level_begin_.back(); i < end; ++i) {
    const VertexId v = reached_[i];
    for (std::size_t k = ahead_.begin(v); k < ahead_.end(v); ++k) {
      if (distance_[ahead_.ends[k]] == kFar) reach(ahead_.ends[k], next);
    }
  }
  level_begin_.push_back(end);
}

void HopSearch::pull(std::uint32_t next) {
  level_begin_.push_back(reached_.size());
  for (VertexId v = 0; v < distance_.size(); ++v) {
    if (distance_[v] != kFar) continue;
    for (std::size_t k = back_.begin(v); k < back_.end(v); ++k) {
      if (distance_[back_.ends[k]] + 1 != next) continue;  // kFar + 1 is 0: never next
      reach(v, next);
      break;
    }
  }
}

std::uint32_t HopSearch::search(VertexId source) {
  constexpr std::size_t kPullShare = 14;  // the paper's alpha
  for (const VertexId v : reached_) distance_[v] = kFar;
  reached_.clear();
  level_begin_.assign(1, 0);
  level_arcs_ = 0;
  left_arcs_ = ahead_.ends.size();
  reach(source, 0);
  for (std::uint32_t next = 1;; ++next) {
    const std::size_t frontier = level_arcs_;
    left_arcs_ -= frontier;
    level_arcs_ = 0;
    if (frontier * kPullShare > left_arcs_ + distance_.size()) {
      pull(next);
    } else {
      push(next);
    }
    if (reached_.size() == level_begin_.back()) return next - 1;
  }
}

std::span<const VertexId> HopSearch::level(std::uint32_t distance) const {
  const std::size_t begin = level_begin_[distance];
  const std::size_t end = distance + std::size_t{1} < level_begin_.size()
                              ? level_begin_[distance + 1]
                              : reached_.size();
  return std::span(reached_).subspan(begin, end - begin);
}

}  // namespace summitry
