#include "algorithms/structure/cohesion/onion.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"

namespace summitry {
namespace {

class Onion {
 public:
  explicit Onion(const SimpleArcs& graph)
      : graph_(graph),
        left_(graph.vertex_count()),
        remaining_(graph.vertex_count()),
        layer_(graph.vertex_count(), 0) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      left_[v] = graph.degree(v);
      remaining_[v] = v;
    }
  }

  std::vector<std::uint32_t> run(const Run& run) && {
    std::vector<VertexId> round;
    std::vector<VertexId> next;
    for (std::uint32_t layer = 1;; ++layer) {
      run.check();
      if (round.empty()) round = start_core();
      if (round.empty()) return std::move(layer_);
      for (const VertexId v : round) layer_[v] = layer;
      next.clear();
      for (const VertexId v : round) take_away(v, next);
      std::swap(round, next);
    }
  }

 private:
  // Raises the core to the fewest neighbours that anybody has left; gives those who have so few.
  std::vector<VertexId> start_core() {
    const auto gone = std::remove_if(remaining_.begin(), remaining_.end(),
                                     [this](VertexId v) { return layer_[v] != 0; });
    remaining_.erase(gone, remaining_.end());
    core_ = UINT32_MAX;
    for (const VertexId v : remaining_) core_ = std::min(core_, left_[v]);
    std::vector<VertexId> round;
    for (const VertexId v : remaining_) {
      if (left_[v] == core_) round.push_back(v);
    }
    return round;
  }

  void take_away(VertexId v, std::vector<VertexId>& next) {
    for (const VertexId w : graph_.neighbours(v)) {
      if (layer_[w] != 0) continue;
      if (--left_[w] == core_) next.push_back(w);  // once: it is below from then on
    }
  }

  const SimpleArcs& graph_;
  std::vector<std::uint32_t> left_;  // neighbours that are not peeled
  std::vector<VertexId> remaining_;
  std::vector<std::uint32_t> layer_;  // 0: not peeled
  std::uint32_t core_ = 0;
};

}  // namespace

Scores onion_layers(const Graph& graph, const Run& run) {
  const SimpleArcs simple(graph, run);
  const std::vector<std::uint32_t> layers = Onion(simple).run(run);
  return {{layers.begin(), layers.end()}, {}};
}

namespace entry {

extern const Measure onion;
const Measure onion =
    entry_of({.name = "onion",
              .title = "onion layer",
              .family = "cohesion",
              .definition = "In which round of peeling the vertex goes, on the undirected simple "
                            "graph; 1 for the outermost layer.",
              .cost = "O(n + m log m)",
              .reference = "Hébert-Dufresne, Grochow & Allard 2016, doi:10.1038/srep31708",
              .work = {steps::linear, 12.0}},
             onion_layers);

}  // namespace entry
}  // namespace summitry
