// The queue of Dijkstra's search where no edge is much longer than another: entries lie in buckets that
// are narrower than the shortest edge is long, so that nothing in a bucket can be improved from within
// it, and no order is needed there.
//
// Cost       O(1) to push and to take, and one step for each bucket passed
// Method     Dinitz 1978, Economical algorithms for finding shortest paths in a network, on the buckets
//            of Dial 1969, doi:10.1145/363269.363610
// See also   monotone_heap.hpp, for all other lengths
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "algorithms/structure/searches/monotone_heap.hpp"

namespace summitry {

class LengthBuckets {
 public:
  using Entry = MonotoneHeap::Entry;

  // For searches along edges of these lengths, > 0.
  explicit LengthBuckets(std::span<const double> lengths) {
    constexpr double kMostBuckets = 64.0;  // that a search passes for each edge of a path
    constexpr double kNarrower = 0.999;    // than the shortest edge, by more than rounding
    if (lengths.empty()) return;
    const auto [least, most] = std::ranges::minmax(lengths);
    // One over anything less is no double.
    if (!(least >= std::numeric_limits<double>::min())) return;
    if (!(most / least <= kMostBuckets)) return;
    buckets_an_unit_ = 1.0 / (kNarrower * least);
    buckets_.resize(std::bit_ceil(static_cast<std::size_t>(most * buckets_an_unit_) + 2));
  }

  // Whether lengths are such that this queue pays.
  [[nodiscard]] bool usable() const { return !buckets_.empty(); }

  // For the next search.
  void clear() {
    if (count_ > 0) {
      for (std::vector<Entry>& bucket : buckets_) bucket.clear();
    }
    current_ = 0;
    count_ = 0;
  }

  // Longer than the last one taken by the length of an edge, or the first.
  void push(Entry entry) {
    const auto bucket = static_cast<std::size_t>(entry.length * buckets_an_unit_);
    buckets_[bucket & (buckets_.size() - 1)].push_back(entry);
    ++count_;
  }

  // Takes an entry of the nearest bucket that is alive; false when there is none.
  template <class Alive>
  [[nodiscard]] bool take(Entry& first, const Alive& alive) {
    while (count_ > 0) {
      std::vector<Entry>& nearest = buckets_[current_ & (buckets_.size() - 1)];
      if (nearest.empty()) {
        ++current_;
        continue;
      }
      first = nearest.back();
      nearest.pop_back();
      --count_;
      if (alive(first)) return true;
    }
    return false;
  }

 private:
  double buckets_an_unit_ = 0.0;
  std::vector<std::vector<Entry>> buckets_;  // round and round
  std::size_t current_ = 0;
  std::size_t count_ = 0;  // entries
};

}  // namespace summitry
