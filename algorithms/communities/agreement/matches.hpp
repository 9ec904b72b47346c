// For each community of one partition the community of another that it is most like: who was found,
// who was missed, and who was added.
//
//   precision  shared / size of the community found        recall  shared / size of the true one
//   F1         2 shared / (sum of both sizes)              Jaccard shared / size of their union
//
// Reads      two partitions of the same vertices, or covers, whose communities may overlap
// Gives      the counterpart of the highest F1 (which is that of the highest Jaccard), of equals the one
//            that shares most, then the smallest number
// Cost       O(n log n)
// Method     best matches by F1, and their mean both ways: Yang & Leskovec 2013,
//            doi:10.1145/2433396.2433471; van Rijsbergen 1979 for F1
// See also   agreement.hpp, for partitions as a whole
#pragma once

#include <vector>

#include "algorithms/communities/agreement/omega.hpp"
#include "engine/partition.hpp"
#include "engine/truth.hpp"

namespace summitry {

// A match for each community of `own`, in its order. Throws InvalidOption unless both are of equally
// many vertices.
[[nodiscard]] std::vector<Match> best_matches(const Partition& own, const Partition& other);
[[nodiscard]] std::vector<Match> best_matches(const Cover& own, const Cover& other);

// The mean F1 of the matches of both, each counting half; 1 for nobody.
[[nodiscard]] double mean_f1(const Partition& first, const Partition& second);
[[nodiscard]] double mean_f1(const Cover& first, const Cover& second);

}  // namespace summitry
