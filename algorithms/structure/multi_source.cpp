#include "algorithms/structure/multi_source.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <numeric>

#include "algorithms/arcs.hpp"
#include "algorithms/block_sums.hpp"
#include "algorithms/structure/renumbered.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

constexpr std::size_t kWords = 8;
constexpr std::size_t kLanes = 64 * kWords;

// A bit a source of the batch; a cache line.
struct alignas(64) Row {
  std::array<std::uint64_t, kWords> words{};
};

// What the batches of one thread add up; whole numbers, so that their order does not matter.
struct Tally {
  std::vector<std::uint32_t> reached;
  std::vector<std::uint64_t> total;
  std::vector<std::uint32_t> farthest;

  explicit Tally(std::size_t n) : reached(n, 0), total(n, 0), farthest(n, 0) {}
};

// One batch of sources, level by level.
struct Batch {
  const Renumbered& graph;
  std::vector<Row> seen;      // sources that have reached the vertex
  std::vector<Row> frontier;  // those that reached it on the level before
  std::vector<Row> next;
  std::vector<VertexId> list;     // vertices with a bit in frontier
  std::vector<VertexId> touched;  // vertices with a bit in next, new or not
  Row all;                        // the bits of the batch

  explicit Batch(const Renumbered& g)
      : graph(g), seen(g.size()), frontier(g.size()), next(g.size()) {}
};

inline bool is_zero(const Row& row) {
  std::uint64_t any = 0;
  for (const std::uint64_t word : row.words) any |= word;
  return any == 0;
}

std::size_t arcs_from(const Batch& batch) {
  std::size_t count = 0;
  for (const VertexId v : batch.list) count += batch.graph.out.end(v) - batch.graph.out.begin(v);
  return count;
}

// next |= the rows that reach it, over the arcs of the frontier.
SUMMITRY_CPU_VERSIONS
void push(Batch& batch) {
  for (const VertexId u : batch.list) {
    const Row& from = batch.frontier[u];
    for (std::size_t k = batch.graph.out.begin(u); k < batch.graph.out.end(u); ++k) {
      const VertexId v = batch.graph.out.ends[k];
      Row& to = batch.next[v];
      if (is_zero(to)) batch.touched.push_back(v);
      for (std::size_t i = 0; i < kWords; ++i) to.words[i] |= from.words[i];
    }
  }
}

// The same from the other end, for vertices that some source has not reached yet.
SUMMITRY_CPU_VERSIONS
void pull(Batch& batch) {
  for (VertexId v = 0; v < batch.graph.size(); ++v) {
    std::uint64_t open = 0;
    for (std::size_t i = 0; i < kWords; ++i) open |= batch.all.words[i] & ~batch.seen[v].words[i];
    if (open == 0) continue;
    Row gathered;
    for (std::size_t k = batch.graph.in.begin(v); k < batch.graph.in.end(v); ++k) {
      const Row& from = batch.frontier[batch.graph.in.ends[k]];
      for (std::size_t i = 0; i < kWords; ++i) gathered.words[i] |= from.words[i];
    }
    if (is_zero(gathered)) continue;
    batch.next[v] = gathered;
    batch.touched.push_back(v);
  }
}

// Takes what is new on this level into the sums and makes the next frontier of it.
SUMMITRY_CPU_VERSIONS
void settle(Batch& batch, std::uint32_t level, Tally& tally, std::span<double> inverse) {
  batch.list.clear();
  for (const VertexId v : batch.touched) {
    Row& row = batch.next[v];
    Row& seen = batch.seen[v];
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
      row.words[i] &= ~seen.words[i];
      any |= row.words[i];
    }
    if (any == 0) continue;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
      seen.words[i] |= row.words[i];
      count += static_cast<std::uint32_t>(std::popcount(row.words[i]));
    }
    batch.list.push_back(v);
    tally.reached[v] += count;
    tally.total[v] += std::uint64_t{count} * level;
    tally.farthest[v] = std::max(tally.farthest[v], level);
    inverse[v] += static_cast<double>(count) / level;
  }
}

// The search before has left frontier and next without a bit.
void begin(Batch& batch, std::span<const VertexId> sources) {
  std::fill(batch.seen.begin(), batch.seen.end(), Row{});
  batch.all = {};
  batch.list.assign(sources.begin(), sources.end());
  for (std::size_t lane = 0; lane < sources.size(); ++lane) {
    const std::uint64_t bit = std::uint64_t{1} << (lane % 64);
    batch.all.words[lane / 64] |= bit;
    batch.seen[sources[lane]].words[lane / 64] |= bit;
    batch.frontier[sources[lane]].words[lane / 64] |= bit;
  }
}

void search(Batch& batch, std::span<const VertexId> sources, Tally& tally,
            std::span<double> inverse) {
  begin(batch, sources);
  for (std::uint32_t level = 1; !batch.list.empty(); ++level) {
    // Pulling reads every open row once; pushing writes a row for every arc of the frontier.
    if (arcs_from(batch) * 3 < batch.graph.in.ends.size()) {
      push(batch);
    } else {
      pull(batch);
    }
    for (const VertexId v : batch.list) batch.frontier[v] = Row{};
    settle(batch, level, tally, inverse);
    batch.touched.clear();
    std::swap(batch.frontier, batch.next);
  }
}

}  // namespace

DistanceSums hop_sums(const Graph& graph, const Run& run) {
  const std::size_t n = graph.vertex_count();
  const Renumbered dense(graph);
  const std::vector<VertexId> sources = breadth_first_order(dense);
  const auto threads = static_cast<std::size_t>(run.thread_count());
  std::vector<std::unique_ptr<Batch>> batches(threads);
  std::vector<std::unique_ptr<Tally>> tallies(threads);
  const std::vector<double> inverse = sum_over_blocks(
      n, kLanes, n, run, "distances", [&](const Block& block, std::span<double> partial) {
        auto& batch = batches[block.thread];
        auto& tally = tallies[block.thread];
        if (!batch) batch = std::make_unique<Batch>(dense);
        if (!tally) tally = std::make_unique<Tally>(n);
        search(*batch, std::span(sources).subspan(block.begin, block.end - block.begin), *tally,
               partial);
      });
  DistanceSums sums{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n),
                    std::vector<double>(n)};
  for (VertexId v = 0; v < n; ++v) {
    const VertexId place = dense.number[v];
    std::uint64_t total = 0;
    std::uint32_t farthest = 0;
    sums.reached[v] = 1;
    for (const auto& tally : tallies) {
      if (!tally) continue;
      sums.reached[v] += tally->reached[place];
      total += tally->total[place];
      farthest = std::max(farthest, tally->farthest[place]);
    }
    sums.total[v] = static_cast<double>(total);
    sums.inverse[v] = inverse[place];
    sums.farthest[v] = farthest;
  }
  return sums;
}

}  // namespace summitry
