#include "algorithms/continuity/rosters/gaps.hpp"

#include <algorithm>
#include <map>

#include "algorithms/continuity/statistics/hypergeometric.hpp"
#include "algorithms/continuity/statistics/ratio.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::size_t kSamplesInABlock = 64;

std::size_t unnamed(std::size_t declared, std::size_t named) {
  return declared > named ? declared - named : 0;
}

void add_ratios(OverlapBounds& bounds, std::size_t before, std::size_t after) {
  bounds.retention_least = ratio(bounds.least, before);
  bounds.retention_most = ratio(bounds.most, before);
  bounds.jaccard_least = ratio(bounds.least, before + after - bounds.least);
  bounds.jaccard_most = ratio(bounds.most, before + after - bounds.most);
}

// An urn of two groups, one of them `propensity` times as likely to be drawn: how many of it are among
// `draws` without replacement.
std::size_t draw(std::size_t likely, std::size_t others, std::size_t draws, double propensity,
                 Random& random) {
  std::size_t drawn = 0;
  for (; draws > 0 && likely + others > 0; --draws) {
    const double heavy = propensity * static_cast<double>(likely);
    const bool hit = propensity == 1.0
                         ? random.below(likely + others) < likely
                         : random.unit() * (heavy + static_cast<double>(others)) < heavy;
    if (others == 0 || (hit && likely > 0)) {
      ++drawn;
      --likely;
    } else {
      --others;
    }
  }
  return drawn;
}

// The overlap after both rosters have been filled up once.
std::size_t complete(const NamedPair& pair, std::size_t universe, double propensity,
                     Random& random) {
  const std::size_t y = pair.before - pair.both;
  const std::size_t z = pair.after - pair.both;
  const std::size_t outside = universe - (pair.both + y + z);
  const std::size_t u = unnamed(pair.declared_before, pair.before);
  const std::size_t v = unnamed(pair.declared_after, pair.after);
  const std::size_t i = draw(z, outside, u, propensity, random);
  const std::size_t j = draw(y, outside, v, propensity, random);
  // Of those that neither roster names, u - i are drawn for the one; how many of them for the other too?
  const std::size_t again = draw(u - i, outside - (u - i), v - j, 1.0, random);
  return pair.both + i + j + again;
}

void check(const NamedPair& pair, std::optional<std::size_t> universe) {
  if (pair.both > std::min(pair.before, pair.after)) {
    refuse_option("overlap_bounds", "both", "at most the size of either roster",
                  option_text(pair.both));
  }
  const std::size_t least =
      std::max({pair.before + pair.after - pair.both, pair.declared_before, pair.declared_after});
  if (universe && *universe < least) {
    refuse_option("overlap_bounds", "universe",
                  "at least the " + option_text(least) + " named or declared",
                  option_text(*universe));
  }
}

}  // namespace

OverlapBounds overlap_bounds(const NamedPair& pair, std::optional<std::size_t> universe) {
  check(pair, universe);
  const std::size_t y = pair.before - pair.both;
  const std::size_t z = pair.after - pair.both;
  const std::size_t u = unnamed(pair.declared_before, pair.before);
  const std::size_t v = unnamed(pair.declared_after, pair.after);
  const std::size_t i = std::min(u, z);
  const std::size_t j = std::min(v, y);
  const std::size_t full_before = pair.before + u;
  const std::size_t full_after = pair.after + v;
  OverlapBounds bounds;
  bounds.least = pair.both;
  if (universe && full_before + full_after > *universe) {
    bounds.least = std::max(bounds.least, full_before + full_after - *universe);
  }
  bounds.most = pair.both + i + j + std::min(u - i, v - j);
  add_ratios(bounds, full_before, full_after);
  return bounds;
}

OverlapBounds sum_of_bounds(const std::vector<NamedPair>& categories) {
  OverlapBounds sum;
  sum.by_category = true;
  std::size_t before = 0;
  std::size_t after = 0;
  for (const NamedPair& pair : categories) {
    const OverlapBounds bounds = overlap_bounds(pair);
    sum.least += bounds.least;
    sum.most += bounds.most;
    before += std::max(pair.before, pair.declared_before);
    after += std::max(pair.after, pair.declared_after);
  }
  add_ratios(sum, before, after);
  return sum;
}

std::vector<std::size_t> completed_overlaps(const NamedPair& pair, const CompletionOptions& options,
                                            const Run& run) {
  check(pair, options.universe);
  if (options.samples < 1) refuse_option("completed_overlaps", "samples", ">= 1", "0");
  if (!(options.propensity > 0.0) || options.propensity > 1e6) {
    refuse_option("completed_overlaps", "propensity", "in (0, 1e6]",
                  option_text(options.propensity));
  }
  std::vector<std::size_t> overlaps(options.samples);
  parallel_blocks(options.samples, kSamplesInABlock, run, "rosters", [&](const Block& block) {
    Random random(run.seed, (options.stream << 32U) + block.index);
    for (std::size_t sample = block.begin; sample < block.end; ++sample) {
      overlaps[sample] = complete(pair, options.universe, options.propensity, random);
    }
  });
  return overlaps;
}

void describe_completions(OverlapBounds& bounds, const NamedPair& pair,
                          std::vector<std::size_t> overlaps, std::size_t universe) {
  if (overlaps.empty()) return;
  std::sort(overlaps.begin(), overlaps.end());
  const std::size_t count = overlaps.size();
  const std::size_t before = std::max(pair.before, pair.declared_before);
  const std::size_t after = std::max(pair.after, pair.declared_after);
  std::size_t sum = 0;
  std::size_t beyond = 0;
  std::map<std::size_t, bool> is_beyond;
  for (const std::size_t overlap : overlaps) {
    sum += overlap;
    const auto [place, is_new] = is_beyond.try_emplace(overlap, false);
    if (is_new) {
      const auto law = hypergeometric_overlap(universe, before, after, overlap);
      place->second = law.upper_tail <= 0.05;
    }
    beyond += place->second ? 1 : 0;
  }
  bounds.samples = count;
  bounds.universe = universe;
  bounds.mean = static_cast<double>(sum) / static_cast<double>(count);
  const std::size_t tail = count / 40;  // 2.5 %
  bounds.low = static_cast<double>(overlaps[tail]);
  bounds.high = static_cast<double>(overlaps[count - 1 - tail]);
  bounds.share_beyond_chance = static_cast<double>(beyond) / static_cast<double>(count);
}

}  // namespace summitry
