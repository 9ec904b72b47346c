#include "algorithms/structure/degrees/tail_rivals.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <limits>

#include "algorithms/structure/degrees/degree_tail.hpp"

namespace summitry {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kFlat = 0.05;       // where f bends less than this, sums follow from integrals
constexpr double kTooMuch = 600.0;   // logarithm of f
constexpr double kSameRatio = 1e-6;  // of R; less is rounding

// The logarithm of f at t, up to a constant of the law's own, and its derivatives.
struct Slopes {
  double log = 0.0;
  std::array<double, 3> by{};
};

// f = exp(-b u - c u^2 - l (t - x0)), u = ln(t / centre): power law, log-normal and what is truncated.
struct Bent {
  double start, centre, b, c, l;

  [[nodiscard]] double log_at(double t) const {
    const double u = std::log(t / centre);
    return -(b + c * u) * u - l * (t - start);
  }
  [[nodiscard]] Slopes at(double t) const {
    const double bend = b + 2.0 * c * std::log(t / centre);
    return {log_at(t),
            {-bend / t - l, (bend - 2.0 * c) / (t * t), (6.0 * c - 2.0 * bend) / (t * t * t)}};
  }
  // The integral of f from t on, by Gauss & Legendre in steps of ln t.
  [[nodiscard]] double beyond(double t) const {
    constexpr double kStep = 0.5;
    constexpr int kMostSteps = 20'000;
    const auto integrand = [this](double s) {
      const double log = log_at(std::exp(s)) + s;
      return log > kTooMuch ? kInfinite : std::exp(log);
    };
    double sum = 0.0;
    double from = std::log(t);
    for (int i = 0; i < kMostSteps; ++i, from += kStep) {
      const double part =
          boost::math::quadrature::gauss<double, 10>::integrate(integrand, from, from + kStep);
      if (!(part < kInfinite)) return kInfinite;
      sum += part;
      const double middle = std::exp(from + kStep / 2.0);
      const bool falling = at(middle).by[0] * middle + 1.0 < 0.0;
      if (falling && part < 1e-17 * sum) return sum;
    }
    return kInfinite;
  }
};

// f = t^(b-1) exp(-h/b ((t/x0)^b - 1)), h = l b x0^b: how fast it falls at x0.
struct Stretched {
  double start, b, h;

  [[nodiscard]] double log_at(double t) const {
    const double u = std::log(t / start);
    return (b - 1.0) * u - h / b * std::expm1(b * u);
  }
  [[nodiscard]] Slopes at(double t) const {
    const double fall = h * std::pow(t / start, b);
    const double once = b - 1.0 - fall;
    const double twice = -once - b * fall;
    return {log_at(t),
            {once / t, twice / (t * t), (b * fall * (1.0 - b) - 2.0 * twice) / (t * t * t)}};
  }
  [[nodiscard]] double beyond(double t) const {
    return start / h * std::exp(-h / b * std::expm1(b * std::log(t / start)));
  }
};

// The sum of f over whole numbers from x0 on: one by one as far as f bends, beyond by its integral.
template <class Law>
double whole_of(const Law& law) {
  constexpr double kFew = 30.0;
  double sum = 0.0;
  for (double k = law.start;; k += 1.0) {
    const Slopes slopes = law.at(k);
    if (slopes.log > kTooMuch) return kInfinite;
    const double f = std::exp(slopes.log);
    const auto [first, second, third] = slopes.by;
    const bool flat = std::abs(first) <= kFlat && std::abs(second) <= kFlat * kFlat &&
                      std::abs(third) <= kFlat * kFlat * kFlat;
    if (flat && k - law.start >= kFew) {
      const double slope = f * first;
      const double third_slope = f * (first * first * first + 3.0 * first * second + third);
      return sum + law.beyond(k) + f / 2.0 - slope / 12.0 + third_slope / 720.0;
    }
    sum += f;
    if (first < 0.0 && f < 1e-18 * sum) return sum;
  }
}

struct Logs {
  const CountedTail& tail;
  double start;
  double values = 0.0;

