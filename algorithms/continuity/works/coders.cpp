#include "algorithms/continuity/works/coders.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

using Counts = std::map<double, double>;  // by value

// Ordinal distance: what lies between two values in the sorted list of all scores, the two
// themselves by half.
double distance(const Counts& counts, double a, double b, ScoreLevel level) {
  if (a == b) return 0.0;
  if (level == ScoreLevel::nominal) return 1.0;
  const double low = std::min(a, b);
  const double high = std::max(a, b);
  double between = -0.5 * (counts.at(low) + counts.at(high));
  for (auto at = counts.find(low); at != counts.end() && at->first <= high; ++at) {
    between += at->second;
  }
  return between * between;
}

Counts counted(const std::vector<Score>& scores) {
  Counts counts;
  for (const Score& score : scores) {
    if (score) counts[*score] += 1.0;
  }
  return counts;
}

double total(const Counts& counts) {
  double sum = 0.0;
  for (const auto& [value, count] : counts) sum += count;
  return sum;
}

}  // namespace

std::optional<double> cohen_kappa(const std::vector<Score>& first,
                                  const std::vector<Score>& second) {
  if (first.size() != second.size()) {
    refuse_option("kappa", "second", std::to_string(first.size()) + " scores, as many as first",
                  std::to_string(second.size()));
  }
  Counts a;
  Counts b;
  double n = 0.0;
  double agree = 0.0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!first[i] || !second[i]) continue;
    a[*first[i]] += 1.0;
    b[*second[i]] += 1.0;
    n += 1.0;
    agree += *first[i] == *second[i] ? 1.0 : 0.0;
  }
  double expected = 0.0;  // times n^2
  for (const auto& [value, count] : a) {
    if (const auto other = b.find(value); other != b.end()) expected += count * other->second;
  }
  if (n == 0.0 || expected == n * n) return std::nullopt;
  return (agree * n - expected) / (n * n - expected);
}

std::optional<double> krippendorff_alpha(const std::vector<std::vector<Score>>& units,
                                         ScoreLevel level) {
  Counts all;
  for (const auto& unit : units) {
    const Counts counts = counted(unit);
    if (total(counts) < 2.0) continue;
    for (const auto& [value, count] : counts) all[value] += count;
  }
  const double n = total(all);
  if (all.size() < 2) return std::nullopt;
  double observed = 0.0;
  for (const auto& unit : units) {
    const Counts counts = counted(unit);
    const double size = total(counts);
    if (size < 2.0) continue;
    for (const auto& [a, count_a] : counts) {
      for (const auto& [b, count_b] : counts) {
        if (a != b) observed += count_a * count_b * distance(all, a, b, level) / (size - 1.0);
      }
    }
  }
  double expected = 0.0;
  for (const auto& [a, count_a] : all) {
    for (const auto& [b, count_b] : all) {
      if (a != b) expected += count_a * count_b * distance(all, a, b, level);
    }
  }
  return 1.0 - (n - 1.0) * observed / expected;
}

}  // namespace summitry
