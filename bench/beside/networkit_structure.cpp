// NetworKit beside ours: walks, cores, clustering and components.
#include <networkit/centrality/CoreDecomposition.hpp>
#include <networkit/centrality/EigenvectorCentrality.hpp>
#include <networkit/centrality/LocalClusteringCoefficient.hpp>
#include <networkit/centrality/PageRank.hpp>
#include <networkit/components/ConnectedComponents.hpp>
#include <networkit/components/ParallelConnectedComponents.hpp>
#include <networkit/components/WeaklyConnectedComponents.hpp>

#include "bench/beside/networkit.hpp"

namespace summitry::bench {
namespace {

const auto scores = [](const auto& algorithm) { return algorithm.scores(); };

template <class Algorithm>
Answer components_by(const NetworKit::Graph& graph) {
  Algorithm algorithm(graph);
  return timed(
      [&] { return algorithm.run(), 0; },
      [&](int) {
        std::vector<std::size_t> component(graph.numberOfNodes());
        graph.forNodes([&](NetworKit::node v) { component[v] = algorithm.componentOfNode(v); });
        return smallest_members(component);
      });
}

Answer components(const NetworKit::Graph& graph, int threads) {
  use_threads(threads);
  if (graph.isDirected()) return components_by<NetworKit::WeaklyConnectedComponents>(graph);
  if (threads == 1) return components_by<NetworKit::ConnectedComponents>(graph);
  return components_by<NetworKit::ParallelConnectedComponents>(graph);
}

void add_pagerank(Contender& contender, const SharedNetworkit& graphs, const char* kernel,
                  double tolerance) {
  contender.kernels[kernel] = [=](int threads) {
    use_threads(threads);
    NetworKit::PageRank pagerank(graphs->plain(), 0.85, tolerance, false,
                                 NetworKit::PageRank::SinkHandling::DISTRIBUTE_SINKS);
    pagerank.norm = NetworKit::PageRank::Norm::L1_NORM;
    return timed([&] { return pagerank.run(), 0; }, [&](int) { return pagerank.scores(); });
  };
}

}  // namespace

void add_networkit_structure(Contender& contender, const SharedNetworkit& graphs) {
  add_pagerank(contender, graphs, "pagerank", 1e-10);
  add_pagerank(contender, graphs, "pagerank-12", 1e-12);
  add(
      contender, "eigenvector",
      [=] { return NetworKit::EigenvectorCentrality(graphs->plain(), 1e-10); }, scores);
  add(
      contender, "core", [=] { return NetworKit::CoreDecomposition(graphs->plain()); }, scores);
  contender.kernels["components"] = [=](int threads) {
    return components(graphs->plain(), threads);
  };
  if (graphs->directed()) return;
  add(
      contender, "clustering",
      [=] { return NetworKit::LocalClusteringCoefficient(graphs->plain(), true); }, scores);
}

}  // namespace summitry::bench
