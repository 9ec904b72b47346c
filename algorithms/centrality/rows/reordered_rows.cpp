#include "algorithms/centrality/rows/reordered_rows.hpp"

#include <algorithm>

namespace summitry {

std::vector<VertexId> by_row_length(const Arcs& rows, std::span<const std::uint32_t> labels,
                                    std::uint32_t count) {
  const std::size_t n = rows.offsets.size() - 1;
  std::size_t most = 0;
  for (std::size_t v = 0; v < n; ++v) most = std::max(most, rows.end(v) - rows.begin(v));
  std::vector<VertexId> place(most + 2, 0);
  const auto rank = [&](std::size_t v) { return most - (rows.end(v) - rows.begin(v)); };
  for (std::size_t v = 0; v < n; ++v) ++place[rank(v) + 1];
  for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<VertexId> order(n);
  for (VertexId v = 0; v < n; ++v) order[place[rank(v)]++] = v;
  if (labels.empty() || count < 2) return order;

  place.assign(std::size_t{count} + 1, 0);
  for (const std::uint32_t label : labels) ++place[label + 1];
  for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<VertexId> grouped(n);
  for (const VertexId v : order) grouped[place[labels[v]]++] = v;
  return grouped;
}

std::vector<VertexId> places_in(std::span<const VertexId> order) {
  std::vector<VertexId> place(order.size());
  for (VertexId i = 0; i < order.size(); ++i) place[order[i]] = i;
  return place;
}

ReorderedRows::ReorderedRows(const Arcs& rows, std::span<const VertexId> order,
                             std::span<const VertexId> number, const Run& run)
    : offsets_(order.size() + 1, 0),
      ends_(std::make_unique_for_overwrite<VertexId[]>(rows.ends.size())),
      weights_(std::make_unique_for_overwrite<double[]>(rows.weights.size())) {
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t length = rows.end(order[i]) - rows.begin(order[i]);
    offsets_[i + 1] = offsets_[i] + static_cast<std::uint32_t>(length);
  }
  arcs_ = {offsets_, {ends_.get(), rows.ends.size()}, {weights_.get(), rows.weights.size()}};
  RowBlocks(arcs_, 0, size()).each(run, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      std::size_t to = offsets_[i];
      for (std::size_t k = rows.begin(order[i]); k < rows.end(order[i]); ++k, ++to) {
        ends_[to] = number[rows.ends[k]];
        if (!rows.weights.empty()) weights_[to] = rows.weights[k];
      }
    }
  });
}

RowBlocks::RowBlocks(const Arcs& rows, std::size_t begin, std::size_t end) : cuts_{begin} {
  constexpr std::size_t kWork = std::size_t{1} << 16;  // arcs, and four a row
  std::size_t work = 0;
  for (std::size_t v = begin; v < end; ++v) {
    work += rows.end(v) - rows.begin(v) + 4;
    if (work >= kWork || v + 1 == end) {
      cuts_.push_back(v + 1);
      work = 0;
    }
  }
}

void RowBlocks::each(
    const Run& run,
    const std::function<void(std::size_t block, std::size_t first, std::size_t last)>& work) const {
  Run quiet = run;  // too short to be worth a progress line
  quiet.progress = nullptr;
  parallel_blocks(cuts_.size() - 1, 1, quiet, "", [&](const Block& block) {
    work(block.index, cuts_[block.index], cuts_[block.index + 1]);
  });
}

}  // namespace summitry
