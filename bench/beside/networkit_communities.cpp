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
  add(
      contender, "louvain", [=] { return NetworKit::PLM(graphs->plain()); }, labels);
  add(
      contender, "leiden-2", [=] { return NetworKit::ParallelLeiden(graphs->plain(), 2); }, labels);
  add(
      contender, "label-propagation", [=] { return NetworKit::PLP(graphs->plain()); }, labels);
  add(
      contender, "infomap", [=] { return NetworKit::LouvainMapEquation(graphs->plain(), true); },
      labels);
}

}  // namespace summitry::bench
