#include "algorithms/continuity/nulls/margin_null.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "algorithms/continuity/rosters/comparison.hpp"
#include "algorithms/inference/fixed_margins.hpp"
#include "algorithms/inference/forced_margins.hpp"
#include "algorithms/inference/null_tally.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using Rosters = Curveball::Rosters;

constexpr std::size_t kSamplesInAChain = 50;
// What is kept of each chain takes memory: with more chains, or with many pairs of editions, chains are
// longer instead.
constexpr std::size_t kMostChains = 1000;
constexpr std::size_t kMostTallies = 1'500'000;     // over all chains
constexpr std::size_t kTradesBefore = 50;           // an edition
constexpr std::size_t kTradesBetween = 5;           // an edition
constexpr std::size_t kCountedEditions = 5;         // of more, counting is out of reach
constexpr std::size_t kCountingSteps = 40'000'000;  // a pair of editions; about half a second

struct Pair {
  std::size_t from = 0;
  std::size_t to = 0;
};

std::vector<Pair> pairs_of(std::size_t editions) {
  std::vector<Pair> pairs;
  for (std::size_t from = 0; from < editions; ++from) {
    for (std::size_t to = from + 1; to < editions; ++to) pairs.push_back({from, to});
  }
  return pairs;
}

// The participants of one stratum.
struct Part {
  std::uint32_t stratum = 0;
  Rosters rosters;
};

// Strata to which nobody belongs are left out.
std::vector<Part> split(const Rosters& rosters, const std::vector<std::uint32_t>& strata) {
  if (strata.empty()) return {{0, rosters}};
  std::map<std::uint32_t, Rosters> by_stratum;
  for (std::size_t t = 0; t < rosters.size(); ++t) {
    for (const std::uint32_t who : rosters[t]) {
      const auto part = by_stratum.try_emplace(strata[who], rosters.size()).first;
      part->second[t].push_back(who);
    }
  }
  if (by_stratum.empty()) return {{0, rosters}};
  std::vector<Part> parts;
  parts.reserve(by_stratum.size());
  for (auto& [stratum, part] : by_stratum) parts.push_back({stratum, std::move(part)});
  return parts;
}

// The statistics of one table, or of the observed rosters.
struct Figures {
  std::vector<double> overlaps;                // by pair
  double succession = 0.0;                     // neighbours' overlaps in total
  std::vector<std::optional<double>> returns;  // by step
};

Figures figures_of(const std::vector<Curveball>& parts, const std::vector<Pair>& pairs) {
  Figures figures;
  const std::size_t editions = parts.front().editions();
  std::vector<Curveball::Absent> absent(editions > 0 ? editions - 1 : 0);
  figures.overlaps.assign(pairs.size(), 0.0);
  for (const Curveball& part : parts) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      figures.overlaps[i] += static_cast<double>(part.overlap(pairs[i].from, pairs[i].to));
    }
    const auto here = part.absent();
    for (std::size_t t = 0; t < absent.size(); ++t) {
      absent[t].count += here[t].count;
      absent[t].back += here[t].back;
    }
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].to == pairs[i].from + 1) figures.succession += figures.overlaps[i];
  }
  for (const auto& [count, back] : absent) {
    figures.returns.push_back(
        count == 0 ? std::nullopt
                   : std::optional<double>(static_cast<double>(back) / static_cast<double>(count)));
  }
  return figures;
}

// The share of memberships that are not where they were observed.
double moved(const std::vector<Curveball>& parts, const std::vector<Part>& observed) {
  std::size_t all = 0;
  std::size_t same = 0;
  for (std::size_t s = 0; s < parts.size(); ++s) {
    const Rosters now = parts[s].rosters();
    for (std::size_t t = 0; t < now.size(); ++t) {
      all += now[t].size();
      same += shared_count(now[t], observed[s].rosters[t]);
    }
  }
  return all == 0 ? 0.0 : 1.0 - static_cast<double>(same) / static_cast<double>(all);
}

struct Chain {
  std::vector<NullTally> overlaps;
  NullTally succession;
  std::vector<NullTally> returns;
  std::vector<double> course;  // of the succession, sample by sample
  double moved_first = 0.0;
  double moved_last = 0.0;
};

// Tallies of nothing yet.
Chain empty_chain(const Figures& real) {
  Chain chain;
  chain.overlaps.reserve(real.overlaps.size());
  for (const double overlap : real.overlaps) chain.overlaps.emplace_back(overlap);
  chain.succession = NullTally(real.succession);
  chain.returns.reserve(real.returns.size());
  for (const auto& share : real.returns) chain.returns.emplace_back(share.value_or(0.0));
  return chain;
}

