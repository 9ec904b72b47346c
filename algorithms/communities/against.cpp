#include "algorithms/communities/against.hpp"

#include <algorithm>
#include <cmath>

namespace summitry::communities {
namespace {

double pairs(double n) {
  return 0.5 * n * (n - 1.0);
}

}  // namespace

Against::Against(const Partition& partition)
    : begin_(partition.count + 1, 0), order_(partition.community.size()) {
  for (const std::uint32_t c : partition.community) ++begin_[c + 1];
  for (std::size_t c = 0; c < partition.count; ++c) begin_[c + 1] += begin_[c];
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::uint32_t v = 0; v < order_.size(); ++v) order_[next[partition.community[v]]++] = v;
}

Closeness Against::to(const Partition& other) {
  std::vector<std::uint32_t> size(other.count, 0);
  for (const std::uint32_t c : other.community) ++size[c];
  shared_.resize(std::max<std::size_t>(shared_.size(), other.count), 0);
  double together = 0.0;
  double first = 0.0;
  double second = 0.0;
  double distance = 0.0;
  for (const std::uint32_t count : size) second += pairs(count);
  for (std::size_t c = 0; c + 1 < begin_.size(); ++c) {
    const double here = begin_[c + 1] - begin_[c];
    first += pairs(here);
    for (std::uint32_t i = begin_[c]; i < begin_[c + 1]; ++i) {
      const std::uint32_t there = other.community[order_[i]];
      if (shared_[there]++ == 0) occurring_.push_back(there);
    }
    for (const std::uint32_t there : occurring_) {
      const double both = shared_[there];
      shared_[there] = 0;
      together += pairs(both);
      distance += both * (std::log(here / both) + std::log(size[there] / both));
    }
    occurring_.clear();
  }
  const double n = static_cast<double>(order_.size());
  if (together == first && together == second) return {};
  const double expected = first * second / pairs(n);
  return {(together - expected) / (0.5 * (first + second) - expected),
          distance / (n * std::log(n))};
}

}  // namespace summitry::communities
