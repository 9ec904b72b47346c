// Curveball: random rosters with the margins of the observed ones. Every edition keeps its size and
// every participant the number of its editions; all such tables are equally likely in the long run.
//
// A trade takes two editions, pools what only one of the two has, and deals it out again at random
// in the same numbers.
//
// Reads      a roster an edition, ascending, without duplicates
// Cost       O(a + b) a trade
// Method     Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz 2014, doi:10.1038/ncomms5114;
//            uniform by Carstens 2015, doi:10.1103/PhysRevE.91.042812
// See also   hypergeometric.hpp, which keeps the editions' sizes only
#pragma once

#include <cstdint>
#include <vector>

#include "engine/random.hpp"

namespace summitry {

class Curveball {
 public:
  using Rosters = std::vector<std::vector<std::uint32_t>>;

  Curveball(Rosters observed, Random random);

  void trade(std::size_t times);
  [[nodiscard]] const Rosters& rosters() const { return rosters_; }

 private:
  void trade_between(std::vector<std::uint32_t>& a, std::vector<std::uint32_t>& b);

  Rosters rosters_;
  Random random_;
  std::vector<std::uint32_t> pool_;
  std::vector<std::uint32_t> both_;
};

}  // namespace summitry
