#include "algorithms/structure/degrees/degree_tail.hpp"

#include <algorithm>
#include <array>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using Sizes = std::vector<std::uint64_t>;

constexpr std::size_t kFewest = 10;  // values in a tail
constexpr double kLeast = 1.0 + 1e-6;
constexpr double kMost = 40.0;  // steeper than this nothing is beyond x0
constexpr int kBits = 50;

// Different values, rising, with how many there are of each.
struct Tally {
  explicit Tally(Sizes values) {
    std::sort(values.begin(), values.end());
    for (const std::uint64_t value : values) {
      if (value == 0) continue;
      if (size.empty() || size.back() != value) {
        size.push_back(value);
        count.push_back(0);
      }
      ++count.back();
    }
  }

  Sizes size;
  std::vector<std::size_t> count;
};

// What the likelihood reads of a tail.
struct Tail {
  Tail(const Tally& tally, std::size_t from) : first(from), start(tally.size[from]) {
    for (std::size_t i = from; i < tally.size.size(); ++i) {
      const auto many = static_cast<double>(tally.count[i]);
      values += tally.count[i];
      logs += many * std::log(static_cast<double>(tally.size[i]));
    }
  }

  std::size_t first;    // position in the tally
  std::uint64_t start;  // x0
  std::size_t values = 0;
  double logs = 0.0;  // sum of logarithms
};

double best_exponent(const Tail& tail) {
  const double mean_log = tail.logs / static_cast<double>(tail.values);
  const auto start = static_cast<double>(tail.start);
  // With the logarithm of x0 taken off both sides, so that steep laws do not underflow.
  const auto cost = [&](double a) {
    return std::log(zeta_from(a, start)) + a * std::log(start) + a * (mean_log - std::log(start));
  };
  return boost::math::tools::brent_find_minima(cost, kLeast, kMost, kBits).first;
}

// One over the root of n times the curvature of log zeta, by differences.
double exponent_sd(const Tail& tail, double a) {
  const auto start = static_cast<double>(tail.start);
  const double h = std::min(1e-3, (a - 1.0) / 4.0);
  const auto log_zeta = [start](double s) { return std::log(zeta_from(s, start)); };
  const double curvature = (log_zeta(a + h) - 2.0 * log_zeta(a) + log_zeta(a - h)) / (h * h);
  return 1.0 / std::sqrt(static_cast<double>(tail.values) * curvature);
}

// Between two values that occur the fitted distribution rises and the counted one does not, so the
// largest distance is at a value or just below the next.
double distance_of(const Tally& tally, const Tail& tail, double a) {
  const double whole = zeta_from(a, static_cast<double>(tail.start));
  double largest = 0.0;
  std::size_t beyond = tail.values;  // values of this size or larger
  for (std::size_t i = tail.first; i < tally.size.size(); ++i) {
    const auto x = static_cast<double>(tally.size[i]);
    const double from_here = zeta_from(a, x) / whole;
    const auto share = [&](std::size_t part) {
      return static_cast<double>(part) / static_cast<double>(tail.values);
    };
    largest = std::max(largest, std::abs(share(beyond) - from_here));
    beyond -= tally.count[i];
    largest = std::max(largest, std::abs(share(beyond) - (from_here - std::pow(x, -a) / whole)));
  }
  return largest;
}

TailFit fit_from(const Tally& tally, const Tail& tail) {
  TailFit fit;
  fit.start = tail.start;
  fit.values = tail.values;
  fit.exponent = best_exponent(tail);
  fit.distance = distance_of(tally, tail, fit.exponent);
  return fit;
}

// The first of those with the smallest distance.
std::optional<TailFit> best_fit(const Tally& tally, std::uint64_t start) {
  std::optional<TailFit> best;
  for (std::size_t i = 0; i + 1 < tally.size.size(); ++i) {
    if (start != 0 && tally.size[i] != start) continue;
    const Tail tail(tally, i);
    if (tail.values < kFewest) break;
    const TailFit fit = fit_from(tally, tail);
    if (!best || fit.distance < best->distance) best = fit;
  }
  return best;
}

