#include "algorithms/inference/kaplan_meier.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // 97.5 % quantile of the normal distribution

void check(std::span<const Lifetime> lifetimes) {
  for (const Lifetime& one : lifetimes) {
    if (!std::isfinite(one.exit) || !(one.entry >= 0.0) || !(one.entry <= one.exit)) {
      refuse_option("kaplan_meier", "lifetimes", "finite, with 0 <= entry <= exit",
                    option_text(one.entry) + " to " + option_text(one.exit));
    }
  }
}

struct Ends {
  std::vector<double> entries;  // ascending
  std::vector<double> exits;    // ascending
};

// How many of the sorted times are before t.
std::size_t before(const std::vector<double>& times, double t) {
  return static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), t) - times.begin());
}

void add_interval(LifeTableRow& row) {
  if (!(row.survival > 0.0 && row.survival < 1.0)) return;
  const double spread =
      std::exp(kNormal95 * row.error / (row.survival * std::abs(std::log(row.survival))));
  row.lower = std::pow(row.survival, spread);
  row.upper = std::pow(row.survival, 1.0 / spread);
}

}  // namespace

SurvivalCurve kaplan_meier(std::span<const Lifetime> lifetimes, std::string name) {
  check(lifetimes);
  std::vector<Lifetime> sorted(lifetimes.begin(), lifetimes.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Lifetime& a, const Lifetime& b) { return a.exit < b.exit; });
  Ends ends;
  for (const Lifetime& one : sorted) {
    if (one.entry == one.exit) continue;  // never at risk
    ends.entries.push_back(one.entry);
    ends.exits.push_back(one.exit);
  }
  std::sort(ends.entries.begin(), ends.entries.end());
  SurvivalCurve curve{std::move(name), sorted.size(), 0, {}, std::nullopt};
  double survival = 1.0;
  double greenwood = 0.0;
  for (std::size_t i = 0; i < sorted.size();) {
    LifeTableRow row;
    row.time = sorted[i].exit;
    for (; i < sorted.size() && sorted[i].exit == row.time; ++i) {
      const bool counts = sorted[i].event && sorted[i].entry < row.time;
      ++(counts ? row.events : row.censored);
    }
    row.at_risk = before(ends.entries, row.time) - before(ends.exits, row.time);
    const auto n = static_cast<double>(row.at_risk);
    const auto d = static_cast<double>(row.events);
    if (row.at_risk > 0) row.hazard = d / n;
    survival *= 1.0 - row.hazard;
    if (row.events < row.at_risk) greenwood += d / (n * (n - d));
    row.survival = survival;
    row.error = survival * std::sqrt(greenwood);
    add_interval(row);
    curve.events += row.events;
    if (!curve.median && survival <= 0.5) curve.median = row.time;
    curve.rows.push_back(row);
  }
  return curve;
}

}  // namespace summitry
