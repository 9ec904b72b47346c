// Infomap of the map equation's authors beside ours: two levels, one trial.
#include <Infomap.h>

#include <memory>
#include <numeric>
#include <string>

#include "bench/beside/serve.hpp"

namespace summitry::bench {
namespace {

// A vertex without an edge is not in its network: a label of its own, above those of modules.
std::vector<double> labels_of(infomap::InfomapWrapper& found, VertexId vertices) {
  std::vector<double> labels(vertices);
  std::iota(labels.begin(), labels.end(), vertices + 1.0);
  for (const auto& [vertex, module] : found.getModules()) labels[vertex] = module;
  return labels;
}

Contender infomap_beside(const Subject& subject) {
  Contender contender{"Infomap", {1}, {}};
  const auto list = std::make_shared<const EdgeList>(subject.list);
  const auto seed = std::make_shared<int>(0);
  const std::string flags = subject.direction == Direction::directed ? " --directed" : "";
  contender.kernels["infomap"] = [=](int) {
    infomap::InfomapWrapper network("--silent --two-level --seed " + std::to_string(++*seed) +
                                    flags);
    for (const Edge& edge : list->edges) network.addLink(edge.source, edge.target);
    return timed([&] { return network.run(), 0; },
                 [&](int) { return labels_of(network, list->vertices); });
  };
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  return summitry::bench::serve(argc, argv, {summitry::bench::infomap_beside, nullptr});
}
