#include "algorithms/communities/agreement/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "algorithms/communities/blocks/log_factorials.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

using communities::LogFactorials;
using Shared = Contingency::Shared;

double pairs(double n) {
  return 0.5 * n * (n - 1.0);
}

double pairs_within(const std::vector<double>& sizes) {
  double sum = 0.0;
  for (const double size : sizes) sum += pairs(size);
  return sum;
}

double pairs_within(const std::vector<Shared>& shared) {
  double sum = 0.0;
  for (const Shared& cell : shared) sum += pairs(cell.count);
  return sum;
}

double entropy(const std::vector<double>& sizes, double n) {
  double sum = 0.0;
  for (const double size : sizes) sum -= size / n * std::log(size / n);
  return sum;
}

double information(const Contingency& table) {
  double sum = 0.0;
  for (const Shared& cell : table.shared) {
    sum += cell.count / table.n *
           std::log(table.n * cell.count / (table.first[cell.first] * table.second[cell.second]));
  }
  return sum;
}

double normaliser_of(const Contingency& table, Normaliser normaliser) {
  const double a = entropy(table.first, table.n);
  const double b = entropy(table.second, table.n);
  switch (normaliser) {
    case Normaliser::maximum:
      return std::max(a, b);
    case Normaliser::minimum:
      return std::min(a, b);
    case Normaliser::geometric_mean:
      return std::sqrt(a * b);
    case Normaliser::joint:
      return a + b - information(table);
    case Normaliser::arithmetic_mean:
      break;
  }
  return 0.5 * (a + b);
}

// The share, or 0 where there is nothing to have a share of.
double share(double part, double whole) {
  return whole > 0.0 ? part / whole : 0.0;
}

// One cell's part of the expected mutual information: its count is hypergeometric.
double expected_cell(double a, double b, double n, const LogFactorials& log_factorial) {
  const auto lf = [&](double k) { return log_factorial(static_cast<std::int64_t>(k)); };
  const double fixed = lf(a) + lf(b) + lf(n - a) + lf(n - b) - lf(n);
  double sum = 0.0;
  for (double k = std::max(1.0, a + b - n); k <= std::min(a, b); k += 1.0) {
    const double log_chance = fixed - lf(k) - lf(a - k) - lf(b - k) - lf(n - a - b + k);
    sum += k / n * std::log(n * k / (a * b)) * std::exp(log_chance);
  }
  return sum;
}

// Sizes with how often they occur: cells of equal sizes expect the same.
std::vector<std::pair<double, double>> counted(std::vector<double> sizes) {
  std::sort(sizes.begin(), sizes.end());
  std::vector<std::pair<double, double>> result;
  for (const double size : sizes) {
    if (result.empty() || result.back().first != size) result.emplace_back(size, 0.0);
    result.back().second += 1.0;
  }
  return result;
}

}  // namespace

double expected_information(const Contingency& table) {
  const LogFactorials log_factorial(static_cast<std::int64_t>(table.n));
  double sum = 0.0;
  for (const auto& [a, rows] : counted(table.first)) {
    for (const auto& [b, columns] : counted(table.second)) {
      sum += rows * columns * expected_cell(a, b, table.n, log_factorial);
    }
  }
  return sum;
}

double rand_index(const Contingency& table) {
  if (table.n < 2.0) return 1.0;
  const double apart_in_one =
      pairs_within(table.first) + pairs_within(table.second) - 2.0 * pairs_within(table.shared);
  return 1.0 - apart_in_one / pairs(table.n);
}

double adjusted_rand_index(const Contingency& table) {
  if (table.same()) return 1.0;
  const double a = pairs_within(table.first);
  const double b = pairs_within(table.second);
  const double expected = a * b / pairs(table.n);
  return (pairs_within(table.shared) - expected) / (0.5 * (a + b) - expected);
}

double jaccard_of_pairs(const Contingency& table) {
  if (table.same()) return 1.0;
  const double both = pairs_within(table.shared);
  return share(both, pairs_within(table.first) + pairs_within(table.second) - both);
}

double fowlkes_mallows(const Contingency& table) {
  if (table.same()) return 1.0;
  return share(pairs_within(table.shared),
               std::sqrt(pairs_within(table.first) * pairs_within(table.second)));
}

double mutual_information(const Contingency& table) {
  return table.n == 0.0 ? 0.0 : std::max(0.0, information(table));
}

double normalised_mutual_information(const Contingency& table, Normaliser normaliser) {
  if (table.same()) return 1.0;
  return share(std::max(0.0, information(table)), normaliser_of(table, normaliser));
}

double adjusted_mutual_information(const Contingency& table, double expected,
                                   Normaliser normaliser) {
  if (normaliser == Normaliser::joint) {
    refuse_option("adjusted mutual information", "normaliser", "a bound of it",
                  "the joint entropy");
  }
  if (table.same()) return 1.0;
  // With all in one community, or all apart, on one side the mutual information is what is expected.
  const auto trivial = [&](const std::vector<double>& sizes) {
    return sizes.size() == 1 || static_cast<double>(sizes.size()) == table.n;
  };
  if (trivial(table.first) || trivial(table.second)) return 0.0;
  return (information(table) - expected) / (normaliser_of(table, normaliser) - expected);
}

double adjusted_mutual_information(const Contingency& table, Normaliser normaliser) {
  return adjusted_mutual_information(table, expected_information(table), normaliser);
}

double variation_of_information(const Contingency& table) {
  if (table.same()) return 0.0;
  return entropy(table.first, table.n) + entropy(table.second, table.n) - 2.0 * information(table);
}

VMeasure v_measure(const Contingency& table) {
  VMeasure measure;
  if (table.same()) return measure;
  const double shared = std::max(0.0, information(table));
  const double of_truth = entropy(table.first, table.n);
  const double of_found = entropy(table.second, table.n);
  // Where there is but one community nothing can be mixed, or torn apart.
  if (of_truth > 0.0) measure.homogeneity = shared / of_truth;
  if (of_found > 0.0) measure.completeness = shared / of_found;
  measure.v = share(2.0 * measure.homogeneity * measure.completeness,
                    measure.homogeneity + measure.completeness);
  return measure;
}

SplitJoin split_join(const Contingency& table) {
  std::vector<double> most_of_first(table.first.size(), 0.0);
  std::vector<double> most_of_second(table.second.size(), 0.0);
  for (const Shared& cell : table.shared) {
    most_of_first[cell.first] = std::max(most_of_first[cell.first], cell.count);
    most_of_second[cell.second] = std::max(most_of_second[cell.second], cell.count);
  }
  const auto outside = [&table](const std::vector<double>& most) {
    double moved = table.n;
    for (const double one : most) moved -= one;
    return static_cast<std::uint64_t>(moved);
  };
  return {outside(most_of_first), outside(most_of_second)};
}

std::uint64_t split_join_distance(const Contingency& table) {
  const SplitJoin distance = split_join(table);
  return distance.first_to_second + distance.second_to_first;
}

}  // namespace summitry
