// The linear programme whose optimum bounds what any partition of valued pairs is worth.
//
//   largest  sum over pairs of value(i,j) x(i,j)    0 <= x <= 1, x = 0 where a pair must be apart
//   with     sum over tips t of x(centre,t) - sum over pairs of tips of x(t,u) <= 1     for stars
//
// A star of two tips is a triangle: who is with j is with whoever is with j. Stars of more tips cut off
// what triangles alone let pass, half a tip's worth to each of three tips.
//
// Method     Groetschel & Wakabayashi 1989, doi:10.1007/BF01589097, and their 2-partition inequalities
//            1990, doi:10.1007/BF01580870 (one part of one vertex); without the triangles that Miyauchi
//            & Sukegawa 2015, doi:10.1007/s11590-014-0818-7, show to be redundant
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/communities/agreement/pair_values.hpp"

namespace summitry::communities {

// A star's inequality with its multiplier.
struct Star {
  VertexId centre = 0;
  std::vector<VertexId> tips;  // ascending, two or more
  double multiplier = 0.0;
};

class CliqueProgramme {
 public:
  // With all triangles that matter. O(n^2 + triangles).
  explicit CliqueProgramme(const PairValues& pairs);

  [[nodiscard]] std::size_t pairs() const { return value_.size(); }
  [[nodiscard]] std::size_t stars() const { return corners_.size() + cuts_.size(); }
  [[nodiscard]] std::uint32_t pair(VertexId u, VertexId v) const;
  [[nodiscard]] std::span<const double> value() const { return value_; }
  [[nodiscard]] std::span<const double> largest() const { return largest_; }
  // In how many stars a pair is, at least 1.
  [[nodiscard]] std::span<const double> touching() const { return touching_; }
  // Adds the star; its number, that of the old one when it is there already.
  std::size_t add(const Star& star);
  [[nodiscard]] Star star(std::size_t number) const;  // with multiplier 0

  // Stars that x breaks, found by heaping tips upon each centre; the worst for each centre.
  [[nodiscard]] std::vector<Star> broken(std::span<const double> x) const;

  // What the star asks beyond 1, at most 0 when it holds.
  [[nodiscard]] double excess(std::size_t number, std::span<const double> x) const;
  // charged += by, over the star's pairs with their signs.
  void charge(std::size_t number, double by, std::span<double> charged) const;
  // How many pairs the star has.
  [[nodiscard]] double length(std::size_t number) const;

  [[nodiscard]] PairValues spread(std::span<const double> by_pair) const;

 private:
  struct Triangle {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t closing = 0;
  };
  struct Corners {
    VertexId centre = 0;
    VertexId low = 0;
    VertexId high = 0;

    auto operator<=>(const Corners&) const = default;
  };
  struct Cut {
    VertexId centre = 0;
    std::vector<VertexId> tips;
    std::vector<std::uint32_t> plus;
    std::vector<std::uint32_t> minus;
  };

  void add_triangles(const PairValues& pairs, VertexId centre);
  [[nodiscard]] std::vector<VertexId> heaped(VertexId centre, VertexId first,
                                             std::span<const double> x) const;

  VertexId n_ = 0;
  std::vector<double> value_;
  std::vector<double> largest_;
  std::vector<double> touching_;
  std::vector<Triangle> triangles_;
  std::vector<Corners> corners_;  // of the triangles, ascending
  std::vector<Cut> cuts_;         // stars of three tips and more
};

inline double CliqueProgramme::excess(std::size_t number, std::span<const double> x) const {
  if (number < triangles_.size()) {
    const Triangle& t = triangles_[number];
    return x[t.first] + x[t.second] - x[t.closing] - 1.0;
  }
  const Cut& cut = cuts_[number - triangles_.size()];
  double sum = -1.0;
  for (const std::uint32_t p : cut.plus) sum += x[p];
  for (const std::uint32_t p : cut.minus) sum -= x[p];
  return sum;
}

inline void CliqueProgramme::charge(std::size_t number, double by,
                                    std::span<double> charged) const {
  if (number < triangles_.size()) {
    const Triangle& t = triangles_[number];
    charged[t.first] += by;
    charged[t.second] += by;
    charged[t.closing] -= by;
    return;
  }
  const Cut& cut = cuts_[number - triangles_.size()];
  for (const std::uint32_t p : cut.plus) charged[p] += by;
  for (const std::uint32_t p : cut.minus) charged[p] -= by;
}

inline double CliqueProgramme::length(std::size_t number) const {
  if (number < triangles_.size()) return 3.0;
  const Cut& cut = cuts_[number - triangles_.size()];
  return static_cast<double>(cut.plus.size() + cut.minus.size());
}

}  // namespace summitry::communities
