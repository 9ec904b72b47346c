// Our own methods, as a caller has them: from a Graph to a canonical partition with its quality.
#include <memory>

#include "algorithms/catalogue.hpp"
#include "algorithms/communities/blocks/stochastic_block_model.hpp"
#include "algorithms/communities/searches/infomap.hpp"
#include "algorithms/communities/searches/label_propagation.hpp"
#include "algorithms/communities/searches/leiden.hpp"
#include "algorithms/communities/searches/louvain.hpp"
#include "algorithms/communities/trust/detect.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "bench/communities.hpp"

namespace summitry::bench {
namespace {

constexpr std::size_t kSeeds = 10;

template <class Method>
void add(Contender& contender, const char* name, Method method) {
  // by the number of threads, so that one and two threads see the same seeds
  const auto calls = std::make_shared<std::map<int, std::uint64_t>>();
  contender.kernels[name] = [=](int threads) {
    Run run;
    run.threads = threads;
    run.seed = ++(*calls)[threads];
    return timed([&] { return method(run); },
                 [](const Partition& partition) {
                   return std::vector<double>(partition.community.begin(),
                                              partition.community.end());
                 });
  };
}

}  // namespace

Graph graph_of(const Subject& subject) {
  GraphParts parts;
  parts.vertices = subject.list.vertices;
  parts.direction = subject.direction;
  parts.edges = subject.list.edges;
  return Graph(std::move(parts));
}

Contender our_communities(const Subject& subject) {
  Contender contender{"ours", {1, 2}, {}};
  const auto graph = std::make_shared<Graph>(graph_of(subject));
  add(contender, "louvain", [=](const Run& run) { return louvain(*graph, {}, run); });
  add(contender, "leiden-2",
      [=](const Run& run) { return leiden(*graph, {.max_iterations = 2}, run); });
  add(contender, "leiden", [=](const Run& run) { return leiden(*graph, {}, run); });
  add(contender, "ten-seeds", [=](const Run& run) {
    const auto found = communities::run_many(community_method("leiden"), *graph, {}, kSeeds, run);
    return found[communities::best_of(found)];
  });
  add(contender, "leiden-auto", [=](const Run& run) {
    return kept_partition(*graph, {.parameters = {{"resolution", "auto"}}}, run);
  });
  add(contender, "label-propagation",
      [=](const Run& run) { return label_propagation(*graph, {}, run); });
  add(contender, "infomap", [=](const Run& run) { return infomap(*graph, {}, run); });
  add(contender, "block-model",
      [=](const Run& run) { return stochastic_block_model(*graph, {}, run); });
  return contender;
}

}  // namespace summitry::bench
