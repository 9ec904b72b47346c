// The table of two partitions of the same vertices: how many are in community i of the one and j of the
// other. What all agreements are made of (agreement.hpp); made once for several of them.
//
// Reads      labels may be any numbers; only who is together counts
// Cost       O(n log n)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace summitry {

using Labels = std::span<const std::uint32_t>;

struct Contingency {
  struct Shared {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    double count = 0.0;  // >= 1
  };

  Contingency() = default;
  // Throws InvalidOption when the partitions are not of equally many vertices.
  Contingency(Labels first_labels, Labels second_labels);

  // Each community of one is exactly one of the other.
  [[nodiscard]] bool same() const {
    return shared.size() == first.size() && shared.size() == second.size();
  }

  double n = 0.0;
  std::vector<double> first;  // sizes
  std::vector<double> second;
  std::vector<Shared> shared;  // without zeros, by row and column
};

}  // namespace summitry
