// Rank-biased overlap: how far two rankings agree, the top counting most. Rankings may be of
// different lengths and of different entities.
//
//   RBO = (1-p) * sum over depths d of p^(d-1) * X(d)/d        X(d): shared by the first d of both
//
//   minimum       nothing more is shared below what is seen
//   residual      how much more it could be: the maximum is minimum + residual
//   extrapolated  the agreement seen at the end goes on:
//     ((1-p)/p) [sum_{d<=l} X(d)/d p^d + sum_{s<d<=l} X(s)(d-s)/(s d) p^d]
//       + [(X(l)-X(s))/l + X(s)/s] p^l       s <= l: lengths of the two
//
// Reads      entities with their values, the greatest first. Of entities with equal values every
//            order counts alike: an entity of a group of t, of which k are within depth d, is in it
//            by k/t, so that no order is chosen for them.
// Gives      values in [0, 1]; nothing when one of the rankings is empty
// Cost       O(n log n)
// Method     Webber, Moffat & Zobel 2010, doi:10.1145/1852102.1852106, equations 11 (with the rest
//            of the series), 30 and 32; equal values by the mean over orders, as the variant "a" of
//            Corsi & Urbano 2024, doi:10.1145/3626772.3657700
// See also   rank_correlation.hpp
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace summitry {

struct RankedItem {
  std::uint32_t item = 0;
  double value = 0.0;
};

struct RankBiasedOverlapOptions {
  double p = 0.9;  // in (0, 1): weight of depth d + 1 to that of d; 0.9: the first ten weigh 86 %
};

struct RankBiasedOverlap {
  double minimum = 0.0;
  double residual = 0.0;
  double extrapolated = 0.0;
};

// In any order, every item once a side. Throws InvalidOption.
[[nodiscard]] std::optional<RankBiasedOverlap> rank_biased_overlap(
    std::span<const RankedItem> first, std::span<const RankedItem> second,
    const RankBiasedOverlapOptions& options = {});

}  // namespace summitry
