// Curveball: random rosters with the margins of the observed ones. Every edition keeps its size and
// every participant the number of its editions; all such tables are equally likely in the long run.
//
// A trade takes two editions, pools what only one of the two has, and deals it out again at random
// in the same numbers.
//
// Reads      a roster an edition, ascending, without duplicates
// Cost       O(n / 64) a trade where rosters are a good part of the n participants, held as bits;
//            O(a + b) a trade between rosters that are short beside n, held as lists
// Method     Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz 2014, doi:10.1038/ncomms5114;
//            uniform by Carstens 2015, doi:10.1103/PhysRevE.91.042812. The pool is dealt 64 at a time:
//            each of it by a coin of about the right chance, then random ones are moved until the
//            numbers are right. All subsets of one size stay equally likely, since no step tells one
//            member of the pool from another
// See also   hypergeometric.hpp, which keeps the editions' sizes only;
//            ../inference/fixed_margins.hpp, which counts all tables instead
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/random.hpp"
#include "engine/random_words.hpp"

namespace summitry {

class Curveball {
 public:
  using Rosters = std::vector<std::vector<std::uint32_t>>;

  Curveball(const Rosters& observed, Random random);

  void trade(std::size_t times);

  [[nodiscard]] std::size_t editions() const { return size_.size(); }
  [[nodiscard]] std::size_t overlap(std::size_t a, std::size_t b) const;
  // Of those at an edition before `edition`, but not at it: how many there are, and how many of them are
  // at the next.
  struct Absent {
    std::size_t count = 0;
    std::size_t back = 0;
  };
  // For every edition but the last.
  [[nodiscard]] std::vector<Absent> absent() const;
  [[nodiscard]] Rosters rosters() const;

 private:
  void trade_bits(std::size_t a, std::size_t b);
  void trade_lists(std::vector<std::uint32_t>& a, std::vector<std::uint32_t>& b);
  void choose(std::size_t words, std::size_t of, std::size_t wanted);
  void move_one(std::size_t words, std::size_t count, bool into_pick);
  [[nodiscard]] const std::uint64_t* row(std::size_t edition) const {
    return bits_.data() + edition * words_;
  }

  std::vector<std::uint32_t> name_;  // by participant, dense: as in the observed rosters
  std::vector<std::size_t> size_;    // by edition
  std::size_t words_ = 0;            // a row; 0: held as lists
  std::vector<std::uint64_t> bits_;
  Rosters lists_;  // of dense participants
  RandomWords random_;
  std::vector<std::uint64_t> pool_;
  std::vector<std::uint64_t> pick_;
  std::vector<std::uint32_t> dealt_to_a_;
  std::vector<std::uint32_t> dealt_to_b_;
};

}  // namespace summitry
