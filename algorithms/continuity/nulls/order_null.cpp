#include "algorithms/continuity/nulls/order_null.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>

#include "algorithms/inference/null_tally.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using Overlaps = std::vector<std::vector<std::size_t>>;

constexpr std::size_t kAllOrders = 8;  // editions of which every order is tried
constexpr std::size_t kOrdersInABlock = 1000;

double succession(const Overlaps& overlaps, const std::vector<std::size_t>& order) {
  std::size_t sum = 0;
  for (std::size_t t = 1; t < order.size(); ++t) sum += overlaps[order[t - 1]][order[t]];
  return static_cast<double>(sum);
}

NullTally all_orders(const Overlaps& overlaps, double observed) {
  std::vector<std::size_t> order(overlaps.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  NullTally tally(observed);
  do {
    tally.add(succession(overlaps, order));
  } while (std::next_permutation(order.begin(), order.end()));
  return tally;
}

NullTally random_orders(const Overlaps& overlaps, double observed, std::size_t samples,
                        const Run& run) {
  std::vector<NullTally> tallies(block_count(samples, kOrdersInABlock), NullTally(observed));
  parallel_blocks(samples, kOrdersInABlock, run, "orders", [&](const Block& block) {
    Random random(run.seed, (std::uint64_t{1} << 60U) + block.index);
    std::vector<std::size_t> order(overlaps.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t sample = block.begin; sample < block.end; ++sample) {
      random.shuffle(std::span<std::size_t>(order));
      tallies[block.index].add(succession(overlaps, order));
    }
  });
  NullTally total(observed);
  for (const NullTally& tally : tallies) total.add(tally);
  return total;
}

// What no p of these can decide, or "".
std::string undecidable(std::size_t editions, const NullTest& test) {
  if (test.smallest_p <= 0.05) return "";
  if (test.samples > 0) {
    return "cannot be decided with so few samples: no p can be below 1/" +
           option_text(test.samples + 1);
  }
  return editions == 3
             ? "cannot be decided with three summits: of their orders, no p can be below 1/3"
             : "cannot be decided with four summits: of their orders, no p can be below 1/12";
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
  const double observed = succession(overlaps, order);
  const bool exact = editions <= kAllOrders;
  const NullTally tally =
      exact ? all_orders(overlaps, observed) : random_orders(overlaps, observed, samples, run);
  fill(test, tally, exact ? Draws::all : Draws::at_random, run.seed);
  if (exact) test.smallest_p *= 2.0;  // an order and the same read backwards
  test.note = undecidable(editions, test);
  return test;
}

}  // namespace summitry
