// NetworKit beside ours: the program.
#include "bench/beside/networkit.hpp"

#include <networkit/auxiliary/Parallelism.hpp>
#include <networkit/graph/GraphTools.hpp>
#include <networkit/io/EdgeListReader.hpp>

#include "bench/beside/serve.hpp"

namespace summitry::bench {
namespace {

Contender networkit(const Subject& subject) {
  const auto graphs = std::make_shared<NetworkitGraphs>(subject);
  Contender contender{"NetworKit", {1, 2}, {}};
  add_networkit_paths(contender, graphs);
  add_networkit_structure(contender, graphs);
  if (!graphs->directed()) add_networkit_communities(contender, graphs);
  return contender;
}

Answer read(const std::string& path, Direction direction, int threads) {
  use_threads(threads);
  NetworKit::EdgeListReader reader(' ', 0, "#", true, direction == Direction::directed);
  return timed([&] { return reader.read(path); },
               [](const NetworKit::Graph& graph) {
                 return std::vector{static_cast<double>(graph.numberOfNodes()),
                                    static_cast<double>(graph.numberOfEdges())};
               });
}

}  // namespace

const NetworKit::Graph& NetworkitGraphs::made(Place& place, bool weighted, bool backwards) const {
  if (place != nullptr) return *place;
  NetworKit::Graph graph(subject_.list.vertices, weighted, directed());
  for (const Edge& edge : subject_.list.edges) {
    const double length = weighted ? length_of(edge) : 1.0;
    if (backwards) {
      graph.addEdge(edge.target, edge.source, length);
    } else {
      graph.addEdge(edge.source, edge.target, length);
    }
  }
  place = std::make_unique<const NetworKit::Graph>(std::move(graph));
  return *place;
}

void use_threads(int threads) {
  Aux::setNumberOfThreads(threads);
}

}  // namespace summitry::bench

int main(int argc, char** argv) {
  return summitry::bench::serve(argc, argv, {summitry::bench::networkit, summitry::bench::read});
}
