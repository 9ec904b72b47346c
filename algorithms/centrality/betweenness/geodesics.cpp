#include "algorithms/centrality/betweenness/geodesics.hpp"

namespace summitry {

Lengthwise::Lengthwise(const PathRows& rows)
    : rows_(rows),
      search_(rows.weights, rows.size()),
      position_(rows.size(), 0),
      paths_(rows.size(), 0.0) {}

void Lengthwise::search(VertexId source) {
  steps_.clear();
  VertexId settled = 0;
  search_.search(source, [&](VertexId v, const auto& reach) {
    position_[v] = settled++;
    const double so_far = search_.distance(v);
    for (std::uint32_t k = rows_.offsets[v]; k < rows_.offsets[v + 1]; ++k) {
      const VertexId w = rows_.ends[k];
      const double length = so_far + rows_.weights[k];
      if (length > search_.distance(w) * kSameLength) continue;
      steps_.push_back({v, w, k, length});
      if (length < search_.distance(w)) reach(w, length);
    }
  });
  count();
}

// Keeps the steps that no shorter path has overtaken, none against the order.
void Lengthwise::count() {
  for (const VertexId v : order()) paths_[v] = 0.0;
  paths_[order().front()] = 1.0;
  std::size_t kept = 0;
  for (const Step& step : steps_) {
    const bool on_path = position_[step.from] < position_[step.to] &&
                         step.length <= search_.distance(step.to) * kSameLength;
    if (!on_path) continue;
    paths_[step.to] += paths_[step.from];
    steps_[kept++] = step;
  }
  steps_.resize(kept);
}

}  // namespace summitry
