// What a comparison of found communities with known groups yields, and figures of single communities.
// Plain data, so that exporters and algorithms need not know one another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace summitry {

// A community and its counterpart in another partition.
struct Match {
  std::uint32_t counterpart = 0;  // its number there
  std::size_t size = 0;           // of the community itself
  std::size_t counterpart_size = 0;
  std::size_t shared = 0;  // members of both
  double f1 = 0.0;

  [[nodiscard]] double share() const {  // of the community that is in its counterpart
    return size == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(size);
  }
  [[nodiscard]] double share_of_counterpart() const {
    return counterpart_size == 0
               ? 0.0
               : static_cast<double>(shared) / static_cast<double>(counterpart_size);
  }
  [[nodiscard]] double jaccard() const {
    const std::size_t either = size + counterpart_size - shared;
    return either == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(either);
  }
};

struct TruthComparison {
  std::string attribute;            // whose values the groups are
  std::size_t entities = 0;         // that have a value and are compared
  std::size_t without_value = 0;    // that have none and are left out
  bool overlapping = false;         // values are lists, of which each item is a group
  std::vector<std::string> groups;  // the value of each group, by falling size
  std::vector<std::pair<std::string, double>>
      figures;                             // ("adjusted_rand", 0.46), … in a fixed order
  std::vector<std::uint32_t> communities;  // numbers of the communities with anybody to compare
  std::vector<Match> of_groups;            // the community (an index of `communities`) most like it
  std::vector<Match> of_communities;       // the group most like each of `communities`
};

// How a community stands out from the rest.
struct CommunityScores {
  double density = 0.0;         // weight inside for each pair that could be joined
  double cut_ratio = 0.0;       // weight that leaves for each pair across that could be joined
  double conductance = 0.0;     // share of its edge ends that leave
  double normalised_cut = 0.0;  // that, and the same of the rest
  double separability = 0.0;    // weight inside for each weight that leaves; nan when none does
  double triangle_participation = 0.0;  // share of its members that are in a triangle inside
};

}  // namespace summitry
