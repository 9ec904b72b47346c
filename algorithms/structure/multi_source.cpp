#include "algorithms/structure/multi_source.hpp"

#include <algorithm>
#include <numeric>

#include "algorithms/structure/source_batches.hpp"

namespace summitry {
namespace {

using sources::is_zero;
using sources::Row;
using sources::Tally;
using sources::Words;

constexpr std::size_t kPushCost = 3;  // of an arc pushed along, in arcs pulled along

// One batch of sources, level by level.
struct Batch {
  const Renumbered& graph;
  std::vector<Row> seen;      // sources that have reached the vertex
  std::vector<Row> frontier;  // those that reached it on the level before
  std::vector<Row> next;
  std::vector<VertexId> list;     // vertices with a bit in frontier
  std::vector<VertexId> touched;  // vertices with a bit in next, new or not
  std::vector<VertexId> visited;  // vertices with a bit in seen
  std::vector<VertexId> open;     // vertices that some source may still reach; empty: not made yet
  std::size_t list_arcs = 0;      // that leave the list
  std::size_t open_arcs = 0;      // that lead to the open vertices
  std::vector<Tally> tallies;
  Words all{};  // the bits of the batch

  explicit Batch(const Renumbered& g)
      : graph(g), seen(g.size()), frontier(g.size()), next(g.size()), tallies(g.size()) {}

  void search(std::span<const VertexId> sources, std::span<double> inverse);
};

// Takes what is new at a vertex into the sums and the next frontier.
SUMMITRY_KERNEL_PART void settle(Batch& batch, VertexId v, const Words& fresh, std::uint32_t level,
                                 std::span<double> inverse) {
  if (is_zero(batch.seen[v].words)) batch.visited.push_back(v);
  batch.seen[v].words |= fresh;
  batch.next[v].words = fresh;
  batch.list.push_back(v);
  batch.list_arcs += batch.graph.out.end(v) - batch.graph.out.begin(v);
  inverse[v] += static_cast<double>(batch.tallies[v].take(fresh, level)) / level;
}

// Sends the rows of the frontier along its arcs.
SUMMITRY_CPU_VERSIONS
void push(Batch& batch, std::uint32_t level, std::span<double> inverse) {
  const Arcs& out = batch.graph.out;
  for (const VertexId u : batch.list) {
    const Words from = batch.frontier[u].words;
    for (std::size_t k = out.begin(u); k < out.end(u); ++k) {
      Words& to = batch.next[out.ends[k]].words;
      if (is_zero(to)) batch.touched.push_back(out.ends[k]);
      to |= from;
    }
    batch.frontier[u] = Row{};
  }
  batch.list.clear();
  batch.list_arcs = 0;
  for (const VertexId v : batch.touched) {
    const Words fresh = batch.next[v].words & ~batch.seen[v].words;
    batch.next[v] = Row{};
    if (!is_zero(fresh)) settle(batch, v, fresh, level, inverse);
  }
  batch.touched.clear();
}

// The rows of the frontier that reach v, as far as it needs them: once nobody is missing, the other
// arcs bring nothing new.
SUMMITRY_KERNEL_PART void gather(const Batch& batch, VertexId v, const Words& missing,
                                 Words& result) {
  constexpr std::size_t kStride = 8;
  const Arcs& in = batch.graph.in;
  Words found{};
  for (std::size_t k = in.begin(v); k < in.end(v);) {
    for (const std::size_t stop = std::min(k + kStride, in.end(v)); k < stop; ++k) {
      found |= batch.frontier[in.ends[k]].words;
    }
    if (is_zero(missing & ~found)) break;
  }
  result = found & missing;
}

// The same from the other end, for vertices that some source has not reached yet.
SUMMITRY_CPU_VERSIONS
void pull(Batch& batch, std::uint32_t level, std::span<double> inverse) {
  std::swap(batch.list, batch.touched);
  batch.list_arcs = 0;
  std::size_t kept = 0;
  for (const VertexId v : batch.open) {
    const Words missing = batch.all & ~batch.seen[v].words;
    if (is_zero(missing)) {
      batch.open_arcs -= batch.graph.in.end(v) - batch.graph.in.begin(v);
      continue;
    }
    batch.open[kept++] = v;
    Words fresh;
    gather(batch, v, missing, fresh);
    if (!is_zero(fresh)) settle(batch, v, fresh, level, inverse);
  }
  batch.open.resize(kept);
  for (const VertexId v : batch.touched) batch.frontier[v] = Row{};
  batch.touched.clear();
}

// The search before has left frontier and next without a bit.
void begin(Batch& batch, std::span<const VertexId> sources) {
  for (const VertexId v : batch.visited) batch.seen[v] = Row{};
  batch.visited.assign(sources.begin(), sources.end());
  batch.list.assign(sources.begin(), sources.end());
  batch.open.clear();
  batch.all = Words{};
  batch.list_arcs = 0;
  batch.open_arcs = batch.graph.in.ends.size();
  for (std::size_t lane = 0; lane < sources.size(); ++lane) {
    const VertexId v = sources[lane];
    const std::uint64_t bit = std::uint64_t{1} << (lane % 64);
    batch.all[lane / 64] |= bit;
    batch.seen[v].words[lane / 64] |= bit;
    batch.frontier[v].words[lane / 64] |= bit;
    batch.list_arcs += batch.graph.out.end(v) - batch.graph.out.begin(v);
  }
}

void Batch::search(std::span<const VertexId> sources, std::span<double> inverse) {
  Batch& batch = *this;
  begin(batch, sources);
  for (std::uint32_t level = 1; !batch.list.empty(); ++level) {
    // Pushing reads and writes a row for every arc of the frontier; pulling reads a row an arc of the
    // open vertices at worst, and far less where most of the batch arrives at once.
    if (batch.list_arcs * kPushCost < batch.open_arcs) {
      push(batch, level, inverse);
    } else {
      if (batch.open.empty()) {
        batch.open.resize(batch.graph.size());
        std::iota(batch.open.begin(), batch.open.end(), VertexId{0});
      }
      pull(batch, level, inverse);
    }
    std::swap(batch.frontier, batch.next);
  }
}

}  // namespace

DistanceSums hop_sums(const Graph& graph, const Run& run) {
  const Renumbered dense(graph);
  return sources::over_all(dense, run, [&dense] { return std::make_unique<Batch>(dense); });
}

}  // namespace summitry
