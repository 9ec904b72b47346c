#include "algorithms/communities/profile.hpp"

#include "algorithms/communities/inside.hpp"

namespace summitry {

std::vector<Community> community_profile(const Graph& graph, const Partition& partition) {
  const auto inside = communities::look_inside("communities", graph, partition.community);
  auto groups = members(partition);
  std::vector<Community> profile(groups.size());
  for (std::size_t c = 0; c < groups.size(); ++c) {
    const double ends = inside.out_ends[c] + (graph.directed() ? inside.in_ends[c] : 0.0);
    profile[c].members = std::move(groups[c]);
    profile[c].internal = inside.internal[c];
    const double leaving = ends - 2.0 * inside.internal[c];
    // Sums of the same weights in another order may differ by their rounding.
    if (leaving > 1e-12 * ends) profile[c].conductance = leaving / ends;
  }
  return profile;
}

}  // namespace summitry
