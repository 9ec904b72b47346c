#include "algorithms/communities/rows/labels.hpp"

#include <numeric>

namespace summitry::communities {

std::vector<std::uint32_t> labels_apart(VertexId count) {
  std::vector<std::uint32_t> labels(count);
  std::iota(labels.begin(), labels.end(), std::uint32_t{0});
  return labels;
}

std::vector<VertexId> random_order(VertexId count, Random& random) {
  std::vector<VertexId> order = labels_apart(count);
  random.shuffle(std::span<VertexId>(order));
  return order;
}

ByLabel by_label(std::span<const std::uint32_t> labels, std::uint32_t count) {
  ByLabel result;
  result.begin.assign(count + std::size_t{1}, 0);
  for (const std::uint32_t label : labels) ++result.begin[label + std::size_t{1}];
  for (std::size_t c = 0; c < count; ++c) result.begin[c + 1] += result.begin[c];
  result.order.resize(labels.size());
  std::vector<std::uint32_t> next(result.begin.begin(), result.begin.end() - 1);
  for (VertexId v = 0; v < labels.size(); ++v) result.order[next[labels[v]]++] = v;
  return result;
}

std::uint32_t renumber(std::vector<std::uint32_t>& labels, std::uint32_t labels_below) {
  constexpr std::uint32_t kUnseen = UINT32_MAX;
  std::vector<std::uint32_t> number(labels_below, kUnseen);
  std::uint32_t count = 0;
  for (std::uint32_t& label : labels) {
    if (number[label] == kUnseen) number[label] = count++;
    label = number[label];
  }
  return count;
}

std::uint32_t renumber(std::vector<std::uint32_t>& labels) {
  return renumber(labels, static_cast<std::uint32_t>(labels.size()));
}

}  // namespace summitry::communities
