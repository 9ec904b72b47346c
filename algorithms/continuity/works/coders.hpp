// Whether people who score the same things agree: Cohen's kappa and Krippendorff's alpha.
//
//   kappa = (agree - expected) / (1 - expected)      expected from each coder's own shares
//   alpha = 1 - observed disagreement / expected disagreement, over all pairs of scores of a unit
//     nominal  two scores disagree by 0 or 1
//     ordinal  by (scores between them, with half of their own)^2
//
// Reads      a row a unit, a column a coder; missing scores are left out. alpha takes units with two
//            scores or more, kappa units that both scored.
// Gives      values up to 1: 1 agreement, 0 as by chance, below 0 less; missing where all scores are
//            the same value, or there is nothing to compare
// Cost       O(units * coders + values^2)
// Method     Cohen 1960, doi:10.1177/001316446002000104; Hayes & Krippendorff 2007,
//            doi:10.1080/19312450709336664
#pragma once

#include <optional>
#include <vector>

namespace summitry {

using Score = std::optional<double>;

enum class ScoreLevel { nominal, ordinal };

// Throws InvalidOption for sides of different lengths.
[[nodiscard]] std::optional<double> cohen_kappa(const std::vector<Score>& first,
                                                const std::vector<Score>& second);
[[nodiscard]] std::optional<double> krippendorff_alpha(const std::vector<std::vector<Score>>& units,
                                                       ScoreLevel level);

}  // namespace summitry
