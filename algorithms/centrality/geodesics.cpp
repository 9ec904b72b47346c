#include "algorithms/centrality/geodesics.hpp"

namespace summitry {

Lengthwise::Lengthwise(const PathRows& rows)
    : rows_(rows),
      buckets_(rows.weights),
      distance_(rows.size(), kFar),
      position_(rows.size(), 0),
      paths_(rows.size(), 0.0) {}

void Lengthwise::search(VertexId source) {
  for (const VertexId v : order_) distance_[v] = kFar;
  order_.clear();
  steps_.clear();
  if (buckets_.usable()) {
    search(source, buckets_);
  } else {
    search(source, heap_);
  }
  count();
}

template <class Queue>
void Lengthwise::search(VertexId source, Queue& queue) {
  queue.clear();
  queue.push({0.0, source});
  distance_[source] = 0.0;
  // An entry that a shorter path has overtaken is dead.
  const auto alive = [this](const auto& entry) { return entry.length == distance_[entry.vertex]; };
  for (typename Queue::Entry next{}; queue.take(next, alive);) {
    position_[next.vertex] = static_cast<VertexId>(order_.size());
    order_.push_back(next.vertex);
    pass(next.vertex, queue);
  }
}

template <class Queue>
void Lengthwise::pass(VertexId v, Queue& queue) {
  const double so_far = distance_[v];
  for (std::uint32_t k = rows_.offsets[v]; k < rows_.offsets[v + 1]; ++k) {
    const VertexId w = rows_.ends[k];
    const double length = so_far + rows_.weights[k];
    if (length > distance_[w] * kSame) continue;
    steps_.push_back({v, w, k, length});
    if (length < distance_[w]) {
      distance_[w] = length;
      queue.push({length, w});
    }
  }
}

// Keeps the steps that no shorter path has overtaken, none against the order.
void Lengthwise::count() {
  for (const VertexId v : order_) paths_[v] = 0.0;
  paths_[order_.front()] = 1.0;
  std::size_t kept = 0;
  for (const Step& step : steps_) {
    const bool on_path =
        position_[step.from] < position_[step.to] && step.length <= distance_[step.to] * kSame;
    if (!on_path) continue;
    paths_[step.to] += paths_[step.from];
    steps_[kept++] = step;
  }
  steps_.resize(kept);
}

}  // namespace summitry
