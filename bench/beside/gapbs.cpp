// The GAP Benchmark Suite beside ours. Its kernels are whole programs: each is included in a
// namespace of its own, with its main under another name.
#include <omp.h>

#include <cinttypes>
#include <cmath>
#include <functional>
#include <iostream>
#include <memory>
#include <random>
#include <unordered_map>

#include "benchmark.h"
#include "bitmap.h"
#include "builder.h"
#include "command_line.h"
#include "graph.h"
#include "platform_atomics.h"
#include "pvector.h"
#include "reader.h"
#include "sliding_queue.h"
#include "timer.h"
#include "util.h"

namespace gapbs_components {
#define main unused_main
#include "cc.cc"
}  // namespace gapbs_components
namespace gapbs_betweenness {
#include "bc.cc"
}  // namespace gapbs_betweenness
namespace gapbs_triangles {
#include "tc.cc"
}  // namespace gapbs_triangles
// In single precision it does not reach the residual that everybody is asked for: in double it does.
namespace gapbs_pagerank {
#define float double
#include "pr.cc"
#undef float
#undef main
}  // namespace gapbs_pagerank

#include "bench/beside/serve.hpp"

namespace summitry::bench {
namespace {

// The words of its own command line that read an edge list.
class CommandLine : public CLBase {
 public:
  explicit CommandLine(const Direction direction) : CLBase(0, nullptr) {
    symmetrize_ = direction == Direction::undirected;
  }
};

// As MakeGraph() does: the list is gone before rows are sorted.
::Graph built(pvector<EdgePair<NodeID>> list, Direction direction) {
  const CommandLine line(direction);
  Builder builder(line);
  ::Graph graph = builder.MakeGraphFromEL(list);
  { const pvector<EdgePair<NodeID>> ended(std::move(list)); }
  return builder.SquishGraph(graph);
}

::Graph graph_of(const Subject& subject) {
  pvector<EdgePair<NodeID>> list;
  for (const Edge& edge : subject.list.edges) {
    list.push_back({static_cast<NodeID>(edge.source), static_cast<NodeID>(edge.target)});
  }
  return built(std::move(list), subject.direction);
}

Answer read(const std::string& path, Direction direction, int threads) {
  omp_set_num_threads(threads);
  return timed(
      [&] {
        std::ifstream in(path);
        return built(Reader<NodeID>(path).ReadInEL(in), direction);
      },
      [](const ::Graph& graph) {
        return std::vector{static_cast<double>(graph.num_nodes()),
                           static_cast<double>(graph.num_edges())};
      });
}

template <class Call, class Convert>
void add(Contender& contender, const char* kernel, Call call, Convert convert) {
  contender.kernels[kernel] = [=](int threads) {
    omp_set_num_threads(threads);
    return timed(call, convert);
  };
}

Contender gapbs(const Subject& subject) {
  Contender contender{"GAPBS", {1, 2}, {}};
  const auto graph = std::make_shared<const ::Graph>(graph_of(subject));
  add(
      contender, "components", [=] { return gapbs_components::Afforest(*graph); },
      [](const pvector<NodeID>& component) {
        return smallest_members({component.begin(), component.end()});
      });
  add(
      contender, "pagerank", [=] { return gapbs_pagerank::PageRankPullGS(*graph, 10000, 1e-10); },
      [](const pvector<double>& scores) {
        return std::vector<double>(scores.begin(), scores.end());
      });
  add(
      contender, "sampled-betweenness",
      [=] {
        SourcePicker<::Graph> sources(*graph);
        return gapbs_betweenness::Brandes(*graph, sources, 32);
      },
      [](const auto&) { return std::vector<double>{}; });
  add(
      contender, "triangle-count", [=] { return gapbs_triangles::Hybrid(*graph); },
      [](std::size_t count) { return std::vector{static_cast<double>(count)}; });
  // Of a directed graph it leaves out what dangling vertices hold, and reads no triangles.
  if (graph->directed()) {
    for (const char* kernel : {"pagerank", "triangle-count"}) contender.kernels.erase(kernel);
  }
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  return summitry::bench::serve(argc, argv, {summitry::bench::gapbs, summitry::bench::read});
}