Chain run_chain(const std::vector<Part>& observed, const Figures& real,
                const std::vector<Pair>& pairs, const Block& block, const Run& run) {
  const std::size_t editions = observed.front().rosters.size();
  std::vector<Curveball> parts;
  parts.reserve(observed.size());
  for (const Part& part : observed) {
    const std::uint64_t stream = (std::uint64_t{part.stratum} << 32U) + block.index;
    parts.emplace_back(part.rosters, Random(run.seed, stream));
  }
  Chain chain = empty_chain(real);
  for (std::size_t sample = block.begin; sample < block.end; ++sample) {
    run.check();
    const std::size_t trades = sample == block.begin ? kTradesBefore : kTradesBetween;
    for (Curveball& part : parts) part.trade(trades * editions);
    const Figures figures = figures_of(parts, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      chain.overlaps[i].add(figures.overlaps[i]);
    }
    chain.succession.add(figures.succession);
    chain.course.push_back(figures.succession);
    for (std::size_t t = 0; t < real.returns.size(); ++t) {
      if (real.returns[t] && figures.returns[t]) chain.returns[t].add(*figures.returns[t]);
    }
    if (sample == block.begin) chain.moved_first = moved(parts, observed);
    if (sample + 1 == block.end) chain.moved_last = moved(parts, observed);
  }
  return chain;
}

// Lag-1 autocorrelation of a statistic over all chains, and what the samples are worth with it.
void add_autocorrelation(const std::vector<Chain>& chains, double mean, std::size_t samples,
                         Mixing& mixing) {
  double products = 0.0;
  double squares = 0.0;
  std::size_t lags = 0;
  std::size_t count = 0;
  for (const Chain& chain : chains) {
    for (std::size_t i = 0; i < chain.course.size(); ++i) {
      squares += (chain.course[i] - mean) * (chain.course[i] - mean);
      ++count;
      if (i == 0) continue;
      products += (chain.course[i] - mean) * (chain.course[i - 1] - mean);
      ++lags;
    }
  }
  if (!(squares > 0.0) || lags == 0) return;
  const double r = (products / static_cast<double>(lags)) / (squares / static_cast<double>(count));
  mixing.autocorrelation = r;
  const double kept = std::max(0.0, std::min(r, 0.999));
  mixing.effective = static_cast<double>(samples) * (1.0 - kept) / (1.0 + kept);
}

void add_moved(const std::vector<Chain>& chains, Mixing& mixing) {
  double first = 0.0;
  double last = 0.0;
  for (const Chain& chain : chains) {
    first += chain.moved_first;
    last += chain.moved_last;
  }
  mixing.moved_first = first / static_cast<double>(chains.size());
  mixing.moved_last = last / static_cast<double>(chains.size());
}

NullLaw law_of(const NullTally& tally) {
  if (tally.count() == 0) return {};
  return {tally.mean(), tally.sd(), tally.p_at_least(), tally.smallest_p(), tally.count(), false};
}

std::size_t chain_length(std::size_t samples, std::size_t pairs) {
  const std::size_t chains = std::clamp<std::size_t>(kMostTallies / pairs, 1, kMostChains);
  return std::max(kSamplesInAChain, block_count(samples, chains));
}

MarginNull sample(const std::vector<Part>& observed, const Figures& real,
                  const std::vector<Pair>& pairs, std::size_t samples, const Run& run) {
  const std::size_t length = chain_length(samples, pairs.size());
  std::vector<Chain> chains(block_count(samples, length));
  parallel_blocks(samples, length, run, "curveball", [&](const Block& block) {
    chains[block.index] = run_chain(observed, real, pairs, block, run);
  });
  Chain total = empty_chain(real);
  for (const Chain& chain : chains) {
    for (std::size_t i = 0; i < pairs.size(); ++i) total.overlaps[i].add(chain.overlaps[i]);
    for (std::size_t t = 0; t < real.returns.size(); ++t) {
      total.returns[t].add(chain.returns[t]);
    }
    total.succession.add(chain.succession);
  }
  MarginNull result;
  result.pairs.reserve(pairs.size());
  for (const NullTally& tally : total.overlaps) result.pairs.push_back(law_of(tally));
  result.returns.reserve(real.returns.size());
  for (const NullTally& tally : total.returns) result.returns.push_back(law_of(tally));
  result.succession = law_of(total.succession);
  result.mixing.chains = chains.size();
  result.mixing.trades = kTradesBefore;
  add_autocorrelation(chains, result.succession.mean.value_or(0.0), samples, result.mixing);
  add_moved(chains, result.mixing);
  return result;
}

