// The log-rank test: whether several groups have the same hazard at all times.
//
//   expected(g) = sum over event times of n(g) d / n
//   chi-square  = (O - E)' V^-1 (O - E)  over all groups but one,   degrees of freedom: groups - 1
//   V(g,h) = sum over event times of  d (n - d) / (n - 1) * n(g)/n * ( [g = h] - n(h)/n )
//
//   d, n  events and lifetimes at risk of all groups     n(g)  at risk in group g
//
// Gives      observed and expected events of each group, their difference against chance. Groups never at
//            risk of an event are listed and do not count; with fewer than two others chi-square is missing
// Cost       O(times * groups^2 + groups^3)
// Method     Mantel 1966; Peto & Peto 1972, doi:10.2307/2344317; variance of the hypergeometric law, as
//            R's survdiff. The p is of the large-sample law: with few events it is a rough guide
#pragma once

#include <span>
#include <string>
#include <vector>

#include "algorithms/inference/kaplan_meier.hpp"

namespace summitry {

struct LifetimeGroup {
  std::string name;
  std::vector<Lifetime> lifetimes;
};

// Throws InvalidOption as kaplan_meier() does.
[[nodiscard]] LogRank log_rank(std::span<const LifetimeGroup> groups);

}  // namespace summitry
