// What searches from 512 sources at once share: rows of bits, what is added up at a vertex, and the
// batches over all sources.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "algorithms/block_sums.hpp"
#include "engine/cpu_versions.hpp"
#include "engine/graph.hpp"

namespace summitry::sources {

constexpr std::size_t kWords = 8;

// A bit a source of the batch: one register where there are such wide ones.
using Words = std::uint64_t __attribute__((vector_size(8 * kWords)));

struct alignas(64) Row {  // a cache line
  Words words{};
};

// Halves laid over each other within the register; taken one by one, the words would leave it.
SUMMITRY_KERNEL_PART bool is_zero(const Words& row) {
  static_assert(kWords == 8);
  const Words fours = row | __builtin_shufflevector(row, row, 4, 5, 6, 7, 0, 1, 2, 3);
  const Words twos = fours | __builtin_shufflevector(fours, fours, 2, 3, 0, 1, 6, 7, 4, 5);
  return (twos[0] | twos[1]) == 0;
}

using Weights = std::array<std::uint32_t, kWords>;

// Up to 64 sources that stand for equally many vertices each.
struct Word {
  std::size_t begin = 0;  // in Sources::at
  std::size_t end = 0;
  std::uint32_t weight = 1;
};

struct Sources {
  std::vector<VertexId> at;
  std::vector<Word> words;

  // Those in `order` whose size has the bit `weight`, after those that are there.
  void add(std::span<const VertexId> order, std::span<const std::uint32_t> size,
           std::uint32_t weight) {
    std::size_t begin = at.size();
    const auto close = [&] {
      if (at.size() > begin) words.push_back({begin, at.size(), weight});
      begin = at.size();
    };
    for (const VertexId v : order) {
      if ((size[v] & weight) == 0) continue;
      at.push_back(v);
      if (at.size() - begin == 64) close();
    }
    close();
  }
};

// Every row a source as often as it stands for vertices, the same order for each power of two of them.
inline Sources all_sources(std::span<const VertexId> order, std::span<const std::uint32_t> size) {
  std::uint32_t most = 0;
  for (const std::uint32_t one : size) most = std::max(most, one);
  Sources found;
  for (std::uint32_t weight = 1; weight <= most; weight *= 2) found.add(order, size, weight);
  return found;
}

// What the batches of one thread add up for a vertex; whole numbers, so that their order does not
// matter.
struct Tally {
  std::uint64_t total = 0;
  std::uint32_t reached = 0;
  std::uint32_t farthest = 0;

  // Takes in what arrives from `distance`; how many, each word's bits counting as often as it says.
  SUMMITRY_KERNEL_PART std::uint32_t take(const Words& fresh, const Weights& weights,
                                          std::uint32_t distance) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
      count += static_cast<std::uint32_t>(std::popcount(fresh[i])) * weights[i];
    }
    total += std::uint64_t{count} * distance;
    reached += count;
    farthest = std::max(farthest, distance);
    return count;
  }
};

// By row.
struct Totals {
  std::vector<Tally> tallies;
  std::vector<double> inverse;
};

// make() gives a thread its batch, a std::unique_ptr; batch->search(words, at, inverse), with at most
// kWords words, adds to batch->tallies and to `inverse`.
template <class Make>
Totals over_all(const Sources& sources, std::size_t rows, const Run& run, const Make& make) {
  constexpr std::size_t kBlocks = 64;  // few enough sums to add up
  const std::size_t count = sources.words.size();
  const std::size_t block = kWords * std::max<std::size_t>(1, count / (kWords * kBlocks));
  std::vector<decltype(make())> batches(static_cast<std::size_t>(run.thread_count()));
  Totals found{std::vector<Tally>(rows), {}};
  found.inverse = sum_over_blocks(
      count, block, rows, run, "distances", [&](const Block& mine, std::span<double> partial) {
        auto& batch = batches[mine.thread];
        if (!batch) batch = make();
        for (std::size_t first = mine.begin; first < mine.end; first += kWords) {
          run.check();
          const std::size_t words = std::min(kWords, mine.end - first);
          batch->search(std::span(sources.words).subspan(first, words), sources.at, partial);
        }
      });
  for (const auto& batch : batches) {
    for (std::size_t v = 0; batch && v < rows; ++v) {
      found.tallies[v].total += batch->tallies[v].total;
      found.tallies[v].reached += batch->tallies[v].reached;
      found.tallies[v].farthest = std::max(found.tallies[v].farthest, batch->tallies[v].farthest);
    }
  }
  return found;
}

}  // namespace summitry::sources
