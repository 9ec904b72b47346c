#include "algorithms/continuity/curveball.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace summitry {

Curveball::Curveball(Rosters observed, Random random)
    : rosters_(std::move(observed)), random_(random) {}

void Curveball::trade(std::size_t times) {
  if (rosters_.size() < 2) return;
  for (; times > 0; --times) {
    const std::size_t first = random_.below(rosters_.size());
    std::size_t second = random_.below(rosters_.size() - 1);
    if (second >= first) ++second;
    trade_between(rosters_[first], rosters_[second]);
  }
}

void Curveball::trade_between(std::vector<std::uint32_t>& a, std::vector<std::uint32_t>& b) {
  pool_.clear();
  both_.clear();
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(pool_));
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both_));
  const auto dealt_to_a = static_cast<std::ptrdiff_t>(a.size() - both_.size());
  random_.shuffle(std::span<std::uint32_t>(pool_));
  const auto middle = pool_.begin() + dealt_to_a;
  std::sort(pool_.begin(), middle);
  std::sort(middle, pool_.end());
  std::merge(both_.begin(), both_.end(), pool_.begin(), middle, a.begin());
  std::merge(both_.begin(), both_.end(), middle, pool_.end(), b.begin());
}

}  // namespace summitry
