#include "algorithms/communities/agreement/against.hpp"

#include <algorithm>
#include <cmath>

namespace summitry::communities {
namespace {

double pairs(double n) {
  return 0.5 * n * (n - 1.0);
}

}  // namespace

Against::Against(const Partition& partition)
    : members_(by_label(partition.community, partition.count)), count_(partition.count) {}

Closeness Against::to(const Partition& other) {
  std::vector<std::uint32_t> size(other.count, 0);
  for (const std::uint32_t c : other.community) ++size[c];
  shared_.resize(std::max<std::size_t>(shared_.size(), other.count), 0);
  double together = 0.0;
  double first = 0.0;
  double second = 0.0;
  double distance = 0.0;
  for (const std::uint32_t count : size) second += pairs(count);
  for (std::uint32_t c = 0; c < count_; ++c) {
    const auto members = members_.of(c);
    const auto here = static_cast<double>(members.size());
    first += pairs(here);
    for (const VertexId v : members) {
      const std::uint32_t there = other.community[v];
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
  const double n = static_cast<double>(other.community.size());
  if (together == first && together == second) return {};
  const double expected = first * second / pairs(n);
  return {(together - expected) / (0.5 * (first + second) - expected),
          distance / (n * std::log(n))};
}

}  // namespace summitry::communities
