// Which relations would be known if some sources were not: by drawing sources again, and by leaving
// out one at a time.
//
//   replicate   every source is kept with its reliability; a relation is known while one of its
//               sources is kept. A relation without a source is kept with the reliability of its own
//               confidence, by a draw of its own.
//   reliability of a source: that of the best confidence among the relations that cite it
//
// Reads      relations by index, with their citations and confidence
// Gives      masks: by position in the list of relations, whether it is left out
// Cost       O(relations and citations) a mask
// Method     a parametric bootstrap of claims, not of vertices; the reliabilities are assumptions
//            that the caller states, not estimates
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

struct Reliability {
  double official = 0.95;  // each in [0, 1]
  double secondary = 0.8;
  double unverified = 0.5;
};

class ClaimResampling {
 public:
  // Throws InvalidOption for a reliability out of range.
  ClaimResampling(const Network& network, std::span<const RelationIndex> relations,
                  const Reliability& reliability);

  // The same for the same seed and number.
  [[nodiscard]] std::vector<bool> replicate(std::uint64_t seed, std::uint64_t number) const;
  // Sources that alone carry some relation, ascending.
  [[nodiscard]] const std::vector<SourceIndex>& sole_sources() const { return sole_; }
  [[nodiscard]] std::vector<bool> without(SourceIndex source) const;

 private:
  std::vector<std::vector<SourceIndex>> sources_;  // by position; each once
  std::vector<double> own_;                        // reliability of the relation itself
  std::vector<double> reliability_;                // by source
  std::vector<SourceIndex> sole_;
};

}  // namespace summitry
