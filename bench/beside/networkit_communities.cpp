// NetworKit beside ours: community methods. It draws anew at every call.
#include <networkit/auxiliary/Random.hpp>
#include <networkit/community/LouvainMapEquation.hpp>
#include <networkit/community/PLM.hpp>
#include <networkit/community/PLP.hpp>
#include <networkit/community/ParallelLeiden.hpp>

#include "bench/beside/networkit.hpp"

namespace summitry::bench {
namespace {

const auto labels = [](const auto& algorithm) {
  const auto& subsets = algorithm.getPartition().getVector();
  return std::vector<double>(subsets.begin(), subsets.end());
};

}  // namespace

void add_networkit_communities(Contender& contender, const SharedNetworkit& graphs) {
  Aux::Random::setSeed(1, true);
  const NetworKit::Graph& graph = graphs->plain;
  add(
      contender, "louvain", [=, &graph] { return NetworKit::PLM(graph); }, labels);
  add(
      contender, "leiden-2", [=, &graph] { return NetworKit::ParallelLeiden(graph, 2); }, labels);
  add(
      contender, "label-propagation", [=, &graph] { return NetworKit::PLP(graph); }, labels);
  add(
      contender, "infomap", [=, &graph] { return NetworKit::LouvainMapEquation(graph, true); },
      labels);
}

}  // namespace summitry::bench
