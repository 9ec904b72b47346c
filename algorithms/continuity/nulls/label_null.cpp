#include "algorithms/continuity/nulls/label_null.hpp"

#include <algorithm>
#include <span>

#include "algorithms/inference/null_tally.hpp"
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

NullTally permute(const std::vector<CameBack>& participants, const Statistic& statistic,
                  std::size_t strata, double observed, const Block& block, Random random) {
  std::vector<std::uint32_t> stratum;
  std::size_t came = 0;
  for (const CameBack& one : participants) {
    stratum.push_back(one.stratum);
    came += one.back ? 1 : 0;
  }
  NullTally tally(observed);
  for (std::size_t sample = block.begin; sample < block.end; ++sample) {
    // The first `came` of a random order came back.
    std::vector<std::size_t> back(strata, 0);
    for (std::size_t i = 0; i < came; ++i) {
      std::swap(stratum[i], stratum[i + random.below(stratum.size() - i)]);
      ++back[stratum[i]];
    }
    tally.add(statistic.value(back));
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
  const double observed = statistic.value(back);
  std::vector<NullTally> tallies(block_count(samples, kSamplesInABlock));
  parallel_blocks(samples, kSamplesInABlock, run, "labels", [&](const Block& block) {
    const Random random(run.seed, (std::uint64_t{1} << 61U) + (stream << 32U) + block.index);
    tallies[block.index] = permute(participants, statistic, strata, observed, block, random);
  });
  NullTally total(observed);
  for (const NullTally& tally : tallies) total.add(tally);
  fill(test, total, Draws::at_random, run.seed);
  return test;
}

}  // namespace summitry
