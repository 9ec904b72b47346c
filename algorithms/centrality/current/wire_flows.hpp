// How much current each wire of a component carries, added up over all pairs of members of which one
// sends a unit to the other.
//
//   f(w) = sum over pairs s < t of |current along w|
//        = c(w) * sum over i of (2 i + 1 - n) d(i),  d the differences C(s, from) - C(s, to), rising in i
//
//   c conductance   C the inverse of the Laplacian with the hub grounded   n members, i from 0
//
// Cost       O(m n) time beside linear systems, at most one a wire: one a member where all rows of C
//            can be held (512 MiB: 8192 members), else some are held at a time, those with most
//            wires left first, and all others computed again beside them
// Method     Brandes & Fleischer 2005, doi:10.1007/978-3-540-31856-9_44; sorted by radix
// See also   current_flow_betweenness.hpp, potentials.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/centrality/circuits/potentials.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Values parallel to component.wires(). `held`: how many numbers may be held at once.
[[nodiscard]] Scores wire_flows(const Component& component, const Potentials& potentials,
                                std::size_t held, const Run& run);

// Sum over all pairs of |difference(s) - difference(t)|, with space for what sorting needs. Reorders
// nothing that is given.
class PairSums {
 public:
  [[nodiscard]] double over_pairs(std::span<const double> differences);

 private:
  void sort(std::span<const double> differences);

  std::vector<std::uint64_t> keys_, spare_;  // a rounded difference before its place
  std::vector<double> sorted_;
};

}  // namespace summitry
