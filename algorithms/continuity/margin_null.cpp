#include "algorithms/continuity/margin_null.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "algorithms/continuity/comparison.hpp"
#include "algorithms/inference/fixed_margins.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using Rosters = Curveball::Rosters;

constexpr std::size_t kSamplesInAChain = 50;
constexpr std::size_t kMostChains =
    1000;  // then chains are longer: what is kept of each takes memory
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

std::vector<Rosters> split(const Rosters& rosters, const std::vector<std::uint32_t>& strata) {
  if (strata.empty()) return {rosters};
  std::vector<Rosters> parts(1 + *std::max_element(strata.begin(), strata.end()),
                             Rosters(rosters.size()));
  for (std::size_t t = 0; t < rosters.size(); ++t) {
    for (const std::uint32_t who : rosters[t]) parts[strata[who]][t].push_back(who);
  }
  return parts;
}

// Sums over samples of one statistic. Those of one chain are added up first, then the chains in order.
class Tally {
 public:
  void add(double value, double observed) {
    ++count_;
    sum_ += value;
    squares_ += value * value;
    at_least_ += value >= observed - 1e-9 ? 1 : 0;
    least_ = std::min(least_, value);
    most_ = std::max(most_, value);
  }
  void add(const Tally& other) {
    count_ += other.count_;
    sum_ += other.sum_;
    squares_ += other.squares_;
    at_least_ += other.at_least_;
    least_ = std::min(least_, other.least_);
    most_ = std::max(most_, other.most_);
  }
  [[nodiscard]] NullLaw law() const {
    if (count_ == 0) return {};
    const auto n = static_cast<double>(count_);
    NullLaw law;
    law.mean = sum_ / n;
    law.sd = 0.0;
    if (least_ < most_) law.sd = std::sqrt(std::max(0.0, squares_ - *law.mean * sum_) / (n - 1.0));
    law.p_value = (1.0 + static_cast<double>(at_least_)) / (1.0 + n);
    return law;
  }

 private:
  std::size_t count_ = 0;
  double sum_ = 0.0;
  double squares_ = 0.0;
  std::size_t at_least_ = 0;
  double least_ = std::numeric_limits<double>::infinity();
  double most_ = -std::numeric_limits<double>::infinity();
};

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
double moved(const std::vector<Curveball>& parts, const std::vector<Rosters>& observed) {
  std::size_t all = 0;
  std::size_t same = 0;
  for (std::size_t s = 0; s < parts.size(); ++s) {
    const Rosters now = parts[s].rosters();
    for (std::size_t t = 0; t < now.size(); ++t) {
      all += now[t].size();
      same += shared_count(now[t], observed[s][t]);
    }
  }
  return all == 0 ? 0.0 : 1.0 - static_cast<double>(same) / static_cast<double>(all);
}

struct Chain {
  std::vector<Tally> overlaps;
  Tally succession;
  std::vector<Tally> returns;
  std::vector<double> course;  // of the succession, sample by sample
  double moved_first = 0.0;
  double moved_last = 0.0;
};

Chain run_chain(const std::vector<Rosters>& observed, const Figures& real,
                const std::vector<Pair>& pairs, const Block& block, const Run& run) {
  const std::size_t editions = observed.front().size();
  std::vector<Curveball> parts;
  for (std::size_t s = 0; s < observed.size(); ++s) {
    parts.emplace_back(observed[s], Random(run.seed, (std::uint64_t{s} << 32U) + block.index));
  }
  Chain chain;
  chain.overlaps.resize(pairs.size());
  chain.returns.resize(real.returns.size());
  for (std::size_t sample = block.begin; sample < block.end; ++sample) {
    run.check();
    const std::size_t trades = sample == block.begin ? kTradesBefore : kTradesBetween;
    for (Curveball& part : parts) part.trade(trades * editions);
    const Figures figures = figures_of(parts, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      chain.overlaps[i].add(figures.overlaps[i], real.overlaps[i]);
    }
    chain.succession.add(figures.succession, real.succession);
    chain.course.push_back(figures.succession);
    for (std::size_t t = 0; t < real.returns.size(); ++t) {
      if (real.returns[t] && figures.returns[t]) {
        chain.returns[t].add(*figures.returns[t], *real.returns[t]);
      }
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

MarginNull sample(const std::vector<Rosters>& observed, const Figures& real,
                  const std::vector<Pair>& pairs, std::size_t samples, const Run& run) {
  const std::size_t length = std::max(kSamplesInAChain, block_count(samples, kMostChains));
  std::vector<Chain> chains(block_count(samples, length));
  parallel_blocks(samples, length, run, "curveball", [&](const Block& block) {
    chains[block.index] = run_chain(observed, real, pairs, block, run);
  });
  std::vector<Tally> overlaps(pairs.size());
  std::vector<Tally> returns(real.returns.size());
  Tally succession;
  for (const Chain& chain : chains) {
    for (std::size_t i = 0; i < pairs.size(); ++i) overlaps[i].add(chain.overlaps[i]);
    for (std::size_t t = 0; t < returns.size(); ++t) returns[t].add(chain.returns[t]);
    succession.add(chain.succession);
  }
  MarginNull result;
  for (const Tally& tally : overlaps) result.pairs.push_back(tally.law());
  for (const Tally& tally : returns) result.returns.push_back(tally.law());
  result.succession = succession.law();
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
  return NullLaw{law.mean(), law.sd(), law.upper_tail(static_cast<std::size_t>(observed)), true};
}

// All pairs counted, or none: the two largest editions, which cost most, are tried first.
void count(const std::vector<Rosters>& observed, const Figures& real,
           const std::vector<Pair>& pairs, const Run& run, MarginNull& result) {
  std::vector<Margins> margins;
  margins.reserve(observed.size());
  for (const Rosters& part : observed) margins.push_back(margins_of(part));
  const auto members = [&](const Pair& pair) {
    std::size_t sum = 0;
    for (const Margins& part : margins) sum += part.rows[pair.from] + part.rows[pair.to];
    return sum;
  };
  std::size_t largest = 0;
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    if (members(pairs[i]) > members(pairs[largest])) largest = i;
  }
  if (!count_pair(margins, pairs[largest], real.overlaps[largest])) return;
  std::vector<std::optional<NullLaw>> laws(pairs.size());
  parallel_blocks(pairs.size(), 1, run, "counting tables", [&](const Block& block) {
    laws[block.index] = count_pair(margins, pairs[block.index], real.overlaps[block.index]);
  });
  const bool all = std::all_of(laws.begin(), laws.end(), [](const auto& law) { return law; });
  for (std::size_t i = 0; all && i < pairs.size(); ++i) result.pairs[i] = *laws[i];
}

}  // namespace

MarginNull margin_null(const Curveball::Rosters& rosters, const MarginNullOptions& options,
                       const Run& run) {
  if (options.samples < 1) refuse_option("margin_null", "samples", ">= 1", "0");
  const std::vector<Pair> pairs = pairs_of(rosters.size());
  if (pairs.empty()) return {};
  const std::vector<Rosters> observed = split(rosters, options.strata);
  std::vector<Curveball> start;
  start.reserve(observed.size());
  for (const Rosters& part : observed) start.emplace_back(part, Random(0));
  const Figures real = figures_of(start, pairs);
  MarginNull result = sample(observed, real, pairs, options.samples, run);
  const bool small = rosters.size() <= kCountedEditions;
  if (small && options.counting == Counting::when_possible) {
    count(observed, real, pairs, run, result);
  }
  return result;
}

}  // namespace summitry
