#include "algorithms/inference/log_rank.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <set>

#include "algorithms/inference/chi_square.hpp"

namespace summitry {
namespace {

std::set<double> event_times(std::span<const LifetimeGroup> groups) {
  std::set<double> times;
  for (const LifetimeGroup& group : groups) {
    for (const Lifetime& one : group.lifetimes) {
      if (one.event && one.entry < one.exit) times.insert(one.exit);
    }
  }
  return times;
}

// Of one group at one time.
struct Risk {
  std::size_t at_risk = 0;
  std::size_t events = 0;
};

Risk risk_at(const LifetimeGroup& group, double time) {
  Risk risk;
  for (const Lifetime& one : group.lifetimes) {
    if (!(one.entry < time && time <= one.exit)) continue;
    ++risk.at_risk;
    if (one.event && one.exit == time) ++risk.events;
  }
  return risk;
}

// The sums over event times, and what each adds to the variance.
class Sums {
 public:
  explicit Sums(Eigen::Index groups)
      : observed(Eigen::VectorXd::Zero(groups)),
        expected(Eigen::VectorXd::Zero(groups)),
        variance(Eigen::MatrixXd::Zero(groups, groups)) {}

  void add(const std::vector<Risk>& risks) {
    double n = 0.0;
    double d = 0.0;
    Eigen::VectorXd share(observed.size());
    for (Eigen::Index g = 0; g < share.size(); ++g) {
      const Risk& risk = risks[static_cast<std::size_t>(g)];
      share[g] = static_cast<double>(risk.at_risk);
      observed[g] += static_cast<double>(risk.events);
      n += static_cast<double>(risk.at_risk);
      d += static_cast<double>(risk.events);
    }
    share /= n;
    expected += d * share;
    if (n < 2.0) return;
    const double scale = d * (n - d) / (n - 1.0);
    variance.diagonal() += scale * share;
    variance -= scale * share * share.transpose();
  }

  Eigen::VectorXd observed;
  Eigen::VectorXd expected;
  Eigen::MatrixXd variance;
};

// The groups that were at risk of anything, all but the last: what these decide, the last follows.
std::vector<Eigen::Index> compared(const Sums& sums) {
  std::vector<Eigen::Index> groups;
  for (Eigen::Index g = 0; g < sums.expected.size(); ++g) {
    if (sums.expected[g] > 0.0) groups.push_back(g);
  }
  if (!groups.empty()) groups.pop_back();
  return groups;
}

}  // namespace

LogRank log_rank(std::span<const LifetimeGroup> groups) {
  LogRank result;
  Sums sums(static_cast<Eigen::Index>(groups.size()));
  for (const double time : event_times(groups)) {
    std::vector<Risk> risks;
    for (const LifetimeGroup& group : groups) risks.push_back(risk_at(group, time));
    sums.add(risks);
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const SurvivalCurve curve = kaplan_meier(groups[g].lifetimes);
    const double expected = sums.expected[static_cast<Eigen::Index>(g)];
    result.groups.push_back({groups[g].name, curve.subjects, curve.events, expected});
  }
  const std::vector<Eigen::Index> kept = compared(sums);
  if (kept.empty()) return result;
  const auto size = static_cast<Eigen::Index>(kept.size());
  Eigen::VectorXd difference(size);
  Eigen::MatrixXd variance(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    const Eigen::Index g = kept[static_cast<std::size_t>(i)];
    difference[i] = sums.observed[g] - sums.expected[g];
    for (Eigen::Index k = 0; k < size; ++k) {
      variance(i, k) = sums.variance(g, kept[static_cast<std::size_t>(k)]);
    }
  }
  const Eigen::FullPivLU<Eigen::MatrixXd> solver(variance);
  if (!solver.isInvertible()) return result;
  result.degrees = kept.size();
  result.chi_square = std::max(0.0, difference.dot(solver.solve(difference)));
  result.p_value = chi_square_tail(*result.chi_square, result.degrees);
  return result;
}

}  // namespace summitry
