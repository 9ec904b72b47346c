#include "algorithms/centrality/path_sampler.hpp"

#include <algorithm>

namespace summitry {

PathSampler::PathSampler(const Graph& graph) : graph_(graph) {
  if (graph.weighted()) {
    lengthwise_ = std::make_unique<Lengthwise>(graph);
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
  if (lengthwise_) {
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

void PathSampler::draw_lengths(VertexId source, VertexId target, Random& random) {
  lengthwise_->search(source);
  const auto order = lengthwise_->order();
  if (std::find(order.begin(), order.end(), target) == order.end()) return;
  for (VertexId v = target; v != source;) {
    if (v != target) inside_.push_back(v);
    step_back(v, random, v);
  }
}

void PathSampler::step_back(VertexId at, Random& random, VertexId& before) {
  const Arcs out = arcs(graph_, Along::out);
  double left = random.unit() * lengthwise_->paths(at);
  VertexId last = at;
  for (const VertexId u : graph_.in(at)) {
    if (u == last || u == at) continue;  // a parallel edge, seen below; a loop
    last = u;
    const auto row = graph_.out(u);
    const auto [first, end] = std::equal_range(row.begin(), row.end(), at);
    for (auto arc = first; arc != end; ++arc) {
      const std::size_t k = out.begin(u) + static_cast<std::size_t>(arc - row.begin());
      if (!lengthwise_->on_path(u, k, at)) continue;
      before = u;
      left -= lengthwise_->paths(u);
      if (left < 0.0) return;
    }
  }
}

}  // namespace summitry
