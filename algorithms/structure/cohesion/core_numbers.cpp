#include "algorithms/structure/cohesion/core_numbers.hpp"

#include <algorithm>
#include <vector>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"

namespace summitry {
namespace {

// Peels level by level: at level k all that have k neighbours left go, and whoever they leave with k.
// Vertices that remain have at least k neighbours, so there are at most 2 m / k of them to look
// through for the next level.
class Peeling {
 public:
  explicit Peeling(const SimpleArcs& graph)
      : graph_(graph),
        left_(graph.vertex_count()),
        remaining_(graph.vertex_count()),
        peeled_(std::size_t{graph.vertex_count()} + 1 + kFar) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      left_[v] = graph.degree(v);
      remaining_[v] = v;
    }
  }

  std::vector<std::uint32_t> run(const Run& run) && {
    while (!remaining_.empty()) {
      run.check();
      const std::uint32_t level = start_level();
      for (std::size_t next = 0; next < count_; ++next) {
        graph_.prefetch(peeled_[next + kFar]);
        peel(peeled_[next], level);
      }
    }
    return std::move(left_);
  }

 private:
  // How far ahead rows are brought near: whoever stands there may be left over from another level, which
  // does no harm.
  static constexpr std::size_t kFar = 8;

  // The smallest number of neighbours that somebody has left. Takes those who have it off the rest,
  // and those that the levels before have peeled.
  std::uint32_t start_level() {
    std::uint32_t level = UINT32_MAX;
    std::size_t kept = 0;
    for (const VertexId v : remaining_) {
      remaining_[kept] = v;
      const bool open = left_[v] > done_;
      level = open ? std::min(level, left_[v]) : level;
      kept += open ? 1 : 0;
    }
    remaining_.resize(kept);
    count_ = 0;
    for (const VertexId v : remaining_) {
      peeled_[count_] = v;
      count_ += left_[v] == level ? 1 : 0;
    }
    done_ = level;
    return level;
  }

  // Without a branch on what is left to the neighbour: it would be guessed wrong every other time.
  void peel(VertexId v, std::uint32_t level) {
    for (const VertexId w : graph_.neighbours(v)) {
      const std::uint32_t before = left_[w];
      left_[w] = before - (before > level ? 1U : 0U);
      peeled_[count_] = w;
      count_ += before == level + 1 ? 1 : 0;
    }
  }

  const SimpleArcs& graph_;
  std::vector<std::uint32_t> left_;  // neighbours left; the core number once peeled
  std::vector<VertexId> remaining_;  // not peeled before this level
  std::vector<VertexId> peeled_;     // at this level, in turn; some places more than ever used
  std::size_t count_ = 0;
  std::int64_t done_ = -1;  // the last level
};

}  // namespace

Scores core_numbers(const Graph& graph, const Run& run) {
  const auto cores = Peeling(SimpleArcs(graph, run)).run(run);
  return {std::vector<double>(cores.begin(), cores.end()), {}};
}

namespace entry {

extern const Measure core;
const Measure core = entry_of(
    {.name = "core",
     .title = "core number",
     .family = "cohesion",
     .definition = "The largest k such that the vertex is in a subgraph where everybody has at "
                   "least k neighbours, on the undirected simple graph.",
     .cost = "O(n + m log m)",
     .reference = "Seidman 1983, doi:10.1016/0378-8733(83)90028-X; Dasari, Ranjan & Zubair 2014, "
                  "doi:10.1109/BigData.2014.7004366",
     .work = {steps::linear, 5.0}},
    core_numbers);

}  // namespace entry
}  // namespace summitry
