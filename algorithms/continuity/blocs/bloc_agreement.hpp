// How far two partitions of the same entities agree, against partitions with the labels permuted.
//
// Reads      labels by entity, any numbers
// Gives      agreement.hpp's measures, missing for fewer than two entities. p of adjusted Rand and of
//            mutual information: the share of permutations that agree at least as much, (1 + #) /
//            (1 + R). Sizes stay as they are under a permutation, so that normalised and adjusted
//            information and the variation of information rise and fall with mutual information: its
//            p is theirs.
// Cost       O(permutations * n log n)
// Method     agreement.hpp; permutation: Hubert & Arabie 1985, doi:10.1007/BF01908075
#pragma once

#include <cstddef>
#include <vector>

#include "algorithms/communities/agreement/agreement.hpp"
#include "engine/blocs.hpp"
#include "engine/run.hpp"

namespace summitry {

// Throws InvalidOption for partitions of different sizes.
[[nodiscard]] Agreement bloc_agreement(Labels first, Labels second);

// The tests of adjusted Rand and of mutual information; names are left to the caller. Throws
// InvalidOption for no permutation.
[[nodiscard]] std::vector<NullTest> label_permutation(Labels first, Labels second,
                                                      std::size_t permutations,
                                                      const Run& run = {});

}  // namespace summitry
