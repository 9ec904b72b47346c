// The omega index: how far two covers, divisions into communities that may overlap, agree on how many
// communities each pair of vertices shares, beyond what chance would bring.
//
//   omega = (observed - expected) / (1 - expected)
//
//   observed  share of pairs that are together in equally many communities of both
//   expected  sum over k of (share of pairs together in k of the first) * (the same of the second)
//
// Reads      communities as lists of vertices; who is in none shares none
// Gives      1 the same, about 0 by chance; for two partitions the adjusted Rand index. Covers that agree
//            on every pair agree by 1, also where the formula is 0/0
// Cost       O(sum of squared community sizes) time, O(n + memberships) memory
// Method     Collins & Dent 1988, doi:10.1207/s15327906mbr2302_6
// See also   agreement.hpp
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph.hpp"
#include "engine/partition.hpp"

namespace summitry {

struct Cover {
  VertexId vertices = 0;
  std::vector<std::vector<VertexId>> communities;  // members in any order, each once
};

[[nodiscard]] Cover cover_of(const Partition& partition);

// Throws InvalidOption for covers of unequally many vertices, a member that is no vertex, or one that
// is in a community twice.
[[nodiscard]] double omega_index(const Cover& first, const Cover& second);

}  // namespace summitry
