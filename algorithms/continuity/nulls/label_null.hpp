// Whether kinds (or regions, or blocs) differ in who comes back: of those at one edition, who is at the
// next is dealt out at random.
//
//   statistic   Pearson's chi-square of stratum against came back:
//               sum over strata of (back - expected)^2 / expected, and likewise of those who did not
//
// Gives      p = (1 + samples with at least as much) / (1 + samples); nothing with fewer than two strata,
//            or where all or nobody came back
// Cost       O(samples * participants)
// Method     permutation of labels, which keeps how many each stratum has and how many came back
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/null_test.hpp"
#include "engine/run.hpp"

namespace summitry {

struct CameBack {
  std::uint32_t stratum = 0;
  bool back = false;
};

// `stream` keeps the random numbers of several tests of one run apart.
[[nodiscard]] NullTest label_null(const std::vector<CameBack>& participants, std::size_t samples,
                                  std::uint64_t stream, const Run& run = {});

}  // namespace summitry
