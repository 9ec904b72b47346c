// A partition against many others: the two agreements that stability rests on, without sorting.
//
//   agreement  adjusted Rand index            distance  variation of information / log n
//
// Reads      canonical partitions of equally many vertices
// Gives      agreement at most 1, about 0 for partitions that have nothing to do with one another;
//            distance in [0, 1], 0 for equal ones. Same values as agreement.hpp.
// Cost       O(n) a comparison
// Method     Hubert & Arabie 1985, doi:10.1007/BF01908075; Meila 2007,
//            doi:10.1016/j.jmva.2006.11.013, her bound log n as unit
#pragma once

#include <cstdint>
#include <vector>

#include "algorithms/communities/rows/labels.hpp"
#include "engine/partition.hpp"

namespace summitry::communities {

struct Closeness {
  double agreement = 1.0;
  double distance = 0.0;
};

class Against {
 public:
  explicit Against(const Partition& partition);

  [[nodiscard]] Closeness to(const Partition& other);

 private:
  ByLabel members_;
  std::uint32_t count_;
  std::vector<std::uint32_t> shared_;     // with each community of the other: zero between uses
  std::vector<std::uint32_t> occurring_;  // those that are not zero
};

}  // namespace summitry::communities
