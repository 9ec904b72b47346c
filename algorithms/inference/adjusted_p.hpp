// p-values adjusted for how many there are: the false discovery rate after Benjamini & Hochberg.
//
//   q(i) = min over j >= i of  m p(j) / j,  at most 1
//
//   p(1) <= … <= p(m)  the p-values of the family, sorted; those that are missing are no part of it
//
// Gives      q >= p, in the order of the input; where all with q <= .05 are called findings, at most
//            5 % of them are expected to be false (independent or positively dependent tests)
// Cost       O(m log m)
// Method     Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x. Same as R's p.adjust
//            with method "BH"
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/null_test.hpp"

namespace summitry {

[[nodiscard]] std::vector<std::optional<double>> adjusted_p(
    std::span<const std::optional<double>> p_values);

// Fills in p_adjusted of the tests of one family.
void adjust(std::span<NullTest> family);

}  // namespace summitry
