#include "algorithms/continuity/bloc_agreement.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 50;
constexpr std::uint64_t kStream = 0x424c4f4300000000;  // apart from other methods of one seed
constexpr double kRounding = 1e-12;

struct Tally {
  double sum = 0.0;
  double squares = 0.0;
  std::size_t at_least = 0;

  void count(double value, double observed) {
    sum += value;
    squares += value * value;
    if (value >= observed - kRounding) ++at_least;
  }
  void add(const Tally& other) {
    sum += other.sum;
    squares += other.squares;
    at_least += other.at_least;
  }
};

struct Tallies {
  Tally rand;
  Tally information;
};

bool says_nothing(Labels labels) {
  const auto different = [&labels](std::uint32_t label) { return label != labels.front(); };
  return std::none_of(labels.begin(), labels.end(), different);
}

NullTest test_of(const char* statistic, double observed, const Tally& tally,
                 std::size_t permutations, std::uint64_t seed) {
  NullTest test;
  test.statistic = statistic;
  test.method = "label permutation (Hubert & Arabie 1985)";
  const auto done = static_cast<double>(permutations);
  test.observed = observed;
  test.mean = tally.sum / done;
  test.sd = std::sqrt(std::max(0.0, tally.squares / done - *test.mean * *test.mean));
  if (*test.sd > kRounding) test.effect = (observed - *test.mean) / *test.sd;
  test.p_value = (1.0 + static_cast<double>(tally.at_least)) / (1.0 + done);
  test.samples = permutations;
  test.seed = seed;
  test.smallest_p = 1.0 / (1.0 + done);
  return test;
}

NullTest undefined(const char* statistic, const char* why) {
  NullTest test;
  test.statistic = statistic;
  test.method = "label permutation (Hubert & Arabie 1985)";
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
  std::vector<Tallies> tallies(block_count(permutations, kBlock));
  parallel_blocks(permutations, kBlock, run, "permuting labels", [&](const Block& block) {
    Random random(run.seed, kStream + block.index);
    std::vector<std::uint32_t> labels(second.begin(), second.end());
    for (std::size_t i = block.begin; i < block.end; ++i) {
      random.shuffle(std::span(labels));
      tallies[block.index].rand.count(adjusted_rand_index(first, labels), rand);
      tallies[block.index].information.count(mutual_information(first, labels), information);
    }
  });
  Tallies total;
  for (const Tallies& one : tallies) {
    total.rand.add(one.rand);
    total.information.add(one.information);
  }
  return {test_of(kRand, rand, total.rand, permutations, run.seed),
          test_of(kInformation, information, total.information, permutations, run.seed)};
}

}  // namespace summitry
