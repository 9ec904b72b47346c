#include "algorithms/centrality/current/spanning_trees.hpp"

#include <algorithm>
#include <cstdint>

#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

// Draws an arc from each vertex in proportion to conductance.
class Walk {
 public:
  explicit Walk(const Component& component) : component_(component) {
    const auto& conductances = component.conductances;
    const auto differs = [&](double c) { return c != conductances.front(); };
    if (std::none_of(conductances.begin(), conductances.end(), differs)) return;
    sums_.reserve(conductances.size());
    for (VertexId v = 0; v < component.size(); ++v) {
      double total = 0.0;
      for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
        sums_.push_back(total += conductances[k]);
      }
    }
  }

  [[nodiscard]] std::size_t arc(VertexId v, Random& random) const {
    const std::size_t begin = component_.offsets[v];
    const std::size_t end = component_.offsets[v + 1];
    if (sums_.empty()) return begin + random.below(end - begin);
    const double point = random.unit() * sums_[end - 1];
    const auto first = sums_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = sums_.begin() + static_cast<std::ptrdiff_t>(end - 1);
    return static_cast<std::size_t>(std::upper_bound(first, last, point) - sums_.begin());
  }

 private:
  const Component& component_;
  std::vector<double> sums_;  // of conductances along each row; empty when all are equal
};

// What one thread needs: counts are whole, so that the order of trees does not show in their sums.
struct Tally {
  std::vector<std::uint32_t> trees;  // by arc, from the vertex that reached the tree by it
  std::vector<std::size_t> next;     // the arc by which a walk last left a vertex
  std::vector<std::uint64_t> mark;   // in the tree of this number

  explicit Tally(const Component& component)
      : trees(component.ends.size(), 0), next(component.size()), mark(component.size(), 0) {}
};

void add_tree(const Component& component, const Walk& walk, VertexId hub, std::uint64_t number,
              Tally& tally, const Run& run) {
  constexpr std::size_t kStepsBetweenChecks = std::size_t{1} << 22U;
  Random random(run.seed, number - 1);
  tally.mark[hub] = number;
  std::size_t steps = 0;
  for (VertexId start = 0; start < component.size(); ++start) {
    for (VertexId v = start; tally.mark[v] != number; v = component.ends[tally.next[v]]) {
      tally.next[v] = walk.arc(v, random);
      if (++steps % kStepsBetweenChecks == 0) run.check();
    }
    for (VertexId v = start; tally.mark[v] != number; v = component.ends[tally.next[v]]) {
      tally.mark[v] = number;
      ++tally.trees[tally.next[v]];
    }
  }
}

std::uint64_t count_of(const std::vector<Tally>& tallies, std::size_t arc) {
  std::uint64_t total = 0;
  for (const Tally& tally : tallies) total += tally.trees[arc];
  return total;
}

}  // namespace

std::vector<double> tree_shares(const Component& component, std::span<const Wire> wires,
                                std::size_t trees, const Run& run) {
  constexpr std::size_t kBlock = 16;
  const Walk walk(component);
  const VertexId hub = component.hub();
  std::vector<Tally> tallies(static_cast<std::size_t>(run.thread_count()), Tally(component));
  parallel_blocks(trees, kBlock, run, "spanning trees", [&](const Block& block) {
    for (std::size_t i = block.begin; i < block.end; ++i) {
      add_tree(component, walk, hub, i + 1, tallies[block.thread], run);
    }
  });
  const auto row_begin = component.ends.begin();
  std::vector<double> shares;
  shares.reserve(wires.size());
  for (const Wire& wire : wires) {
    const auto arc = [&](VertexId from, VertexId to) {
      const auto begin = row_begin + static_cast<std::ptrdiff_t>(component.offsets[from]);
      const auto end = row_begin + static_cast<std::ptrdiff_t>(component.offsets[from + 1]);
      return static_cast<std::size_t>(std::lower_bound(begin, end, to) - row_begin);
    };
    const std::uint64_t count =
        count_of(tallies, arc(wire.from, wire.to)) + count_of(tallies, arc(wire.to, wire.from));
    shares.push_back(static_cast<double>(count) / static_cast<double>(trees));
  }
  return shares;
}

}  // namespace summitry
