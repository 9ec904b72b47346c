// A short name for each community, from its traits or its leading members.
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"

namespace summitry::communities {

// Fills in Description::name. Names that several communities would share also say whom they are
// around; a community of one has its member's name.
void name_communities(const Network& network, const Graph& graph,
                      const std::vector<std::vector<VertexId>>& members,
                      std::vector<Description>& descriptions);

}  // namespace summitry::communities
