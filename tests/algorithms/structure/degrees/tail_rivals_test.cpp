// Other laws for a tail: as likely as they are said to be, and no law of their kind likelier.
#include "algorithms/structure/degrees/tail_rivals.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "algorithms/structure/degrees/degree_tail.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

using Sizes = std::vector<std::uint64_t>;
using Density = std::function<double(double)>;  // a logarithm

// The formulas of the header.
Density density(std::string_view name, double first, double second) {
  if (name == "exponential") return [=](double x) { return -first * x; };
  if (name == "log-normal") {
    return [=](double x) {
      const double z = (std::log(x) - first) / second;
      return -std::log(x) - z * z / 2.0;
    };
  }
  if (name == "stretched exponential") {
    return [=](double x) { return (second - 1.0) * std::log(x) - first * std::pow(x, second); };
  }
  return [=](double x) { return -first * std::log(x) - second * x; };
}

// Term by term up to half a million, the rest as an integral by the trapezoidal rule over ln x.
double slow_sum(const Density& law, double start, double reference) {
  constexpr double kLast = 20'000.0;
  const auto f = [&](double x) { return std::exp(law(x) - reference); };
  double sum = 0.0;
  for (double x = start; x < kLast; ++x) sum += f(x);
  constexpr double kStep = 1e-2;
  double rest = 0.0;
  for (double s = std::log(kLast); s < 250.0; s += kStep) {
    const double value = f(std::exp(s)) * std::exp(s);
    rest += kStep * (rest == 0.0 ? value / 2.0 : value);
    if (value < 1e-18 * rest) break;
  }
  return sum + rest + f(kLast) / 2.0;
}

double slow_likelihood(const Sizes& tail, const Density& law) {
  const auto start = static_cast<double>(*std::min_element(tail.begin(), tail.end()));
  double reference = law(start);
  for (const std::uint64_t x : tail) reference = std::max(reference, law(static_cast<double>(x)));
  const double whole = std::log(slow_sum(law, start, reference));
  double sum = 0.0;
  for (const std::uint64_t x : tail) sum += law(static_cast<double>(x)) - reference - whole;
  return sum;
}

struct Tail {
  explicit Tail(Sizes values) : all(std::move(values)) {
    std::map<std::uint64_t, std::size_t> seen;
    for (const std::uint64_t x : all) ++seen[x];
    for (const auto& [x, count] : seen) {
      sizes.push_back(x);
      counts.push_back(count);
    }
    const auto fit = fit_tail(all, {.start = sizes.front()});
    exponent = fit->exponent;
    rivals = fit->rivals;
  }
  Sizes all;
  Sizes sizes;
  std::vector<std::size_t> counts;
  double exponent = 0.0;
  std::vector<TailRival> rivals;
};

// `count` draws of a law by going through its sums.
Sizes drawn_from(const Density& law, std::uint64_t start, std::size_t count, std::uint64_t seed) {
  Values sums;
  double sum = 0.0;
  for (std::uint64_t x = start; x < start + 200'000; ++x) {
    sum += std::exp(law(static_cast<double>(x)) - law(static_cast<double>(start)));
    sums.push_back(sum);
  }
  Random random(seed);
  Sizes values{start};
  while (values.size() < count) {
    const auto at = std::lower_bound(sums.begin(), sums.end(), random.unit() * sum);
    values.push_back(start + static_cast<std::uint64_t>(at - sums.begin()));
  }
  return values;
}

const Density kPower = density("truncated power law", 2.4, 0.0);
const Density kNormal = density("log-normal", 1.5, 0.9);
const Density kStretched = density("stretched exponential", 0.8, 0.6);
const Density kCut = density("truncated power law", 1.6, 0.02);

std::vector<Tail> tails() {
  std::vector<Tail> list;
  list.emplace_back(drawn_from(kPower, 1, 400, 1));
  list.emplace_back(drawn_from(kPower, 7, 400, 2));
  list.emplace_back(drawn_from(kNormal, 1, 400, 3));
  list.emplace_back(drawn_from(kNormal, 5, 300, 4));
  list.emplace_back(drawn_from(kStretched, 2, 300, 5));
  list.emplace_back(drawn_from(kCut, 1, 400, 6));
  list.emplace_back(Sizes{1, 1, 1, 1, 1, 1, 2, 2, 3, 4});
  list.emplace_back(Sizes{3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 90});
  return list;
}

}  // namespace

TEST_CASE("tail rivals: are as likely as their formulas say, and none of their kind is likelier",
          "[algorithms][tail-rivals]") {
  for (const Tail& tail : tails()) {
    for (const TailRival& rival : tail.rivals) {
      const auto [first, second] = rival.parameters;
      INFO(rival.name << " " << first << " " << second << ", " << tail.all.size() << " values");
      const Density law = density(rival.name, first, second);
      const double found = slow_likelihood(tail.all, law);
      CHECK(rival.log_likelihood == Approx(found).epsilon(1e-7));
      CHECK(
          rival.ratio ==
          Approx(slow_likelihood(tail.all, density("", tail.exponent, 0.0)) - found).margin(1e-4));
      for (const double other : {0.99, 1.01}) {
        CHECK(slow_likelihood(tail.all, density(rival.name, first * other, second)) <=
              found + 1e-6);
        const bool at_the_end = rival.name == "stretched exponential" && second < 0.021;
        if (second == 0.0 || at_the_end) continue;
        CHECK(slow_likelihood(tail.all, density(rival.name, first, second * other)) <=
              found + 1e-6);
      }
    }
  }
}