// A value of the law: doubles until it is past it, then halves the interval.
std::uint64_t draw(const TailFit& law, Random& random) {
  const double beyond = 1.0 - random.unit();  // in (0, 1]: the share that is at least as large
  const double whole = zeta_from(law.exponent, static_cast<double>(law.start));
  const auto share_from = [&](std::uint64_t x) {
    return zeta_from(law.exponent, static_cast<double>(x)) / whole;
  };
  constexpr std::uint64_t kFar = std::uint64_t{1} << 52;
  std::uint64_t low = law.start;  // share_from(low) >= beyond
  std::uint64_t high = 2 * low;
  while (high < kFar && share_from(high) >= beyond) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    (share_from(middle) >= beyond ? low : high) = middle;
  }
  return low;
}

// As many values as there are: from the tail's law as often as chance has it, else one of those below.
Sizes sample_like(const Sizes& below, const TailFit& law, Random& random) {
  Sizes sample(below.size() + law.values);
  for (std::uint64_t& value : sample) {
    const bool in_tail = random.below(sample.size()) < law.values;
    value = in_tail ? draw(law, random) : below[random.below(below.size())];
  }
  return sample;
}

double p_of(const Tally& tally, const TailFit& law, const TailOptions& options, const Run& run) {
  Sizes below;
  for (std::size_t i = 0; i < tally.size.size() && tally.size[i] < law.start; ++i) {
    below.insert(below.end(), tally.count[i], tally.size[i]);
  }
  std::vector<std::uint8_t> as_far(static_cast<std::size_t>(options.samples), 0);
  parallel_blocks(as_far.size(), 1, run, "fits of samples", [&](const Block& block) {
    Random random(run.seed, block.index);
    const Tally sample(sample_like(below, law, random));
    const std::optional<TailFit> fit = best_fit(sample, options.start);
    as_far[block.index] = fit && fit->distance >= law.distance ? 1 : 0;
  });
  const auto count = std::count(as_far.begin(), as_far.end(), 1);
  return static_cast<double>(count) / static_cast<double>(as_far.size());
}

}  // namespace

double zeta_from(double s, double q) {
  constexpr int kTerms = 12;
  double sum = 0.0;
  for (int k = 0; k < kTerms; ++k) sum += std::pow(q + k, -s);
  const double x = q + kTerms;
  const double power = std::pow(x, -s);
  sum += power * (x / (s - 1.0) + 0.5);
  // Bernoulli's numbers over factorials: B2/2!, B4/4!, …
  constexpr std::array kBernoulli = {1.0 / 12.0,       -1.0 / 720.0,     1.0 / 30240.0,
                                     -1.0 / 1209600.0, 1.0 / 47900160.0, -691.0 / 1307674368000.0};
  double factor = s * power / x;
  for (std::size_t j = 0; j < kBernoulli.size(); ++j) {
    sum += kBernoulli[j] * factor;
    const double next = s + 2.0 * static_cast<double>(j) + 1.0;
    factor *= next * (next + 1.0) / (x * x);
  }
  return sum;
}

std::optional<TailFit> fit_tail(std::span<const std::uint64_t> values, const TailOptions& options,
                                const Run& run) {
  if (options.samples < 0) {
    refuse_option("degree tail", "samples", ">= 0", option_text(options.samples));
  }
  const Tally tally(Sizes(values.begin(), values.end()));
  std::optional<TailFit> fit = best_fit(tally, options.start);
  if (!fit) return fit;
  const auto first = std::lower_bound(tally.size.begin(), tally.size.end(), fit->start);
  const Tail tail(tally, static_cast<std::size_t>(first - tally.size.begin()));
  fit->exponent_sd = exponent_sd(tail, fit->exponent);
  const std::span<const std::uint64_t> sizes(tally.size);
  const std::span<const std::size_t> counts(tally.count);
  fit->rivals = tail_rivals({sizes.subspan(tail.first), counts.subspan(tail.first)}, fit->exponent);
  if (options.samples > 0) fit->p = p_of(tally, *fit, options, run);
  return fit;
}

std::optional<TailFit> degree_tail(const Graph& graph, const TailOptions& options, const Run& run) {
  Sizes degrees;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) degrees.push_back(graph.degree(v));
  return fit_tail(degrees, options, run);
}

}  // namespace summitry
