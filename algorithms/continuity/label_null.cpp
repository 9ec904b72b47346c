#include "algorithms/continuity/label_null.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::size_t kSamplesInABlock = 100;

// Chi-square for given numbers who came back, by stratum.
class Statistic {
 public:
  Statistic(std::vector<std::size_t> sizes, std::size_t back) : sizes_(std::move(sizes)) {
    std::size_t all = 0;
    for (const std::size_t size : sizes_) all += size;
    share_ = all == 0 ? 0.0 : static_cast<double>(back) / static_cast<double>(all);
  }
  [[nodiscard]] double value(const std::vector<std::size_t>& back) const {
    double sum = 0.0;
    for (std::size_t s = 0; s < sizes_.size(); ++s) {
      const auto size = static_cast<double>(sizes_[s]);
      if (sizes_[s] == 0) continue;
      const double difference = static_cast<double>(back[s]) - size * share_;
      sum += difference * difference / (size * share_ * (1.0 - share_));
    }
    return sum;
  }

 private:
  std::vector<std::size_t> sizes_;
  double share_ = 0.0;
};

struct Tally {
  double sum = 0.0;
  double squares = 0.0;
  std::size_t at_least = 0;
};

Tally permute(const std::vector<CameBack>& participants, const Statistic& statistic,
              std::size_t strata, double observed, const Block& block, Random random) {
  std::vector<std::uint32_t> stratum;
  std::size_t came = 0;
  for (const CameBack& one : participants) {
    stratum.push_back(one.stratum);
    came += one.back ? 1 : 0;
  }
  Tally tally;
  for (std::size_t sample = block.begin; sample < block.end; ++sample) {
    // The first `came` of a random order came back.
    std::vector<std::size_t> back(strata, 0);
    for (std::size_t i = 0; i < came; ++i) {
      std::swap(stratum[i], stratum[i + random.below(stratum.size() - i)]);
      ++back[stratum[i]];
    }
    const double value = statistic.value(back);
    tally.sum += value;
    tally.squares += value * value;
    tally.at_least += value >= observed - 1e-9 * (1.0 + observed) ? 1 : 0;
  }
  return tally;
}

}  // namespace

NullTest label_null(const std::vector<CameBack>& participants, std::size_t samples,
                    std::uint64_t stream, const Run& run) {
  if (samples < 1) refuse_option("label_null", "samples", ">= 1", "0");
  NullTest test;
  test.statistic = "difference in retention (chi-square)";
  test.method = "label permutation";
  std::uint32_t strata = 0;
  for (const CameBack& one : participants) strata = std::max(strata, one.stratum + 1);
  std::vector<std::size_t> sizes(strata, 0);
  std::vector<std::size_t> back(strata, 0);
  std::size_t came = 0;
  for (const CameBack& one : participants) {
    ++sizes[one.stratum];
    back[one.stratum] += one.back ? 1 : 0;
    came += one.back ? 1 : 0;
  }
  const auto used = std::count_if(sizes.begin(), sizes.end(), [](std::size_t n) { return n > 0; });
  if (used < 2 || came == 0 || came == participants.size()) {
    test.note = used < 2 ? "only one group" : "all or nobody came back";
    return test;
  }
  const Statistic statistic(sizes, came);
  test.observed = statistic.value(back);
  std::vector<Tally> tallies(block_count(samples, kSamplesInABlock));
  parallel_blocks(samples, kSamplesInABlock, run, "labels", [&](const Block& block) {
    const Random random(run.seed, (std::uint64_t{1} << 61U) + (stream << 32U) + block.index);
    tallies[block.index] = permute(participants, statistic, strata, *test.observed, block, random);
  });
  Tally total;
  for (const Tally& tally : tallies) {
    total.sum += tally.sum;
    total.squares += tally.squares;
    total.at_least += tally.at_least;
  }
  const auto n = static_cast<double>(samples);
  test.mean = total.sum / n;
  if (samples > 1) {
    test.sd = std::sqrt(std::max(0.0, total.squares - *test.mean * total.sum) / (n - 1.0));
    if (*test.sd > 1e-12) test.effect = (*test.observed - *test.mean) / *test.sd;
  }
  test.p_value = (1.0 + static_cast<double>(total.at_least)) / (1.0 + n);
  test.samples = samples;
  test.seed = run.seed;
  test.smallest_p = 1.0 / (1.0 + n);
  return test;
}

}  // namespace summitry
