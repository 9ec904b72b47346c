// Which parts of a matrix hold its largest eigenvalue: those that may are looked at by falling bound, so
// that most need no look. What the three cases of leading.hpp share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/scores.hpp"

namespace summitry {

// Of one part more: iterations add up, the larger change counts, and all must have been reached.
void include(Convergence& all, const Convergence& one);

// Numbers of the bounds, the largest first, equal ones by number.
[[nodiscard]] std::vector<std::uint32_t> by_falling_bound(std::span<const double> bounds);

template <class Found>
struct Leaders {
  double value = 0.0;
  std::vector<std::pair<std::uint32_t, Found>> parts;
  Convergence convergence{0, 0.0, true};
};

// The parts whose value is the largest, or less by at most a share of `same`. No eigenvalue of a part is
// above its bound, and the largest of all is at least `known`. look(part, at_least) finds a part's value,
// its vector and how it converged; it may lower the bound of its part. One that was given up, and may
// lead by its bound, counts for the convergence too.
template <class Look>
[[nodiscard]] auto leaders(std::span<const double> bounds, double same, const Look& look,
                           double known = 0.0) {
  struct Looked {
    std::uint32_t part;
    double value;
    Convergence convergence;
  };
  Leaders<std::invoke_result_t<const Look&, std::uint32_t, double>> all;
  std::vector<Looked> looked;
  double at_least = known * (1.0 - same);
  for (const std::uint32_t part : by_falling_bound(bounds)) {
    if (bounds[part] < at_least) break;
    auto found = look(part, at_least);
    looked.push_back({part, found.value, found.convergence});
    all.value = std::max(all.value, found.value);
    at_least = std::max(known, all.value) * (1.0 - same);
    if (found.value >= at_least) all.parts.emplace_back(part, std::move(found));
  }
  std::erase_if(all.parts, [&](const auto& one) { return one.second.value < at_least; });
  for (const Looked& one : looked) {
    const bool given_up = !one.convergence.reached && bounds[one.part] >= at_least;
    if (one.value >= at_least || given_up) include(all.convergence, one.convergence);
  }
  return all;
}

}  // namespace summitry
