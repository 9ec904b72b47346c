#include "algorithms/communities/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "algorithms/options.hpp"
#include "engine/partition.hpp"

namespace summitry {
namespace {

struct Shared {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double count = 0.0;
};

// The table of two partitions, without its zeros, by row and column.
struct Contingency {
  double n = 0.0;
  std::vector<double> first;  // sizes
  std::vector<double> second;
  std::vector<Shared> shared;

  // Each community of one is exactly one of the other.
  [[nodiscard]] bool same() const {
    return shared.size() == first.size() && shared.size() == second.size();
  }
};

Contingency cross(Labels first, Labels second) {
  if (first.size() != second.size()) {
    refuse_option("agreement", "second", std::to_string(first.size()) + " labels, as many as first",
                  std::to_string(second.size()));
  }
  const Partition a = canonical(first);
  const Partition b = canonical(second);
  Contingency table;
  table.n = static_cast<double>(first.size());
  table.first.assign(a.count, 0.0);
  table.second.assign(b.count, 0.0);
  std::vector<std::uint64_t> pairs(first.size());
  for (std::size_t v = 0; v < first.size(); ++v) {
    ++table.first[a.community[v]];
    ++table.second[b.community[v]];
    pairs[v] = (std::uint64_t{a.community[v]} << 32U) | b.community[v];
  }
  std::sort(pairs.begin(), pairs.end());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i == 0 || pairs[i] != pairs[i - 1]) {
      table.shared.push_back({static_cast<std::uint32_t>(pairs[i] >> 32U),
                              static_cast<std::uint32_t>(pairs[i] & UINT32_MAX), 0.0});
    }
    table.shared.back().count += 1.0;
  }
  return table;
}

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

// log k! for k = 0..n. (The library's lgamma writes to a global.)
std::vector<double> log_factorials(std::size_t n) {
  std::vector<double> table(n + 1, 0.0);
  for (std::size_t k = 1; k <= n; ++k) table[k] = table[k - 1] + std::log(static_cast<double>(k));
  return table;
}

// One cell's part of the expected mutual information: its count is hypergeometric.
double expected_cell(double a, double b, double n, const std::vector<double>& log_factorial) {
  const auto lf = [&](double k) { return log_factorial[static_cast<std::size_t>(k)]; };
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

double expected_information(const Contingency& table) {
  const auto log_factorial = log_factorials(static_cast<std::size_t>(table.n));
  double sum = 0.0;
  for (const auto& [a, rows] : counted(table.first)) {
    for (const auto& [b, columns] : counted(table.second)) {
      sum += rows * columns * expected_cell(a, b, table.n, log_factorial);
    }
  }
  return sum;
}

}  // namespace

double rand_index(Labels first, Labels second) {
  const Contingency table = cross(first, second);
  if (table.n < 2.0) return 1.0;
  const double apart_in_one =
      pairs_within(table.first) + pairs_within(table.second) - 2.0 * pairs_within(table.shared);
  return 1.0 - apart_in_one / pairs(table.n);
}

double adjusted_rand_index(Labels first, Labels second) {
  const Contingency table = cross(first, second);
  if (table.same()) return 1.0;
  const double a = pairs_within(table.first);
  const double b = pairs_within(table.second);
  const double expected = a * b / pairs(table.n);
  return (pairs_within(table.shared) - expected) / (0.5 * (a + b) - expected);
}

double jaccard_of_pairs(Labels first, Labels second) {
  const Contingency table = cross(first, second);
  if (table.same()) return 1.0;
  const double both = pairs_within(table.shared);
  return share(both, pairs_within(table.first) + pairs_within(table.second) - both);
}

double fowlkes_mallows(Labels first, Labels second) {
  const Contingency table = cross(first, second);
  if (table.same()) return 1.0;
  return share(pairs_within(table.shared),
               std::sqrt(pairs_within(table.first) * pairs_within(table.second)));
}

double mutual_information(Labels first, Labels second) {
  const Contingency table = cross(first, second);
  return table.n == 0.0 ? 0.0 : std::max(0.0, information(table));
}

double normalised_mutual_information(Labels first, Labels second, Normaliser normaliser) {
  const Contingency table = cross(first, second);
  if (table.same()) return 1.0;
  return share(std::max(0.0, information(table)), normaliser_of(table, normaliser));
}

double adjusted_mutual_information(Labels first, Labels second, Normaliser normaliser) {
  if (normaliser == Normaliser::joint) {
    refuse_option("adjusted mutual information", "normaliser", "a bound of it",
                  "the joint entropy");
  }
  const Contingency table = cross(first, second);
  if (table.same()) return 1.0;
  // With all in one community, or all apart, on one side the mutual information is what is expected.
  const auto trivial = [&](const std::vector<double>& sizes) {
    return sizes.size() == 1 || static_cast<double>(sizes.size()) == table.n;
  };
  if (trivial(table.first) || trivial(table.second)) return 0.0;
  const double expected = expected_information(table);
  return (information(table) - expected) / (normaliser_of(table, normaliser) - expected);
}

double variation_of_information(Labels first, Labels second) {
  const Contingency table = cross(first, second);
  if (table.same()) return 0.0;
  return entropy(table.first, table.n) + entropy(table.second, table.n) - 2.0 * information(table);
}

VMeasure v_measure(Labels truth, Labels found) {
  const Contingency table = cross(truth, found);
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

SplitJoin split_join(Labels first, Labels second) {
  const Contingency table = cross(first, second);
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

std::uint64_t split_join_distance(Labels first, Labels second) {
  const SplitJoin distance = split_join(first, second);
  return distance.first_to_second + distance.second_to_first;
}

}  // namespace summitry
