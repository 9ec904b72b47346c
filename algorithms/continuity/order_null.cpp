#include "algorithms/continuity/order_null.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using Overlaps = std::vector<std::vector<std::size_t>>;

constexpr std::size_t kAllOrders = 8;  // editions of which every order is tried
constexpr std::size_t kOrdersInABlock = 1000;

std::uint64_t succession(const Overlaps& overlaps, const std::vector<std::size_t>& order) {
  std::uint64_t sum = 0;
  for (std::size_t t = 1; t < order.size(); ++t) sum += overlaps[order[t - 1]][order[t]];
  return sum;
}

// Whole numbers, so that the order of adding does not matter.
struct Tally {
  std::uint64_t count = 0;
  std::uint64_t sum = 0;
  std::uint64_t squares = 0;
  std::uint64_t at_least = 0;

  void add(std::uint64_t value, std::uint64_t observed) {
    ++count;
    sum += value;
    squares += value * value;
    at_least += value >= observed ? 1 : 0;
  }
  void add(const Tally& other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    at_least += other.at_least;
  }
};

Tally all_orders(const Overlaps& overlaps, std::uint64_t observed) {
  std::vector<std::size_t> order(overlaps.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Tally tally;
  do {
    tally.add(succession(overlaps, order), observed);
  } while (std::next_permutation(order.begin(), order.end()));
  return tally;
}

Tally random_orders(const Overlaps& overlaps, std::uint64_t observed, std::size_t samples,
                    const Run& run) {
  std::vector<Tally> tallies(block_count(samples, kOrdersInABlock));
  parallel_blocks(samples, kOrdersInABlock, run, "orders", [&](const Block& block) {
    Random random(run.seed, (std::uint64_t{1} << 60U) + block.index);
    std::vector<std::size_t> order(overlaps.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t sample = block.begin; sample < block.end; ++sample) {
      random.shuffle(std::span<std::size_t>(order));
      tallies[block.index].add(succession(overlaps, order), observed);
    }
  });
  Tally total;
  for (const Tally& tally : tallies) total.add(tally);
  return total;
}

std::string in_words(std::size_t editions) {
  return editions == 3 ? "three" : "four";
}

}  // namespace

NullTest order_null(const Overlaps& overlaps, std::size_t samples, const Run& run) {
  if (samples < 1) refuse_option("order_null", "samples", ">= 1", "0");
  NullTest test;
  test.name = "whole series";
  test.statistic = "shared by neighbours in total";
  test.method = "order permutation";
  const std::size_t editions = overlaps.size();
  if (editions < 3) {
    test.note = "fewer than three editions have no other order";
    return test;
  }
  std::vector<std::size_t> order(editions);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::uint64_t observed = succession(overlaps, order);
  const bool exact = editions <= kAllOrders;
  const Tally tally =
      exact ? all_orders(overlaps, observed) : random_orders(overlaps, observed, samples, run);
  const auto n = static_cast<double>(tally.count);
  const auto at_least = static_cast<double>(tally.at_least);
  test.observed = static_cast<double>(observed);
  test.mean = static_cast<double>(tally.sum) / n;
  const double spread =
      static_cast<double>(tally.squares) - *test.mean * static_cast<double>(tally.sum);
  test.sd = std::sqrt(std::max(0.0, spread) / (exact ? n : n - 1.0));
  if (*test.sd > 1e-9) test.effect = (*test.observed - *test.mean) / *test.sd;
  test.p_value = exact ? at_least / n : (1.0 + at_least) / (1.0 + n);
  test.smallest_p = exact ? 2.0 / n : 1.0 / (1.0 + n);
  test.samples = exact ? 0 : samples;
  test.seed = exact ? 0 : run.seed;
  if (test.smallest_p > 0.05) {
    test.note = "cannot be decided with " + in_words(editions) +
                " summits: of their orders, no p can be below " + (editions == 3 ? "1/3" : "1/12");
  }
  return test;
}

}  // namespace summitry
