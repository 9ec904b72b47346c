#include "algorithms/continuity/statistics/rank_biased_overlap.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Ranking = std::vector<RankedItem>;

// "abc": a first. Letters of a group "a(bc)d" are equal.
Ranking ranking(const std::string& text) {
  Ranking items;
  double value = 1000.0;
  bool grouped = false;
  for (const char letter : text) {
    if (letter == '(' || letter == ')') {
      grouped = letter == '(';
      if (letter == ')') value -= 1.0;
      continue;
    }
    items.push_back({static_cast<std::uint32_t>(letter), value});
    if (!grouped) value -= 1.0;
  }
  return items;
}

double overlap_at(const std::string& a, const std::string& b, std::size_t depth) {
  std::multiset<char> seen(a.begin(), a.begin() + static_cast<long>(std::min(depth, a.size())));
  double shared = 0.0;
  for (std::size_t i = 0; i < std::min(depth, b.size()); ++i)
    shared += seen.count(b[i]) ? 1.0 : 0.0;
  return shared;
}

// The series itself, to a depth at which nothing is left of p^d; the two are continued with
// characters of their own (minimum) or with what the other has (maximum).
double series_of(const std::string& a, const std::string& b, double p) {
  double sum = 0.0;
  for (std::size_t d = 1; d <= std::max(a.size(), b.size()); ++d) {
    sum += overlap_at(a, b, d) / static_cast<double>(d) * std::pow(p, static_cast<double>(d) - 1.0);
  }
  return (1.0 - p) * sum;
}

std::string extended(std::string text, std::size_t length, const std::string& first, char filler) {
  for (const char letter : first) {
    if (text.find(letter) == std::string::npos && text.size() < length) text += letter;
  }
  // Characters beyond the letters: of this ranking alone, or of both where the filler is the same.
  for (int i = 0; text.size() < length; ++i) text += static_cast<char>(filler + i);
  return text;
}

RankBiasedOverlap slow(const std::string& a, const std::string& b, double p) {
  constexpr std::size_t kDepth = 60;
  RankBiasedOverlap result;
  result.minimum = series_of(extended(a, kDepth, "", '\x80'), extended(b, kDepth, "", '\xc0'), p);
  // The best continuation: each takes at once what the other has and it lacks, then both the same.
  result.residual =
      series_of(extended(a, kDepth, b, '\x80'), extended(b, kDepth, a, '\x80'), p) - result.minimum;
  return result;
}

double extrapolated(const std::string& a, const std::string& b) {
  return rank_biased_overlap(ranking(a), ranking(b))->extrapolated;
}

}  // namespace

TEST_CASE("RBO: published and hand-derived values", "[algorithms][continuity]") {
  CHECK(extrapolated("abcde", "abcde") == Approx(1.0));
  CHECK(extrapolated("abcde", "edcba") == Approx(0.737775).margin(1e-6));
  CHECK(extrapolated("abcd", "bacd") == Approx(0.9).margin(1e-6));
  CHECK(extrapolated("abcdefg", "bcagx") == Approx(0.650255).margin(1e-6));
  CHECK(extrapolated("bcagx", "abcdefg") == Approx(0.650255).margin(1e-6));
  CHECK(extrapolated("abc", "xyz") == 0.0);
}

TEST_CASE("RBO: minimum and residual are those of the worst and the best continuation",
          "[algorithms][continuity]") {
  Random random(12);
  for (int i = 0; i < 100; ++i) {
    std::string a = "abcdefgh";
    std::string b = "efghijkl";
    random.shuffle(std::span(a));
    random.shuffle(std::span(b));
    a.resize(1 + random.below(8));
    b.resize(1 + random.below(8));
    const double p = 0.5;  // 2^-60 is left out by the slow one
    const RankBiasedOverlap expected = slow(a, b, p);
    const auto found = rank_biased_overlap(ranking(a), ranking(b), {p});
    INFO(a << " against " << b);
    CHECK(found->minimum == Approx(expected.minimum).margin(1e-9));
    CHECK(found->residual == Approx(expected.residual).margin(1e-9));
    CHECK(found->extrapolated >= found->minimum - 1e-12);
    CHECK(found->extrapolated <= found->minimum + found->residual + 1e-12);
  }
}

TEST_CASE("RBO: equal values count as the mean over their orders", "[algorithms][continuity]") {
  const auto all_orders = [](const std::string& fixed) {
    return 0.25 * (extrapolated("abcde", fixed) + extrapolated("acbde", fixed) +
                   extrapolated("abced", fixed) + extrapolated("acbed", fixed));
  };
  for (const std::string fixed : {"abcde", "edcba", "cabed", "xbcye"}) {
    CHECK(extrapolated("a(bc)(de)", fixed) == Approx(all_orders(fixed)));
  }
  CHECK(extrapolated("(ab)c", "(ab)c") ==
        Approx(0.5 * (extrapolated("abc", "abc") + extrapolated("abc", "bac"))));
}

TEST_CASE("RBO: order of input and labels do not matter", "[algorithms][continuity]") {
  Ranking shuffled = ranking("abcdefg");
  std::reverse(shuffled.begin(), shuffled.end());
  CHECK(rank_biased_overlap(shuffled, ranking("bcagx"))->extrapolated ==
        extrapolated("abcdefg", "bcagx"));
}

TEST_CASE("RBO: edges", "[algorithms][continuity]") {
  CHECK_FALSE(rank_biased_overlap({}, ranking("a")));
  CHECK_FALSE(rank_biased_overlap(ranking("a"), {}));
  CHECK_THROWS_AS(rank_biased_overlap(ranking("a"), ranking("a"), {0.0}), InvalidOption);
  CHECK_THROWS_AS(rank_biased_overlap(ranking("a"), ranking("a"), {1.0}), InvalidOption);
  // Many equal values are no slow case.
  Ranking many;
  for (std::uint32_t i = 0; i < 200000; ++i) many.push_back({i, 1.0});
  CHECK(rank_biased_overlap(many, many)->minimum > 0.0);
}

}  // namespace summitry
