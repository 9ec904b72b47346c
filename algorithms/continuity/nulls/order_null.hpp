// Whether succession is special: do neighbouring editions share more than the same editions would in
// another order?
//
//   statistic   the overlaps of neighbours, in total        p = share of orders with at least as much
//
// Gives      exact over all orders of up to 8 editions, else (1 + those with at least as much) / (1 + R)
//            of R random ones. An order read backwards has the same statistic, so that no exact p can be
//            below 2/T!: with three or four editions none reaches .05, and the note says so
// Cost       O(T! * T) for T <= 8, else O(samples * T)
// Method     permutation of whole rosters; nothing else of them is changed
#pragma once

#include <cstddef>
#include <vector>

#include "engine/null_test.hpp"
#include "engine/run.hpp"

namespace summitry {

// overlaps[i][k]: how many editions i and k share, symmetric. Missing figures for fewer than 3 editions.
[[nodiscard]] NullTest order_null(const std::vector<std::vector<std::size_t>>& overlaps,
                                  std::size_t samples, const Run& run = {});

}  // namespace summitry
