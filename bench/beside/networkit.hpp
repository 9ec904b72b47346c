// NetworKit beside ours: its graphs, and what its kernels share.
#pragma once

#include <memory>
#include <networkit/graph/Graph.hpp>
#include <utility>

#include "bench/contender.hpp"

namespace summitry::bench {

// Built when first asked for, outside of any clock: the larger ones take long.
class NetworkitGraphs {
 public:
  explicit NetworkitGraphs(const Subject& subject) : subject_(subject) {}

  [[nodiscard]] bool directed() const { return subject_.direction == Direction::directed; }
  [[nodiscard]] const EdgeList& list() const { return subject_.list; }
  [[nodiscard]] const NetworKit::Graph& plain() { return made(plain_, false, false); }
  [[nodiscard]] const NetworKit::Graph& lengths() { return made(lengths_, true, false); }
  // Distances to a vertex are those from it in these.
  [[nodiscard]] const NetworKit::Graph& towards() {
    return directed() ? made(towards_, false, true) : plain();
  }
  [[nodiscard]] const NetworKit::Graph& lengths_towards() {
    return directed() ? made(lengths_towards_, true, true) : lengths();
  }

 private:
  using Place = std::unique_ptr<const NetworKit::Graph>;
  const NetworKit::Graph& made(Place& place, bool weighted, bool backwards) const;

  Subject subject_;
  Place plain_;
  Place lengths_;
  Place towards_;
  Place lengths_towards_;
};
using SharedNetworkit = std::shared_ptr<NetworkitGraphs>;

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
