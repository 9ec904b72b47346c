// GVE-Louvain and GVE-Leiden (puzzlef/leiden-communities-openmp) beside ours.
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "bench/beside/serve.hpp"
#include "inc/main.hxx"

namespace summitry::bench {
namespace {

using GveGraph = DiGraph<std::uint32_t, None, float>;  // as its own main.cxx has it

std::shared_ptr<const GveGraph> graph_of(const Subject& subject) {
  auto graph = std::make_shared<GveGraph>();
  graph->respan(subject.list.vertices);
  for (VertexId v = 0; v < subject.list.vertices; ++v) graph->addVertex(v);
  for (const Edge& edge : subject.list.edges) {
    graph->addEdge(edge.source, edge.target, 1.0F);
    graph->addEdge(edge.target, edge.source, 1.0F);
  }
  graph->update();
  return graph;
}

// By its own clock, which leaves out what it allocates before it begins.
template <class Method>
void add(Contender& contender, const char* name, Method method) {
  contender.kernels[name] = [=](int threads) {
    omp_set_num_threads(threads);
    const auto found = method();
    return Answer{static_cast<double>(found.time) / 1000.0,
                  {found.membership.begin(), found.membership.end()}};
  };
}

Contender gve(const Subject& subject) {
  Contender contender{"GVE", {1, 2}, {}};
  const auto graph = graph_of(subject);
  add(contender, "louvain", [=] { return louvainStaticOmp(*graph); });
  // It stops by itself, with less quality than two iterations of the others: their row of times.
  add(contender, "leiden-2", [=] { return leidenStaticOmp(*graph); });
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  return summitry::bench::serve(argc, argv, {summitry::bench::gve, nullptr});
}
