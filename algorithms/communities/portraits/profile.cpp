#include "algorithms/communities/portraits/profile.hpp"

#include "algorithms/communities/quality/inside.hpp"

namespace summitry {

std::vector<Community> community_profile(const Graph& graph, const Partition& partition) {
  const auto inside = communities::look_inside("communities", graph, partition.community);
  auto groups = members(partition);
  std::vector<Community> profile(groups.size());
  for (std::size_t c = 0; c < groups.size(); ++c) {
    profile[c].members = std::move(groups[c]);
    profile[c].internal = inside.internal[c];
    const double leaving = inside.leaving(c);
    if (leaving > 0.0) profile[c].conductance = leaving / inside.ends(c);
  }
  return profile;
}

}  // namespace summitry
