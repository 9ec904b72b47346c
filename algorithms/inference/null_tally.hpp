// What a statistic comes to over the draws of a null model, added up one by one.
//
//   drawn at random   sd by R - 1      p = (1 + those at least as large) / (1 + R)    at best 1 / (1 + R)
//   all there are     sd by R          p =  those at least as large / R               at best 1 / R
//
// Reads      values; what was observed, against which each is held. Sums of another order differ by
//            rounding: what is as good as equal counts as equal
// Gives      mean and sd, p of at least and of at most as much. An sd is missing where one draw at random
//            tells nothing of it, and exactly 0 where all draws are equal
// Cost       O(1) a draw. Tallies are added up in a fixed order, that of the blocks they come from
// Method     Davison & Hinkley 1997, section 4.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "engine/null_test.hpp"

namespace summitry {

enum class Draws { at_random, all };

class NullTally {
 public:
  explicit NullTally(double observed = 0.0) : observed_(observed) {}

  void add(double value);
  // Of the same observed value.
  void add(const NullTally& other);

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] double observed() const { return observed_; }
  // The rest requires at least one draw.
  [[nodiscard]] double mean() const;
  [[nodiscard]] std::optional<double> sd(Draws draws = Draws::at_random) const;
  [[nodiscard]] double p_at_least(Draws draws = Draws::at_random) const;
  [[nodiscard]] double p_at_most(Draws draws = Draws::at_random) const;
  [[nodiscard]] double smallest_p(Draws draws = Draws::at_random) const;

 private:
  [[nodiscard]] double rounding() const;

  double observed_;
  std::size_t count_ = 0;
  double sum_ = 0.0;      // of what is above the observed, so that little cancels
  double squares_ = 0.0;  // of the same
  std::size_t at_least_ = 0;
  std::size_t at_most_ = 0;
  double least_ = std::numeric_limits<double>::infinity();
  double most_ = -std::numeric_limits<double>::infinity();
};

// Fills in what was observed, mean, sd, effect, p of at least as much, the smallest p, samples and seed.
void fill(NullTest& test, const NullTally& tally, Draws draws, std::uint64_t seed);

}  // namespace summitry
