// Co-membership: how often two vertices were in one community, over several runs.
//
//   share(u, v) = runs with u and v in one community / all runs
//
// Gives      the pairs with a share of at least `from`, by first and second vertex; not those that
//            are together less often
// Cost       O(sum of squared sizes of communities over the different partitions), shared out over
//            threads; memory for the pairs kept, at most (mean number of pairs of a run) / from
// Method     the consensus matrix of Lancichinetti & Fortunato 2012, doi:10.1038/srep00336
// See also   consensus.hpp
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/named_partition.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

struct CoMembershipOptions {
  double from = 0.1;  // in (0, 1]; the least share that is kept
};

// Throws InvalidOption for a share out of its range, and where more than 100 million pairs might
// have to be kept.
[[nodiscard]] CoMembership co_membership(std::span<const Partition> partitions,
                                         const CoMembershipOptions& options = {},
                                         const Run& run = {});

// Pairs of vertices in one community, summed over the partitions.
[[nodiscard]] double pairs_together(std::span<const Partition> partitions);

// With whom single vertices are together, in how many of the runs.
class Companions {
 public:
  explicit Companions(std::span<const Partition> partitions);

  struct Count {
    std::uint32_t vertex = 0;
    std::uint32_t runs = 0;
  };
  struct Scratch {
    std::vector<std::uint32_t> runs;  // by vertex, zero between uses
    std::vector<Count> counts;
  };
  // Those from `first` on, but not v, in ascending order; valid until the scratch is used again.
  [[nodiscard]] std::span<const Count> of(VertexId v, VertexId first, Scratch& scratch) const;
  // In how many runs u and v are together.
  [[nodiscard]] std::uint32_t runs(VertexId u, VertexId v) const;

 private:
  std::vector<const Partition*> different_;
  std::vector<std::uint32_t> times_;
  std::vector<std::vector<std::vector<std::uint32_t>>> members_;
};

}  // namespace summitry::communities