  explicit Logs(const CountedTail& given)
      : tail(given), start(static_cast<double>(given.values.front())) {
    for (const std::size_t count : given.counts) values += static_cast<double>(count);
  }
  template <class Term>
  [[nodiscard]] double sum(const Term& term) const {
    double total = 0.0;
    for (std::size_t i = 0; i < tail.values.size(); ++i) {
      total += static_cast<double>(tail.counts[i]) * term(static_cast<double>(tail.values[i]));
    }
    return total;
  }
  template <class Law>
  [[nodiscard]] double likelihood(const Law& law) const {
    const double whole = whole_of(law);
    if (!(whole < kInfinite)) return -kInfinite;
    return sum([&law](double x) { return law.log_at(x); }) - values * std::log(whole);
  }
};

// Where a function with one peak has it, by golden section. Of two that are equal, which only those
// that are infinitely unlikely are, the larger argument is nearer to it.
template <class Function>
double peak(const Function& function, double low, double high) {
  const double golden = (std::sqrt(5.0) - 1.0) / 2.0;
  double left = high - golden * (high - low);
  double right = low + golden * (high - low);
  double at_left = function(left);
  double at_right = function(right);
  while (high - low > 1e-9 * (1.0 + std::abs(low) + std::abs(high))) {
    if (at_left > at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - golden * (high - low);
      at_left = function(left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + golden * (high - low);
      at_right = function(right);
    }
  }
  return (low + high) / 2.0;
}

double power_norm(const Logs& logs, double exponent) {
  return std::log(zeta_from(exponent, logs.start)) + exponent * std::log(logs.start);
}

double power_likelihood(const Logs& logs, double exponent) {
  return logs.sum([&](double x) { return -exponent * std::log(x / logs.start); }) -
         logs.values * power_norm(logs, exponent);
}

Bent exponential(const Logs& logs) {
  const double beyond = logs.sum([&](double x) { return x - logs.start; }) / logs.values;
  return {logs.start, logs.start, 0.0, 0.0, std::log1p(1.0 / beyond)};
}

// The slope is taken where the mean of the logarithms is, so that it hardly depends on the curvature.
Bent log_normal(const Logs& logs) {
  const double centre = std::exp(logs.sum([](double x) { return std::log(x); }) / logs.values);
  const auto best = [&](double log_curvature) {
    Bent law{logs.start, centre, 0.0, std::exp(log_curvature), 0.0};
    law.b = peak(
        [&](double slope) {
          return logs.likelihood(Bent{law.start, centre, slope, law.c, 0.0});
        },
        -60.0, 80.0);
    return law;
  };
  // s from 700 to 0.02.
  return best(
      peak([&](double log) { return logs.likelihood(best(log)); }, std::log(1e-6), std::log(1e3)));
}

// The power law itself where that is likeliest.
Bent truncated(const Logs& logs, double exponent) {
  const auto largest = static_cast<double>(logs.tail.values.back());
  const auto best = [&](double log_rate) {
    Bent law{logs.start, logs.start, 0.0, 0.0, std::exp(log_rate)};
    law.b = peak(
        [&](double a) {
          return logs.likelihood(Bent{law.start, law.centre, a, 0.0, law.l});
        },
        -20.0, 40.0);
    return law;
  };
  const Bent found = best(peak([&](double log) { return logs.likelihood(best(log)); },
                               std::log(1e-6 / largest), std::log(20.0)));
  if (logs.likelihood(found) > power_likelihood(logs, exponent)) return found;
  return {logs.start, logs.start, exponent, 0.0, 0.0};
}

// The likelihood over b may have several peaks: a coarse look first.
Stretched stretched(const Logs& logs) {
  constexpr int kLooks = 24;
  const double least = std::log(0.02);
  const double most = std::log(5.0);
  const auto best = [&](double log_power) {
    const double b = std::exp(log_power);
    const double fall = peak(
        [&](double log) {
          return logs.likelihood(Stretched{logs.start, b, std::exp(log)});
        },
        std::log(1e-6), std::log(200.0 * logs.start));
    return Stretched{logs.start, b, std::exp(fall)};
  };
  const double width = (most - least) / kLooks;
  double at = least;
  double likeliest = -kInfinite;
  for (int i = 0; i <= kLooks; ++i) {
    const double log = least + i * width;
    const double found = logs.likelihood(best(log));
    if (found > likeliest) {
      likeliest = found;
      at = log;
    }
  }
  return best(peak([&](double log) { return logs.likelihood(best(log)); },
                   std::max(least, at - width), std::min(most, at + width)));
}

// R and what follows from it.
template <class Law>
TailRival compared(TailRival rival, const Law& law, const Logs& logs, double exponent) {
  const double norm = std::log(whole_of(law));
  const double of_power_law = power_norm(logs, exponent);
  const auto ratio = [&](double x) {
    return -exponent * std::log(x / logs.start) - of_power_law - (law.log_at(x) - norm);
  };
  rival.log_likelihood = logs.likelihood(law);
  rival.ratio = logs.sum(ratio);
  if (std::abs(rival.ratio) < kSameRatio) return rival;
  if (rival.contains_power_law) {
    rival.p = std::erfc(std::sqrt(std::abs(rival.ratio)));  // 2R by chi-square of one degree
    return rival;
  }
  const double mean = rival.ratio / logs.values;
  const double variance =
      logs.sum([&](double x) { return (ratio(x) - mean) * (ratio(x) - mean); }) / logs.values;
  if (!(variance > 1e-12)) return rival;
  rival.deviations = rival.ratio / std::sqrt(logs.values * variance);
  rival.p = std::erfc(std::abs(*rival.deviations) / std::sqrt(2.0));
  return rival;
}

TailRival named(std::string_view name, double first, double second) {
  TailRival rival;
  rival.name = name;
  rival.parameters = {first, second};
  return rival;
}

// The truncated one may be the power law itself, whose sum zeta knows however slowly it falls.
TailRival against_truncated(const Logs& logs, double exponent) {
  const Bent law = truncated(logs, exponent);
  TailRival rival = named("truncated power law", law.b, law.l);
  rival.contains_power_law = true;
  rival.log_likelihood = power_likelihood(logs, exponent);
  return law.l > 0.0 ? compared(rival, law, logs, exponent) : rival;
}

}  // namespace

std::vector<TailRival> tail_rivals(const CountedTail& tail, double exponent) {
  const Logs logs(tail);
  const Bent simple = exponential(logs);
  const Bent normal = log_normal(logs);
  const Stretched slow = stretched(logs);
  // With w = ln(x / centre): -w - (w - (m - ln centre))^2 / (2 s^2) is -b w - c w^2 and a constant.
  const double m = std::log(normal.centre) + (1.0 - normal.b) / (2.0 * normal.c);
  const double l = slow.h / slow.b / std::pow(slow.start, slow.b);
  return {compared(named("exponential", simple.l, 0.0), simple, logs, exponent),
          compared(named("log-normal", m, std::sqrt(0.5 / normal.c)), normal, logs, exponent),
          compared(named("stretched exponential", l, slow.b), slow, logs, exponent),
          against_truncated(logs, exponent)};
}

}  // namespace summitry
