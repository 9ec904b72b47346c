#include "algorithms/continuity/blocs/bloc_agreement.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/inference/null_tally.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 50;
constexpr std::uint64_t kStream = 0x424c4f4300000000;  // apart from other methods of one seed

struct Tallies {
  NullTally rand;
  NullTally information;
};

bool says_nothing(Labels labels) {
  const auto different = [&labels](std::uint32_t label) { return label != labels.front(); };
  return std::none_of(labels.begin(), labels.end(), different);
}

NullTest test_of(const char* statistic) {
  NullTest test;
  test.statistic = statistic;
  test.method = "label permutation (Hubert & Arabie 1985)";
  return test;
}

NullTest undefined(const char* statistic, const char* why) {
  NullTest test = test_of(statistic);
  test.note = why;
  return test;
}

}  // namespace

Agreement bloc_agreement(Labels first, Labels second) {
  Agreement agreement;
  const double rand = adjusted_rand_index(first, second);
  if (first.size() < 2) return agreement;
  agreement.adjusted_rand = rand;
  agreement.adjusted_information = adjusted_mutual_information(first, second);
  agreement.normalised_information = normalised_mutual_information(first, second);
  agreement.variation = std::max(0.0, variation_of_information(first, second));
  agreement.variation_share = *agreement.variation / std::log(static_cast<double>(first.size()));
  return agreement;
}

std::vector<NullTest> label_permutation(Labels first, Labels second, std::size_t permutations,
                                        const Run& run) {
  if (permutations < 1) refuse_option("blocs", "permutations", ">= 1", "0");
  constexpr const char* kRand = "adjusted Rand index";
  constexpr const char* kInformation = "mutual information";
  const double rand = adjusted_rand_index(first, second);
  if (first.size() < 2 || says_nothing(first) || says_nothing(second)) {
    const char* why = first.size() < 2 ? "undefined: fewer than two are joined at both"
                                       : "undefined: all are in one bloc at one of the two";
    return {undefined(kRand, why), undefined(kInformation, why)};
  }
  const double information = mutual_information(first, second);
  const Tallies none{NullTally(rand), NullTally(information)};
  std::vector<Tallies> tallies(block_count(permutations, kBlock), none);
  parallel_blocks(permutations, kBlock, run, "permuting labels", [&](const Block& block) {
    Random random(run.seed, kStream + block.index);
    std::vector<std::uint32_t> labels(second.begin(), second.end());
    for (std::size_t i = block.begin; i < block.end; ++i) {
      random.shuffle(std::span(labels));
      tallies[block.index].rand.add(adjusted_rand_index(first, labels));
      tallies[block.index].information.add(mutual_information(first, labels));
    }
  });
  Tallies total = none;
  for (const Tallies& one : tallies) {
    total.rand.add(one.rand);
    total.information.add(one.information);
  }
  NullTest of_rand = test_of(kRand);
  fill(of_rand, total.rand, Draws::at_random, run.seed);
  NullTest of_information = test_of(kInformation);
  fill(of_information, total.information, Draws::at_random, run.seed);
  return {of_rand, of_information};
}

}  // namespace summitry
