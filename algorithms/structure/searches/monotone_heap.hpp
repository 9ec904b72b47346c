// The nearest first, where nothing is nearer than what was taken last: the queue of Dijkstra's search.
// Entries lie in buckets by the highest bit in which their length differs from the last one taken, so
// that putting one in costs a few steps, and each moves to a lower bucket a few times at most. The heap
// is lazy: when a shorter way is found a second entry is put in, and the first stays where it is, dead,
// as the caller says when it comes up.
//
// Cost       O(1) to push and O(bits) amortised to take, O(log entries) in practice
// Method     Ahuja, Mehlhorn, Orlin & Tarjan 1990, doi:10.1145/77600.77615 (one level), on the bits of
//            doubles, which are in the order of the numbers where these are not negative
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

class MonotoneHeap {
 public:
  struct Entry {
    double length;  // >= 0
    VertexId vertex;
  };

  // For the next search, which may begin at 0 again.
  void clear() {
    for (std::vector<Entry>& bucket : buckets_) bucket.clear();
    filled_ = 0;
    last_ = 0;
  }

  // Not shorter than the last one taken.
  void push(Entry entry) {
    const auto bucket = static_cast<std::size_t>(std::bit_width(bits(entry) ^ last_));
    buckets_[bucket].push_back(entry);
    if (bucket > 0) filled_ |= std::uint64_t{1} << (bucket - 1);
  }

  // Takes the first entry that is alive, by length, then vertex (but what was put in as long as the last
  // one taken comes at once); false when there is none. What is dead may be thrown away earlier:
  // alive(entry) must not turn true again.
  template <class Alive>
  [[nodiscard]] bool take(Entry& first, const Alive& alive) {
    std::vector<Entry>& nearest = buckets_[0];
    do {
      while (nearest.empty()) {
        if (filled_ == 0) return false;
        refill(alive);
      }
      first = nearest.back();
      nearest.pop_back();
    } while (!alive(first));
    return true;
  }

 private:
  static std::uint64_t bits(const Entry& entry) {
    return std::bit_cast<std::uint64_t>(entry.length);
  }

  // Spreads the lowest bucket over those below it, which are empty.
  template <class Alive>
  void refill(const Alive& alive) {
    const int lowest = std::countr_zero(filled_) + 1;
    filled_ &= filled_ - 1;
    std::vector<Entry>& from = buckets_[static_cast<std::size_t>(lowest)];
    std::erase_if(from, [&](const Entry& entry) { return !alive(entry); });
    if (from.empty()) return;
    last_ = bits(*std::min_element(from.begin(), from.end(), [](const Entry& a, const Entry& b) {
      return a.length < b.length;
    }));
    for (const Entry& entry : from) push(entry);
    from.clear();
    std::sort(buckets_[0].begin(), buckets_[0].end(),
              [](const Entry& a, const Entry& b) { return a.vertex > b.vertex; });
  }

  std::array<std::vector<Entry>, 65>
      buckets_;               // [0]: as long as the last one taken, the last first
  std::uint64_t filled_ = 0;  // bit i: bucket i + 1 is not empty
  std::uint64_t last_ = 0;    // bits of the length taken last
};

}  // namespace summitry
