// The best partition of valued pairs, by branch and bound, and a proof that it is the best.
//
// Pairs that cannot be apart, or together, in anything better than the best that is known are found by
// their reduced values (clique_bound.hpp) and settled; what remains is branched on, a pair at a time.
// Before all that a vertex is joined to another when that is worth at least as much as all its other
// pairs can cost (for modularity: a vertex of one neighbour, Arenas et al. 2007), and what no positive
// value joins is solved one by one.
//
// Cost       exponential at worst; a few bounds where the communities are clear
// Method     clique partitioning: Groetschel & Wakabayashi 1989, doi:10.1007/BF01589097; joining in
//            advance: Arenas, Duch, Fernandez & Gomez 2007, doi:10.1088/1367-2630/9/6/176, in the form
//            for any values of Lange, Andres & Swoboda 2019, doi:10.1109/CVPR.2019.00625
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/communities/agreement/pair_values.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

struct CliquePartition {
  std::vector<std::uint32_t> community;
  double value = 0.0;
  double bound = 0.0;     // nothing is worth more than this; the value itself when proven
  std::size_t nodes = 0;  // subproblems that were bounded
  bool proven = false;    // nothing is worth more by as much as the `step`
  double work = 0.0;      // iterations of the bound times its stars
};

struct CliqueSearch {
  double step = 0.0;             // differences smaller than this do not count
  std::size_t max_nodes = 1000;  // of all parts together; then the search is given up
  double most_work = 1e10;       // the same; about a minute
};

// Goes on from `start`, which is improved or kept. Throws Cancelled.
[[nodiscard]] CliquePartition best_clique_partition(const PairValues& pairs,
                                                    std::span<const std::uint32_t> start,
                                                    const CliqueSearch& search, const Run& run);

}  // namespace summitry::communities
