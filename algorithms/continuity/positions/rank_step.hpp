// Whether whoever stands high at one edition stands high at the next.
//
// Reads      a value for every participant of two editions; not a number: not ranked
// Gives      Kendall's tau-b and Spearman's rho of those who took part in both, with two-sided p;
//            rank-biased overlap of the two whole rosters; the overlap of the top k against what
//            drawing two sets of their sizes from the common would share (a b / n, hypergeometric p),
//            where whoever ties with the k-th belongs to the top as well; and how many moved from
//            which quarter of the ranking to which. What is undefined is missing.
// Cost       O(n log n)
// Method     rank_correlation.hpp, rank_biased_overlap.hpp, hypergeometric.hpp; the mobility table is
//            that of Prais 1955, doi:10.2307/2343057, by quarters of the mean ranks
#pragma once

#include <cstddef>
#include <vector>

#include "engine/network.hpp"
#include "engine/positions.hpp"

namespace summitry {

struct Ranking {
  std::vector<EntityIndex> entities;  // ascending
  std::vector<double> values;         // parallel; greater is better
};

struct RankStepOptions {
  double overlap_p = 0.9;  // in (0, 1), of rank-biased overlap
  std::size_t top = 10;    // >= 1
};

// The values of those in both, in order of entities.
struct CommonValues {
  std::vector<double> before;
  std::vector<double> after;
};
[[nodiscard]] CommonValues common_values(const Ranking& before, const Ranking& after);

// Everything but positions and spreads; names of tests are left to the caller. Throws InvalidOption.
[[nodiscard]] RankStep compare_ranks(const Ranking& before, const Ranking& after,
                                     const RankStepOptions& options = {});

// By entity of the ranking: 1 + how many are better; 0 where not ranked.
[[nodiscard]] std::vector<std::size_t> competition_ranks(const Ranking& ranking);

}  // namespace summitry
