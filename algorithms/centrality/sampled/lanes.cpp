#include "algorithms/centrality/sampled/lanes.hpp"

#include <algorithm>
#include <array>

#include "engine/bring_near.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

using Doubles = double __attribute__((vector_size(8 * LaneSearch::kLanes)));
using Words = std::uint64_t __attribute__((vector_size(8 * LaneSearch::kLanes)));

constexpr std::size_t kAhead = 12;  // hits whose rows are fetched before their turn

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

// The lanes in `bits`, and zeros in the others.
SUMMITRY_KERNEL_PART void take_lanes(Doubles& to, const Doubles& from, unsigned bits) {
  to = reinterpret_cast<Doubles>(reinterpret_cast<Words>(from) & mask_of(bits));
}

std::size_t longest_row(const Arcs& rows) {
  std::size_t most = 0;
  for (std::size_t v = 0; v + 1 < rows.offsets.size(); ++v) {
    most = std::max(most, rows.end(v) - rows.begin(v));
  }
  return most;
}

}  // namespace

LaneSearch::LaneSearch(const Arcs& out)
    : out_(out),
      paths_(out.offsets.size() - 1),
      worth_(paths_.size()),
      seen_(paths_.size()),
      now_(paths_.size(), 0),
      touched_(paths_.size() + 1),
      hits_(longest_row(out) + 1 + kAhead) {}

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

// Keeps, in front of hits_, the ends of a vertex' arcs that have one of `bits` in `there` (or, flipped,
// have not): without a branch, since which ones do is no pattern. How many.
SUMMITRY_KERNEL_PART std::size_t LaneSearch::find_hits(Entry entry, const Bits* there,
                                                       unsigned flip) {
  VertexId* hits = hits_.data();
  std::size_t count = 0;
  for (std::size_t k = out_.begin(entry.vertex); k < out_.end(entry.vertex); ++k) {
    const VertexId w = out_.ends[k];
    hits[count] = w;
    count += (entry.bits & (there[w] ^ flip)) != 0 ? 1U : 0U;
  }
  return count;
}

// Adds the paths of the last level to the ends of its arcs.
SUMMITRY_CPU_VERSIONS
void LaneSearch::push() {
  std::size_t touched = 0;
  for (const Entry entry : level(level_begin_.size() - 2)) {
    const std::size_t hits = find_hits(entry, seen_.data(), ~0U);
    const Doubles from = paths_[entry.vertex].lanes;
    for (std::size_t i = 0; i < hits; ++i) {
      const VertexId w = hits_[i];
      bring_near_to_write(&paths_[hits_[i + kAhead]]);
      const unsigned fresh = entry.bits & ~static_cast<unsigned>(seen_[w]);
      Doubles add;
      take_lanes(add, from, fresh);
      Doubles& paths = paths_[w].lanes;
      paths = (now_[w] | seen_[w]) == 0 ? add : paths + add;
      touched_[touched] = w;
      touched += now_[w] == 0 ? 1U : 0U;
      now_[w] = static_cast<Bits>(now_[w] | fresh);
    }
  }
  touched_count_ = touched;
}

// Makes the next level of all that was touched; false when there is nothing.
bool LaneSearch::settle() {
  if (touched_count_ == 0) return false;
  for (const VertexId w : std::span(touched_).first(touched_count_)) {
    entries_.push_back({w, now_[w]});
    seen_[w] = static_cast<Bits>(seen_[w] | now_[w]);
    now_[w] = 0;
  }
  level_begin_.push_back(entries_.size());
  return true;
}

// What each path to a vertex of the level is worth: all that depends on the vertex, and itself, divided
// by the paths that lead to it. `now_` has the lanes of the level below.
SUMMITRY_CPU_VERSIONS
void LaneSearch::walk_back(std::size_t at, std::span<double> sums) {
  for (const Entry entry : level(at)) {
    Doubles received{};
    const std::size_t hits = find_hits(entry, now_.data(), 0U);
    for (std::size_t i = 0; i < hits; ++i) {
      const VertexId w = hits_[i];
      bring_near(&worth_[hits_[i + kAhead]]);
      Doubles add;
      take_lanes(add, worth_[w].lanes, static_cast<unsigned>(entry.bits) & now_[w]);
      received += add;
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
