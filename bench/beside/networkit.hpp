// NetworKit beside ours: its graphs, and what its kernels share.
#pragma once

#include <memory>
#include <networkit/graph/Graph.hpp>
#include <utility>

#include "bench/contender.hpp"

namespace summitry::bench {

struct NetworkitGraphs {
  NetworKit::Graph plain;
  NetworKit::Graph lengths;
  NetworKit::Graph backwards;  // of a directed graph; distances to a vertex are those from it here
  NetworKit::Graph lengths_backwards;
  EdgeList list;
};
using SharedNetworkit = std::shared_ptr<const NetworkitGraphs>;

void use_threads(int threads);

// `make` gives an algorithm; its run() alone is timed, and `convert` reads the answer from it.
template <class Make, class Convert>
void add(Contender& contender, const char* kernel, Make make, Convert convert) {
  contender.kernels[kernel] = [=](int threads) {
    use_threads(threads);
    auto algorithm = make();
    Answer answer =
        timed([&] { return algorithm.run(), 0; }, [](int) { return std::vector<double>{}; });
    answer.values = convert(algorithm);
    return answer;
  };
}

void add_networkit_paths(Contender& contender, const SharedNetworkit& graphs);
void add_networkit_structure(Contender& contender, const SharedNetworkit& graphs);
void add_networkit_communities(Contender& contender, const SharedNetworkit& graphs);

}  // namespace summitry::bench