TEST_CASE("tail rivals: R, its deviation and p follow from the densities value by value",
          "[algorithms][tail-rivals]") {
  for (const Tail& tail : tails()) {
    const auto start = static_cast<double>(tail.sizes.front());
    const Density power = density("", tail.exponent, 0.0);
    const double power_whole = std::log(slow_sum(power, start, 0.0));
    for (const TailRival& rival : tail.rivals) {
      if (!rival.deviations) continue;
      const Density law = density(rival.name, rival.parameters[0], rival.parameters[1]);
      const double whole = std::log(slow_sum(law, start, law(start))) + law(start);
      Values ratios;
      double mean = 0.0;
      for (const std::uint64_t size : tail.all) {
        const auto x = static_cast<double>(size);
        ratios.push_back(power(x) - power_whole - law(x) + whole);
        mean += ratios.back() / static_cast<double>(tail.all.size());
      }
      double variance = 0.0;
      for (const double one : ratios) {
        variance += (one - mean) * (one - mean) / static_cast<double>(ratios.size());
      }
      const double expected = mean * std::sqrt(static_cast<double>(ratios.size()) / variance);
      INFO(rival.name << " of " << tail.all.size());
      CHECK(*rival.deviations == Approx(expected).epsilon(1e-3).margin(1e-3));
      // Two-sided, of a normal.
      CHECK(rival.p == Approx(std::erfc(std::abs(expected) / std::sqrt(2.0))).margin(1e-3));
    }
  }
}

TEST_CASE("tail rivals: find the law that values were drawn from", "[algorithms][tail-rivals]") {
  const auto rivals_of = [](const Density& law, std::uint64_t start) {
    return Tail(drawn_from(law, start, 4000, 8)).rivals;
  };
  const auto normal = rivals_of(kNormal, 1);
  CHECK(normal[1].parameters[0] == Approx(1.5).epsilon(0.05));
  CHECK(normal[1].parameters[1] == Approx(0.9).epsilon(0.05));
  CHECK(*normal[1].deviations < -5.0);
  CHECK(normal[1].p < 1e-6);
  const auto stretched = rivals_of(kStretched, 1);
  CHECK(stretched[2].parameters[0] == Approx(0.8).epsilon(0.1));
  CHECK(stretched[2].parameters[1] == Approx(0.6).epsilon(0.1));
  CHECK(*stretched[2].deviations < -5.0);
  const auto cut = rivals_of(kCut, 1);
  CHECK(cut[3].parameters[0] == Approx(1.6).epsilon(0.05));
  CHECK(cut[3].parameters[1] == Approx(0.02).epsilon(0.2));
  CHECK(cut[3].ratio < -10.0);
  CHECK(cut[3].p < 1e-6);
  const auto power = rivals_of(kPower, 1);
  CHECK(*power[0].deviations > 2.0);
  for (const std::size_t undecided : {1U, 2U, 3U}) CHECK(power[undecided].p > 0.05);
}

TEST_CASE("tail rivals: what contains the power law is never less likely",
          "[algorithms][tail-rivals]") {
  for (const Tail& tail : tails()) {
    const TailRival& cut = tail.rivals.at(3);
    CHECK(cut.contains_power_law);
    CHECK(cut.ratio <= 1e-6);
    CHECK_FALSE(cut.deviations.has_value());
    // A chi-square of one degree beyond 2R.
    CHECK(cut.p == Approx(std::erfc(std::sqrt(std::max(0.0, -cut.ratio)))).margin(1e-3));
  }
}

TEST_CASE("tail rivals: a narrow law far from the start of the tail", "[algorithms][tail-rivals]") {
  Random random(3);
  Sizes values{1};
  for (int i = 0; i < 200; ++i) values.push_back(195 + random.below(6) + random.below(6));
  const Tail tail(values);
  CHECK(std::exp(tail.rivals[1].parameters[0]) == Approx(200.0).epsilon(0.05));
  CHECK(std::isfinite(tail.rivals[1].ratio));
  CHECK(*tail.rivals[2].deviations < -2.0);
}

TEST_CASE("tail rivals: stand in their order", "[algorithms][tail-rivals]") {
  const auto fit = degree_tail(karate());
  REQUIRE(fit);
  std::vector<std::string_view> names;
  for (const TailRival& rival : fit->rivals) names.push_back(rival.name);
  CHECK(names == std::vector<std::string_view>{"exponential", "log-normal", "stretched exponential",
                                               "truncated power law"});
}

}  // namespace summitry::testing
