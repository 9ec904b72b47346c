// The upper envelope of partitions over the resolution: which of them is best where, exactly.
//
//   quality(partition, r) = inside - r * expected         a straight line in r
//
// Gives      the lines that are highest somewhere in [from, to], by rising r, with the range of each;
//            the ranges meet. Of lines that are equal the first.
// Cost       O(lines * lines on the envelope)
// Method     CHAMP: Weir, Emmons, Gibson, Taylor & Mucha 2017, doi:10.3390/a10030093; modularity and
//            CPM alike
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace summitry::communities {

struct Line {
  double inside = 0.0;    // quality at resolution 0
  double expected = 0.0;  // what each unit of resolution takes away, >= 0

  [[nodiscard]] double at(double resolution) const { return inside - resolution * expected; }
};

struct Dominant {
  std::size_t line = 0;
  double from = 0.0;
  double to = 0.0;
};

[[nodiscard]] std::vector<Dominant> upper_envelope(std::span<const Line> lines, double from,
                                                   double to);

}  // namespace summitry::communities
