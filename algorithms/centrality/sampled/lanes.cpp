#include "algorithms/centrality/sampled/lanes.hpp"

#include <algorithm>
#include <array>

#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

using Doubles = double __attribute__((vector_size(8 * LaneSearch::kLanes)));
using Words = std::uint64_t __attribute__((vector_size(8 * LaneSearch::kLanes)));

struct alignas(8 * LaneSearch::kLanes) Mask {
  std::array<std::uint64_t, LaneSearch::kLanes> lanes{};  // all bits of the lanes that count
};

constexpr auto kMasks = [] {
  std::array<Mask, std::size_t{1} << LaneSearch::kLanes> masks{};
  for (std::size_t bits = 0; bits < masks.size(); ++bits) {
    for (std::size_t i = 0; i < LaneSearch::kLanes; ++i) {
      if ((bits >> i & 1U) != 0) masks[bits].lanes[i] = ~std::uint64_t{0};
    }
  }
  return masks;
}();

SUMMITRY_KERNEL_PART const Words& mask_of(unsigned bits) {
  return reinterpret_cast<const Words&>(kMasks[bits]);
}

// Adds the lanes in `bits`, and zeros in the others.
SUMMITRY_KERNEL_PART void add_lanes(Doubles& to, const Doubles& from, unsigned bits) {
  to += reinterpret_cast<Doubles>(reinterpret_cast<Words>(from) & mask_of(bits));
}

}  // namespace

LaneSearch::LaneSearch(const Arcs& out)
    : out_(out),
      paths_(out.offsets.size() - 1),
      worth_(paths_.size()),
      seen_(paths_.size()),
      now_(paths_.size(), 0) {}

void LaneSearch::begin(std::span<const VertexId> sources) {
  std::fill(seen_.begin(), seen_.end(), Bits{0});
  entries_.clear();
  level_begin_.assign(1, 0);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const VertexId s = sources[i];
    seen_[s] = static_cast<Bits>(1U << i);
    paths_[s] = Row{};
    paths_[s].lanes[i] = 1.0;
    entries_.push_back({s, seen_[s]});
  }
  level_begin_.push_back(entries_.size());
}

// Adds the paths of the last level to the ends of its arcs.
SUMMITRY_CPU_VERSIONS
void LaneSearch::push() {
  for (const Entry entry : level(level_begin_.size() - 2)) {
    const Doubles from = paths_[entry.vertex].lanes;
    for (std::size_t k = out_.begin(entry.vertex); k < out_.end(entry.vertex); ++k) {
      const VertexId w = out_.ends[k];
      const unsigned fresh = entry.bits & ~static_cast<unsigned>(seen_[w]);
      if (fresh == 0) continue;
      if (now_[w] == 0) {
        touched_.push_back(w);
        if (seen_[w] == 0) paths_[w] = Row{};
      }
      now_[w] = static_cast<Bits>(now_[w] | fresh);
      add_lanes(paths_[w].lanes, from, fresh);
    }
  }
}

// Makes the next level of all that was touched; false when there is nothing.
bool LaneSearch::settle() {
  if (touched_.empty()) return false;
  for (const VertexId w : touched_) {
    entries_.push_back({w, now_[w]});
    seen_[w] = static_cast<Bits>(seen_[w] | now_[w]);
    now_[w] = 0;
  }
  touched_.clear();
  level_begin_.push_back(entries_.size());
  return true;
}

// What each path to a vertex of the level is worth: all that depends on the vertex, and itself, divided
// by the paths that lead to it. `now_` has the lanes of the level below.
SUMMITRY_CPU_VERSIONS
void LaneSearch::walk_back(std::size_t at, std::span<double> sums) {
  for (const Entry entry : level(at)) {
    Doubles received{};
    for (std::size_t k = out_.begin(entry.vertex); k < out_.end(entry.vertex); ++k) {
      const VertexId w = out_.ends[k];
      const unsigned common = static_cast<unsigned>(entry.bits) & now_[w];
      if (common != 0) add_lanes(received, worth_[w].lanes, common);
    }
    const Doubles& paths = paths_[entry.vertex].lanes;
    // Only the lanes in `bits` are read, here and above: the others may hold anything.
    const Doubles worth = received + 1.0 / paths;
    const Words& mask = mask_of(entry.bits);
    Words kept = reinterpret_cast<Words>(worth_[entry.vertex].lanes) & ~mask;
    kept |= reinterpret_cast<Words>(worth) & mask;
    worth_[entry.vertex].lanes = reinterpret_cast<Doubles>(kept);
    const Doubles depends =
        reinterpret_cast<Doubles>(reinterpret_cast<Words>(received * paths) & mask);
    double sum = 0.0;
    for (std::size_t i = 0; i < kLanes; ++i) sum += depends[i];
    sums[entry.vertex] += sum;
  }
}

void LaneSearch::add_dependencies(std::span<const VertexId> sources, std::span<double> sums) {
  begin(sources);
  do {
    push();
  } while (settle());
  // Down to the first level: the sources themselves stand between nobody.
  for (std::size_t at = level_begin_.size() - 1; at-- > 1;) {
    walk_back(at, sums);
    if (at + 2 < level_begin_.size()) {
      for (const Entry& entry : level(at + 1)) now_[entry.vertex] = 0;
    }
    for (const Entry& entry : level(at)) now_[entry.vertex] = entry.bits;
  }
  if (level_begin_.size() > 2) {
    for (const Entry& entry : level(1)) now_[entry.vertex] = 0;
  }
}

}  // namespace summitry
