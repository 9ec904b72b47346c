#include "algorithms/centrality/rows/blocks.hpp"

#include <numeric>

#include "engine/parallel.hpp"

namespace summitry {

Blocks::Blocks(const Graph& graph, Along along, std::span<const std::uint32_t> labels,
               std::uint32_t count)
    : order_(labels.size()), begin_(std::size_t{count} + 1, 0) {
  for (const std::uint32_t label : labels) ++begin_[label + 1];
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  std::vector<VertexId> next(begin_.begin(), begin_.end() - 1);
  std::vector<VertexId> place(labels.size());  // of a vertex within its part
  for (VertexId v = 0; v < labels.size(); ++v) {
    place[v] = next[labels[v]] - begin_[labels[v]];
    order_[next[labels[v]]++] = v;
  }
  const Arcs rows = arcs(graph, along);
  for (const VertexId v : order_) add_row(rows, v, labels, place);
}

void Blocks::add_row(const Arcs& rows, VertexId v, std::span<const std::uint32_t> labels,
                     std::span<const VertexId> place) {
  for (std::size_t k = rows.begin(v); k < rows.end(v); ++k) {
    if (labels[rows.ends[k]] != labels[v]) continue;
    ends_.push_back(place[rows.ends[k]]);
    if (!rows.weights.empty()) weights_.push_back(rows.weights[k]);
  }
  offsets_.push_back(ends_.size());
}

void Blocks::multiply(std::uint32_t part, std::span<const double> x, std::span<double> result,
                      const Run& run) const {
  constexpr std::size_t kBlock = 16384;
  Run quiet = run;
  quiet.progress = nullptr;
  const std::size_t first = begin_[part];
  parallel_blocks(x.size(), kBlock, quiet, "", [&](const Block& block) {
    for (std::size_t i = block.begin; i < block.end; ++i) {
      double total = 0.0;
      for (std::size_t k = offsets_[first + i]; k < offsets_[first + i + 1]; ++k) {
        total += weights_.empty() ? x[ends_[k]] : weights_[k] * x[ends_[k]];
      }
      result[i] = total;
    }
  });
}

}  // namespace summitry
