// What searches from 512 sources at once share: rows of bits, what is added up at a vertex, and the
// batches over all sources.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "algorithms/block_sums.hpp"
#include "algorithms/structure/distances.hpp"
#include "algorithms/structure/renumbered.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry::sources {

constexpr std::size_t kWords = 8;
constexpr std::size_t kLanes = 64 * kWords;

// A bit a source of the batch: one register where there are such wide ones.
using Words = std::uint64_t __attribute__((vector_size(8 * kWords)));

struct alignas(64) Row {  // a cache line
  Words words{};
};

SUMMITRY_KERNEL_PART bool is_zero(const Words& row) {
  std::uint64_t any = 0;
  for (std::size_t i = 0; i < kWords; ++i) any |= row[i];
  return any == 0;
}

// What the batches of one thread add up for a vertex; whole numbers, so that their order does not
// matter.
struct Tally {
  std::uint64_t total = 0;
  std::uint32_t reached = 0;
  std::uint32_t farthest = 0;

  // Takes in what arrives from `distance`; how many.
  SUMMITRY_KERNEL_PART std::uint32_t take(const Words& fresh, std::uint32_t distance) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
      count += static_cast<std::uint32_t>(std::popcount(fresh[i]));
    }
    total += std::uint64_t{count} * distance;
    reached += count;
    farthest = std::max(farthest, distance);
    return count;
  }
};

// Batches that one thread takes one after the other: few enough sums to add up, by n alone.
inline std::size_t batches_a_block(std::size_t n) {
  constexpr std::size_t kBlocks = 64;
  return std::max<std::size_t>(1, n / (kLanes * kBlocks));
}

// Every vertex a source once, breadth-first, so that their levels meet. make() gives a thread its
// batch, a std::unique_ptr; batch->search(sources, inverse) adds to batch->tallies and to `inverse`.
template <class Make>
DistanceSums over_all(const Renumbered& dense, const Run& run, const Make& make) {
  const std::size_t n = dense.size();
  const std::vector<VertexId> order = breadth_first_order(dense);
  std::vector<decltype(make())> batches(static_cast<std::size_t>(run.thread_count()));
  const std::vector<double> inverse =
      sum_over_blocks(n, kLanes * batches_a_block(n), n, run, "distances",
                      [&](const Block& block, std::span<double> partial) {
                        auto& batch = batches[block.thread];
                        if (!batch) batch = make();
                        for (std::size_t first = block.begin; first < block.end; first += kLanes) {
                          run.check();
                          const std::size_t count = std::min(kLanes, block.end - first);
                          batch->search(std::span(order).subspan(first, count), partial);
                        }
                      });
  DistanceSums sums{std::vector<std::uint32_t>(n, 1), std::vector<double>(n),
                    std::vector<double>(n), std::vector<double>(n)};
  for (VertexId v = 0; v < n; ++v) {
    const VertexId place = dense.number[v];
    for (const auto& batch : batches) {
      if (!batch) continue;
      const Tally& tally = batch->tallies[place];
      sums.reached[v] += tally.reached;
      sums.total[v] += static_cast<double>(tally.total);  // whole numbers: exact in any order
      sums.farthest[v] = std::max(sums.farthest[v], static_cast<double>(tally.farthest));
    }
    sums.inverse[v] = inverse[place];
  }
  return sums;
}

}  // namespace summitry::sources
