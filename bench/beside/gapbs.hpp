// The GAP Benchmark Suite beside ours: its graph, and what its kernels share. They are whole programs,
// each included in a namespace of its own with its main under another name; their headers come first.
#pragma once

#include <omp.h>

#include <cinttypes>
#include <cmath>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <random>
#include <unordered_map>

#include "bench/beside/serve.hpp"
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

namespace summitry::bench {

// The words of its own command line that read an edge list.
class CommandLine : public CLBase {
 public:
  explicit CommandLine(const Direction direction) : CLBase(0, nullptr) {
    symmetrize_ = direction == Direction::undirected;
  }
};

// As MakeGraph() does: the list is gone before rows are sorted.
inline ::Graph built(pvector<EdgePair<NodeID>> list, Direction direction) {
  const CommandLine line(direction);
  Builder builder(line);
  ::Graph graph = builder.MakeGraphFromEL(list);
  { const pvector<EdgePair<NodeID>> ended(std::move(list)); }
  return builder.SquishGraph(graph);
}

inline ::Graph graph_of(const Subject& subject) {
  pvector<EdgePair<NodeID>> list;
  for (const Edge& edge : subject.list.edges) {
    list.push_back({static_cast<NodeID>(edge.source), static_cast<NodeID>(edge.target)});
  }
  return built(std::move(list), subject.direction);
}

inline Answer read_by_gapbs(const std::string& path, Direction direction, int threads) {
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

}  // namespace summitry::bench
