#include "engine/partition.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace summitry {

Partition canonical(std::span<const std::uint32_t> labels) {
  // Dense numbers in order of first vertex, so that a stable sort by size breaks ties by it.
  std::unordered_map<std::uint32_t, std::uint32_t> dense;
  std::vector<std::uint32_t> first(labels.size());
  std::vector<std::size_t> size;
  for (std::size_t v = 0; v < labels.size(); ++v) {
    first[v] = dense.emplace(labels[v], static_cast<std::uint32_t>(size.size())).first->second;
    if (first[v] == size.size()) size.push_back(0);
    ++size[first[v]];
  }
  std::vector<std::uint32_t> order(size.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&size](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> number(size.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;

  Partition partition;
  partition.count = static_cast<std::uint32_t>(size.size());
  for (const std::uint32_t label : first) partition.community.push_back(number[label]);
  return partition;
}

std::vector<std::vector<std::uint32_t>> members(const Partition& partition) {
  std::vector<std::vector<std::uint32_t>> groups(partition.count);
  for (std::uint32_t v = 0; v < partition.community.size(); ++v) {
    groups[partition.community[v]].push_back(v);
  }
  return groups;
}

}  // namespace summitry