struct Margins {
  std::vector<std::size_t> rows;     // by edition
  std::vector<std::size_t> columns;  // by participant that comes at all
};

Margins margins_of(const Rosters& rosters) {
  Margins margins;
  std::map<std::uint32_t, std::size_t> attended;
  for (const auto& roster : rosters) {
    margins.rows.push_back(roster.size());
    for (const std::uint32_t who : roster) ++attended[who];
  }
  for (const auto& [who, count] : attended) margins.columns.push_back(count);
  return margins;
}

// Nothing where counting is out of reach for any stratum.
std::optional<NullLaw> count_pair(const std::vector<Margins>& margins, const Pair& pair,
                                  double observed) {
  CountLaw law{0, {1.0}};
  for (const Margins& part : margins) {
    if (part.columns.empty()) continue;
    const auto more =
        fixed_margin_overlap(part.rows, part.columns, pair.from, pair.to, kCountingSteps);
    if (!more) return std::nullopt;
    law = convolved(law, *more);
  }
  const double tail = law.upper_tail(static_cast<std::size_t>(observed));
  return NullLaw{law.mean(), law.sd(), tail, law.smallest_tail(), 0, law.sd() == 0.0};
}

// All pairs counted, or none: the two largest editions, which cost most, are tried first.
void count(const std::vector<Margins>& margins, const Figures& real, const std::vector<Pair>& pairs,
           const Run& run, MarginNull& result) {
  const auto members = [&](const Pair& pair) {
    std::size_t sum = 0;
    for (const Margins& part : margins) sum += part.rows[pair.from] + part.rows[pair.to];
    return sum;
  };
  std::size_t largest = 0;
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    if (members(pairs[i]) > members(pairs[largest])) largest = i;
  }
  std::vector<std::optional<NullLaw>> laws(pairs.size());
  laws[largest] = count_pair(margins, pairs[largest], real.overlaps[largest]);
  if (!laws[largest]) return;
  parallel_blocks(pairs.size(), 1, run, "counting tables", [&](const Block& block) {
    const std::size_t i = block.index;
    if (i != largest) laws[i] = count_pair(margins, pairs[i], real.overlaps[i]);
  });
  const bool all = std::all_of(laws.begin(), laws.end(), [](const auto& law) { return law; });
  for (std::size_t i = 0; all && i < pairs.size(); ++i) result.pairs[i] = *laws[i];
}

void fix(NullLaw& law, double observed) {
  law = {observed, 0.0, 1.0, 1.0, 0, true};
}

// What the margins decide needs no samples, and samples that are all alike decide nothing.
void fix_forced(const std::vector<Margins>& margins, const Figures& real,
                const std::vector<Pair>& pairs, MarginNull& result) {
  std::vector<ForcedMargins> forced;
  forced.reserve(margins.size());
  for (const Margins& part : margins) forced.push_back(forced_margins(part.rows, part.columns));
  bool neighbours = true;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto is_forced = [&pair = pairs[i]](const ForcedMargins& part) {
      return overlap_is_forced(part, pair.from, pair.to);
    };
    const bool all = std::all_of(forced.begin(), forced.end(), is_forced);
    if (all) fix(result.pairs[i], real.overlaps[i]);
    neighbours = neighbours && (all || pairs[i].to != pairs[i].from + 1);
  }
  if (neighbours) fix(result.succession, real.succession);
  if (!std::all_of(forced.begin(), forced.end(), has_one_table)) return;
  for (std::size_t t = 0; t < real.returns.size(); ++t) {
    if (real.returns[t]) fix(result.returns[t], *real.returns[t]);
  }
}

}  // namespace

MarginNull margin_null(const Curveball::Rosters& rosters, const MarginNullOptions& options,
                       const Run& run) {
  if (options.samples < 1) refuse_option("margin_null", "samples", ">= 1", "0");
  const std::vector<Pair> pairs = pairs_of(rosters.size());
  if (pairs.empty()) return {};
  const std::vector<Part> observed = split(rosters, options.strata);
  std::vector<Curveball> start;
  start.reserve(observed.size());
  std::vector<Margins> margins;
  margins.reserve(observed.size());
  for (const Part& part : observed) {
    start.emplace_back(part.rosters, Random(0));
    margins.push_back(margins_of(part.rosters));
  }
  const Figures real = figures_of(start, pairs);
  MarginNull result = sample(observed, real, pairs, options.samples, run);
  const bool small = rosters.size() <= kCountedEditions;
  if (small && options.counting == Counting::when_possible) {
    count(margins, real, pairs, run, result);
  }
  fix_forced(margins, real, pairs, result);
  return result;
}

}  // namespace summitry
