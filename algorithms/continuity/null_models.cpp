#include "algorithms/continuity/null_models.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/continuity/comparison.hpp"
#include "algorithms/continuity/curveball.hpp"
#include "algorithms/continuity/hypergeometric.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::size_t kSamplesInAChain = 50;
constexpr std::size_t kTradesBefore = 50;  // an edition
constexpr std::size_t kTradesBetween = 5;  // an edition

void set_expected(Transition& transition, std::size_t universe,
                  const OverlapExpectation& expectation) {
  transition.universe = universe;
  transition.expected_retained = expectation.mean;
  transition.expected_sd = expectation.sd;
  if (expectation.sd > 0.0) {
    transition.z = (static_cast<double>(transition.retained) - expectation.mean) / expectation.sd;
  }
  transition.p_value = expectation.upper_tail;
}

// Sums over samples of the overlap of one pair of editions: whole numbers, so that the order in
// which they are added up does not matter.
struct Tally {
  std::uint64_t sum = 0;
  std::uint64_t squares = 0;
  std::uint64_t at_least = 0;
  std::uint64_t least = UINT64_MAX;
  std::uint64_t most = 0;

  void add(std::size_t overlap, std::size_t observed) {
    sum += overlap;
    squares += std::uint64_t{overlap} * overlap;
    at_least += overlap >= observed ? 1 : 0;
    least = std::min(least, std::uint64_t{overlap});
    most = std::max(most, std::uint64_t{overlap});
  }
  void add(const Tally& other) {
    sum += other.sum;
    squares += other.squares;
    at_least += other.at_least;
    least = std::min(least, other.least);
    most = std::max(most, other.most);
  }
  [[nodiscard]] OverlapExpectation expectation(std::size_t samples) const {
    const double n = static_cast<double>(samples);
    OverlapExpectation result;
    result.mean = static_cast<double>(sum) / n;
    const double spread = static_cast<double>(squares) - result.mean * static_cast<double>(sum);
    // Exactly 0 when the margins leave no choice.
    if (least < most) result.sd = std::sqrt(std::max(0.0, spread) / (n - 1.0));
    result.upper_tail = (1.0 + static_cast<double>(at_least)) / (1.0 + n);
    return result;
  }
};

Curveball::Rosters rosters_of(const Continuity& continuity) {
  Curveball::Rosters rosters;
  for (const Edition& edition : continuity.editions) rosters.push_back(edition.participants);
  return rosters;
}

// One chain's tallies, a pair of editions in all_pairs each.
std::vector<Tally> run_chain(const Continuity& continuity, const Block& block, const Run& run) {
  const std::size_t editions = continuity.editions.size();
  Curveball sampler(rosters_of(continuity), Random(run.seed, block.index));
  sampler.trade(kTradesBefore * editions);
  std::vector<Tally> tallies(continuity.all_pairs.size());
  for (std::size_t sample = block.begin; sample < block.end; ++sample) {
    run.check();
    sampler.trade(kTradesBetween * editions);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
      const Transition& pair = continuity.all_pairs[i];
      tallies[i].add(shared_count(sampler.rosters()[pair.from], sampler.rosters()[pair.to]),
                     pair.retained);
    }
  }
  return tallies;
}

// The neighbours among all pairs carry the same figures.
void copy_to_neighbours(Continuity& continuity) {
  for (Transition& transition : continuity.transitions) {
    for (const Transition& pair : continuity.all_pairs) {
      if (pair.from == transition.from && pair.to == transition.to) transition = pair;
    }
  }
}

}  // namespace

void expect_by_hypergeometric(Continuity& continuity, std::size_t universe) {
  for (Transition& pair : continuity.all_pairs) {
    if (universe == 0) continue;  // nobody anywhere: nothing to draw from
    const std::size_t a = pair.retained + pair.left;
    const std::size_t b = pair.retained + pair.entered;
    set_expected(pair, universe, hypergeometric_overlap(universe, a, b, pair.retained));
  }
  copy_to_neighbours(continuity);
}

void expect_by_curveball(Continuity& continuity, std::size_t samples, const Run& run) {
  const std::size_t chains = block_count(samples, kSamplesInAChain);
  std::vector<std::vector<Tally>> tallies(chains);
  parallel_blocks(samples, kSamplesInAChain, run, "curveball", [&](const Block& block) {
    tallies[block.index] = run_chain(continuity, block, run);
  });
  for (std::size_t i = 0; i < continuity.all_pairs.size(); ++i) {
    Tally total;
    for (const auto& chain : tallies) total.add(chain[i]);
    set_expected(continuity.all_pairs[i], continuity.entities.size(), total.expectation(samples));
  }
  copy_to_neighbours(continuity);
}

}  // namespace summitry
