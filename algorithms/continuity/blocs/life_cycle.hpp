// The life of communities from edition to edition: which go on, grow, shrink, merge, split, end,
// begin and come back.
//
// Every community of an edition is compared with the last known state (the front) of every thread of
// earlier communities; a thread and a community match when the Jaccard index of their members is at
// least the threshold.
//
//   birth         no thread matches (at the first edition communities only begin to be seen)
//   continuation  one thread, one community; growth and shrink when the size changed by more than
//                 the ratio; resurgence when the thread was not seen at the edition before
//   merge         several threads match one community
//   split         one thread matches several communities
//   death         a thread is not seen at its next `patience` editions, nor later; where the series
//                 ends before, nothing is said
//
// After a merge the best-matching thread goes on and the others end in it; after a split the
// best-matching community goes on with the thread and the others begin threads of their own.
//
// Reads      members by community and edition, ascending; communities below least_size are no blocs
// Gives      changes in order of edition, event and communities; and for each how many of the
//            thresholds of the sweep find it, event, edition, communities and origins alike
// Cost       O(editions * (members + pairs of threads and communities that share one)) a threshold
// Method     Greene, Doyle & Cunningham 2010, doi:10.1109/ASONAM.2010.17, with >= for >; merged threads
//            are closed, so that one merge does not count again at every later edition
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/blocs.hpp"

namespace summitry {

struct LifeCycleOptions {
  double threshold = 0.3;      // in (0, 1]
  double size_ratio = 0.1;     // >= 0; growth beyond 1 + ratio, shrink below 1 / (1 + ratio)
  std::size_t patience = 1;    // >= 1; editions missed before a death
  std::size_t least_size = 2;  // >= 1; members
  std::vector<double> sweep = {0.1, 0.2, 0.3, 0.4, 0.5};  // each in (0, 1]
};

using Members = std::vector<std::vector<std::uint32_t>>;  // by community

// Throws InvalidOption.
[[nodiscard]] LifeCycle life_cycle(const std::vector<Members>& editions,
                                   const LifeCycleOptions& options = {});

}  // namespace summitry
