#include "algorithms/centrality/sampled/path_sampler.hpp"

#include <algorithm>
#include <cmath>

namespace summitry {

PathSampler::PathSampler(const Graph& graph) : graph_(graph) {
  if (graph.weighted()) {
    by_length_ = std::make_unique<Dijkstra>(graph, Along::out);
    position_.resize(graph.vertex_count());
    paths_.resize(graph.vertex_count());
    return;
  }
  sides_[0].ahead = sides_[1].back = arcs(graph, Along::out);
  sides_[1].ahead = sides_[0].back = arcs(graph, Along::in);
  for (Side& side : sides_) side.found.resize(graph.vertex_count());
}

std::span<const VertexId> PathSampler::draw(Random& random) {
  const std::uint64_t n = graph_.vertex_count();
  const auto source = static_cast<VertexId>(random.below(n));
  auto target = static_cast<VertexId>(random.below(n - 1));
  if (target >= source) ++target;
  inside_.clear();
  if (by_length_) {
    draw_lengths(source, target, random);
  } else {
    draw_hops(source, target, random);
  }
  return inside_;
}

void PathSampler::begin(Side& side, VertexId end) const {
  for (const VertexId v : side.reached) side.found[v] = {};
  side.reached.assign(1, end);
  side.found[end] = {1.0, 0};
  side.level_begin = 0;
  side.level_arcs = side.ahead.end(end) - side.ahead.begin(end);
}

// One level more. From the first meeting on only meetings count: what lies behind is farther.
bool PathSampler::widen(Side& side, const Side& other) {
  const std::size_t level_end = side.reached.size();
  side.level_arcs = 0;
  double paths = 0.0;
  for (std::size_t i = side.level_begin; i < level_end; ++i) {
    const VertexId v = side.reached[i];
    const Found from = side.found[v];
    for (std::size_t k = side.ahead.begin(v); k < side.ahead.end(v); ++k) {
      const VertexId w = side.ahead.ends[k];
      if (other.found[w].distance != kFar) {
        paths += from.paths * other.found[w].paths;
        meetings_.push_back({v, w, paths});
        continue;
      }
      Found& to = side.found[w];
      if (to.distance == kFar) {
        if (!meetings_.empty()) continue;
        to.distance = from.distance + 1;
        side.reached.push_back(w);
        side.level_arcs += side.ahead.end(w) - side.ahead.begin(w);
      }
      if (to.distance == from.distance + 1) to.paths += from.paths;
    }
  }
  side.level_begin = level_end;
  return !meetings_.empty();
}

void PathSampler::draw_hops(VertexId source, VertexId target, Random& random) {
  meetings_.clear();
  begin(sides_[0], source);
  begin(sides_[1], target);
  while (true) {
    const std::size_t narrow = sides_[0].level_arcs <= sides_[1].level_arcs ? 0 : 1;
    Side& side = sides_[narrow];
    const Side& other = sides_[1 - narrow];
    if (side.level_begin == side.reached.size()) return;  // nothing more to reach: no path
    if (!widen(side, other)) continue;
    const double chosen = random.unit() * meetings_.back().paths;
    const auto meeting =
        std::upper_bound(meetings_.begin(), meetings_.end() - 1, chosen,
                         [](double value, const Meeting& m) { return value < m.paths; });
    walk_back(side, meeting->near, random);
    walk_back(other, meeting->far, random);
    return;
  }
}

// From a vertex that one side has reached back to its end, each path with the same chance.
void PathSampler::walk_back(const Side& side, VertexId from, Random& random) {
  VertexId v = from;
  while (side.found[v].distance > 0) {
    inside_.push_back(v);
    double left = random.unit() * side.found[v].paths;
    VertexId before = v;
    for (std::size_t k = side.back.begin(v); k < side.back.end(v); ++k) {
      const Found& found = side.found[side.back.ends[k]];
      if (found.distance == kFar || found.distance + 1 != side.found[v].distance) continue;
      before = side.back.ends[k];
      left -= found.paths;
      if (left < 0.0) break;
    }
    v = before;
  }
}

bool PathSampler::leads(VertexId from, double length, VertexId to) const {
  if (!std::isfinite(by_length_->distance(from)) || position_[from] >= position_[to]) return false;
  return by_length_->distance(from) + length <= by_length_->distance(to) * kSameLength;
}

void PathSampler::draw_lengths(VertexId source, VertexId target, Random& random) {
  by_length_->search(source);
  if (!std::isfinite(by_length_->distance(target))) return;
  const auto order = by_length_->settled();
  for (std::size_t i = 0; i < order.size(); ++i) position_[order[i]] = static_cast<VertexId>(i);
  paths_[source] = 1.0;
  for (const VertexId v : order.subspan(1, position_[target])) {
    paths_[v] = 0.0;
    for (std::size_t k = 0; k < graph_.in(v).size(); ++k) {
      const VertexId u = graph_.in(v)[k];
      if (leads(u, graph_.in_weights(v)[k], v)) paths_[v] += paths_[u];
    }
  }
  for (VertexId v = step_back(target, random); v != source; v = step_back(v, random)) {
    inside_.push_back(v);
  }
}

VertexId PathSampler::step_back(VertexId at, Random& random) const {
  double left = random.unit() * paths_[at];
  VertexId before = at;
  for (std::size_t k = 0; k < graph_.in(at).size() && left >= 0.0; ++k) {
    const VertexId u = graph_.in(at)[k];
    if (!leads(u, graph_.in_weights(at)[k], at)) continue;
    before = u;
    left -= paths_[u];
  }
  return before;
}

}  // namespace summitry
