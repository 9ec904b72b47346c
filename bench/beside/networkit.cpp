// NetworKit beside ours: the program.
#include "bench/beside/networkit.hpp"

#include <networkit/auxiliary/Parallelism.hpp>
#include <networkit/graph/GraphTools.hpp>
#include <networkit/io/EdgeListReader.hpp>

#include "bench/beside/serve.hpp"

namespace summitry::bench {
namespace {

NetworKit::Graph graph_of(const Subject& subject, bool weighted, bool backwards) {
  NetworKit::Graph graph(subject.list.vertices, weighted, subject.direction == Direction::directed);
  for (const Edge& edge : subject.list.edges) {
    const double length = weighted ? length_of(edge) : 1.0;
    if (backwards) {
      graph.addEdge(edge.target, edge.source, length);
    } else {
      graph.addEdge(edge.source, edge.target, length);
    }
  }
  graph.indexEdges();
  return graph;
}

Contender networkit(const Subject& subject) {
  const bool backwards = subject.direction == Direction::directed;
  const auto graphs = std::make_shared<const NetworkitGraphs>(
      graph_of(subject, false, false), graph_of(subject, true, false),
      graph_of(subject, false, backwards), graph_of(subject, true, backwards), subject.list);
  Contender contender{"NetworKit", {1, 2}, {}};
  add_networkit_paths(contender, graphs);
  add_networkit_structure(contender, graphs);
  if (!backwards) add_networkit_communities(contender, graphs);
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

void use_threads(int threads) {
  Aux::setNumberOfThreads(threads);
}

}  // namespace summitry::bench

int main(int argc, char** argv) {
  return summitry::bench::serve(argc, argv, {summitry::bench::networkit, summitry::bench::read});
}
