#include "algorithms/structure/searches/whole_lengths.hpp"

#include <cmath>
#include <numeric>

#include "algorithms/structure/searches/renumbered.hpp"
#include "algorithms/structure/searches/source_batches.hpp"

namespace summitry {
namespace {

using sources::is_zero;
using sources::Row;
using sources::Tally;
using sources::Word;
using sources::Words;

using Steps = std::vector<std::uint8_t>;  // by arc: its length in units

constexpr std::uint64_t kMostSteps = 64;
constexpr std::size_t kMostBytes = std::size_t{128} << 20;  // of a thread's rows

// What all lengths are multiples of; 0 where one is not a whole number.
std::uint64_t unit_of(std::span<const double> lengths) {
  constexpr double kLargest = 1e9;
  std::uint64_t unit = 0;
  for (const double length : lengths) {
    if (!(length <= kLargest) || length != std::floor(length)) return 0;
    unit = std::gcd(unit, static_cast<std::uint64_t>(length));
  }
  return unit;
}

// One batch of sources, distance by distance.
class Batch {
 public:
  Batch(const Renumbered& graph, const Steps& steps, std::size_t longest)
      : tallies(graph.size()),
        out_(graph.out),
        steps_(steps),
        seen_(graph.size()),
        waiting_(longest + 1, std::vector<Row>(graph.size())),
        lists_(longest + 1) {}

  void search(std::span<const Word> words, std::span<const VertexId> at,
              std::span<double> inverse) {
    begin(words, at);
    for (std::uint32_t distance = 0; count_ > 0; ++distance) {
      const std::size_t slot = distance % lists_.size();
      if (lists_[slot].empty()) continue;
      count_ -= lists_[slot].size();
      settle(slot, distance, inverse);
      push(slot);
    }
  }

  std::vector<Tally> tallies;

 private:
  void begin(std::span<const Word> words, std::span<const VertexId> at) {
    for (const VertexId v : visited_) seen_[v] = Row{};
    visited_.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
      weights_[i] = words[i].weight;
      for (std::size_t k = words[i].begin; k < words[i].end; ++k) {
        waiting_[0][at[k]].words[i] |= std::uint64_t{1} << (k - words[i].begin);
        lists_[0].push_back(at[k]);
      }
    }
    count_ = lists_[0].size();
  }

  void settle(std::size_t slot, std::uint32_t distance, std::span<double> inverse);
  void push(std::size_t slot);

  const Arcs& out_;
  const Steps& steps_;
  std::vector<Row> seen_;                  // sources that have reached the vertex
  std::vector<std::vector<Row>> waiting_;  // by distance, round and round: those that arrive then
  std::vector<std::vector<VertexId>> lists_;  // vertices with a bit in waiting
  std::vector<VertexId> visited_;             // vertices with a bit in seen
  std::size_t count_ = 0;                     // entries of the lists
  sources::Weights weights_{};
};

// Keeps in the list, and in what waits, those whom a source reaches for the first time.
SUMMITRY_CPU_VERSIONS
void Batch::settle(std::size_t slot, std::uint32_t distance, std::span<double> inverse) {
  std::vector<VertexId>& list = lists_[slot];
  std::size_t kept = 0;
  for (const VertexId v : list) {
    Words& arriving = waiting_[slot][v].words;
    Words& seen = seen_[v].words;
    arriving &= ~seen;
    if (is_zero(arriving)) continue;
    if (is_zero(seen)) visited_.push_back(v);
    seen |= arriving;
    list[kept++] = v;
    if (distance == 0) continue;
    inverse[v] += static_cast<double>(tallies[v].take(arriving, weights_, distance)) / distance;
  }
  list.resize(kept);
}

// Sends them on to those who have not been reached yet.
SUMMITRY_CPU_VERSIONS
void Batch::push(std::size_t slot) {
  const std::size_t slots = lists_.size();
  for (const VertexId u : lists_[slot]) {
    const Words from = waiting_[slot][u].words;
    waiting_[slot][u] = Row{};
    for (std::size_t k = out_.begin(u); k < out_.end(u); ++k) {
      const VertexId w = out_.ends[k];
      const Words bits = from & ~seen_[w].words;
      if (is_zero(bits)) continue;
      const std::size_t then =
          slot + steps_[k] < slots ? slot + steps_[k] : slot + steps_[k] - slots;
      Words& to = waiting_[then][w].words;
      if (is_zero(to)) {
        lists_[then].push_back(w);
        ++count_;
      }
      to |= bits;
    }
  }
  lists_[slot].clear();
}

}  // namespace

std::optional<WholeLengths> whole_lengths(const Graph& graph) {
  const std::uint64_t unit = unit_of(graph.out_arc_weights());
  if (unit == 0) return std::nullopt;
  double longest = 0.0;
  for (const double length : graph.out_arc_weights()) longest = std::max(longest, length);
  const std::uint64_t most = static_cast<std::uint64_t>(longest) / unit;
  if (most > kMostSteps || (most + 2) * sizeof(Row) * graph.vertex_count() > kMostBytes) {
    return std::nullopt;
  }
  return WholeLengths{static_cast<double>(unit), most};
}

std::optional<DistanceSums> whole_length_sums(const Graph& graph, const Run& run) {
  const auto whole = whole_lengths(graph);
  if (!whole) return std::nullopt;
  const Renumbered dense(graph, Renumbered::Weights::kept, run);
  Steps steps;
  steps.reserve(dense.out.weights.size());
  for (const double length : dense.out.weights) {
    steps.push_back(static_cast<std::uint8_t>(length / whole->unit));
  }
  const std::vector<std::uint32_t> once(dense.size(), 1);
  const auto found =
      sources::over_all(sources::all_sources(breadth_first_order(dense), once), dense.size(), run,
                        [&] { return std::make_unique<Batch>(dense, steps, whole->most_units); });
  const double length = whole->unit;
  DistanceSums sums;
  for (const VertexId place : dense.number) {
    const Tally& tally = found.tallies[place];
    sums.reached.push_back(1 + tally.reached);
    sums.total.push_back(length * static_cast<double>(tally.total));
    sums.farthest.push_back(length * tally.farthest);
    sums.inverse.push_back(found.inverse[place] / length);
  }
  return sums;
}

}  // namespace summitry
