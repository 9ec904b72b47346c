// The nearest first: a heap with four children a place, whose entries are not moved when a shorter way
// is found; the caller skips what has been overtaken.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

class LazyHeap {
 public:
  struct Entry {
    double length;
    VertexId vertex;

    [[nodiscard]] bool before(const Entry& other) const {
      return length < other.length || (length == other.length && vertex < other.vertex);
    }
  };

  [[nodiscard]] bool empty() const { return places_.empty(); }
  void clear() { places_.clear(); }

  void push(Entry entry) {
    std::size_t place = places_.size();
    places_.push_back(entry);
    while (place > 0) {
      const std::size_t above = (place - 1) / 4;
      if (!entry.before(places_[above])) break;
      places_[place] = places_[above];
      place = above;
    }
    places_[place] = entry;
  }

  // By length, then vertex.
  Entry pop() {
    const Entry first = places_.front();
    const Entry last = places_.back();
    places_.pop_back();
    if (!places_.empty()) sink(last);
    return first;
  }

 private:
  void sink(Entry entry) {
    const std::size_t count = places_.size();
    std::size_t place = 0;
    for (std::size_t child = 1; child < count; child = 4 * place + 1) {
      std::size_t least = child;
      const std::size_t end = std::min(child + 4, count);
      for (++child; child < end; ++child) {
        if (places_[child].before(places_[least])) least = child;
      }
      if (!places_[least].before(entry)) break;
      places_[place] = places_[least];
      place = least;
    }
    places_[place] = entry;
  }

  std::vector<Entry> places_;
};

}  // namespace summitry
