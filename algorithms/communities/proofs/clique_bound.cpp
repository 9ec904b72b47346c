#include "algorithms/communities/proofs/clique_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace summitry::communities {
namespace {

constexpr int kRound = 40;              // iterations between two looks at the bound
constexpr std::size_t kMostCuts = 500;  // that are added at a time

// Where the method stands, or a mean of where it stood.
struct Point {
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double> charged;  // to each pair, by y
};

void add(std::vector<double>& to, const std::vector<double>& values) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += values[i];
}

void divide(std::vector<double>& values, double by) {
  for (double& value : values) value /= by;
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

// How good a point is: the two values that the optimum is between, were x not to break any star.
struct Standing {
  double bound = std::numeric_limits<double>::infinity();
  double primal = 0.0;
  double broken = 0.0;
};

Standing look_at(const CliqueProgramme& programme, const Point& point) {
  Standing standing{0.0, 0.0, 0.0};
  for (std::size_t s = 0; s < point.y.size(); ++s) {
    standing.bound += point.y[s];
    standing.broken += std::max(0.0, programme.excess(s, point.x));
  }
  for (std::size_t p = 0; p < point.x.size(); ++p) {
    standing.primal += programme.value()[p] * point.x[p];
    standing.bound +=
        programme.largest()[p] * std::max(0.0, programme.value()[p] - point.charged[p]);
  }
  return standing;
}

class Solver {
 public:
  Solver(const PairValues& pairs, const RelaxationStart& start) : programme_(pairs) {
    for (const double value : programme_.value()) scale_ = std::max(scale_, std::abs(value));
    if (scale_ == 0.0) scale_ = 1.0;
    weight_ = scale_;
    read(start, pairs);
    begin_again();
  }

  // A round of iterations and a look at what it brought.
  void round();
  // Adds the stars that x breaks; how many.
  std::size_t cut();
  [[nodiscard]] double bound() const { return best_; }
  // How far the optimum may be from the primal value.
  [[nodiscard]] double error() const { return error_; }
  [[nodiscard]] std::size_t stars() const { return programme_.stars(); }
  [[nodiscard]] Relaxation take() const;

 private:
  void read(const RelaxationStart& start, const PairValues& pairs);
  void begin_again();
  void step();
  void keep(const Point& point, double bound);
  void restart_when_worth_it(bool mean_is_better);
  [[nodiscard]] double error_of(const Standing& standing) const {
    return std::abs(standing.bound - standing.primal) + scale_ * standing.broken;
  }

  CliqueProgramme programme_;
  Point now_;
  Point sum_;  // since the last restart
  Point mean_;
  Point begun_;  // at the last restart
  std::vector<double> ahead_;
  double scale_ = 0.0;   // of the values
  double weight_ = 1.0;  // multipliers change by this times as much as x
  int since_ = 0;        // iterations since the last restart
  int total_ = 0;
  double error_ = std::numeric_limits<double>::infinity();
  double error_at_restart_ = std::numeric_limits<double>::infinity();
  double best_ = std::numeric_limits<double>::infinity();
  std::vector<double> best_charged_;
};

void Solver::read(const RelaxationStart& start, const PairValues& pairs) {
  now_.x.assign(programme_.pairs(), 0.0);
  for (VertexId u = 0; u < pairs.size(); ++u) {
    for (VertexId v = u + 1; v < pairs.size(); ++v) {
      const std::uint32_t p = programme_.pair(u, v);
      const double guess = start.share != nullptr ? start.share->at(u, v)
                                                  : (programme_.value()[p] > 0.0 ? 1.0 : 0.0);
      now_.x[p] = std::min(guess, programme_.largest()[p]);
    }
  }
  now_.y.assign(programme_.stars(), 0.0);
  for (const Star& star : start.stars) {
    const std::size_t number = programme_.add(star);
    now_.y.resize(programme_.stars(), 0.0);
    now_.y[number] += star.multiplier;
  }
  now_.charged.assign(programme_.pairs(), 0.0);
  for (std::size_t s = 0; s < now_.y.size(); ++s) {
    if (now_.y[s] > 0.0) programme_.charge(s, now_.y[s], now_.charged);
  }
  ahead_ = now_.x;
  keep(now_, look_at(programme_, now_).bound);
}

void Solver::begin_again() {
  begun_ = now_;
  sum_.x.assign(now_.x.size(), 0.0);
  sum_.y.assign(now_.y.size(), 0.0);
  sum_.charged.assign(now_.charged.size(), 0.0);
  since_ = 0;
}

void Solver::step() {
  const auto value = programme_.value();
  const auto largest = programme_.largest();
  const auto touching = programme_.touching();
  for (std::size_t p = 0; p < now_.x.size(); ++p) {
    const double moved = now_.x[p] + (value[p] - now_.charged[p]) / (weight_ * touching[p]);
    const double next = std::clamp(moved, 0.0, largest[p]);
    ahead_[p] = 2.0 * next - now_.x[p];
    now_.x[p] = next;
  }
  std::fill(now_.charged.begin(), now_.charged.end(), 0.0);
  for (std::size_t s = 0; s < now_.y.size(); ++s) {
    const double size = weight_ / programme_.length(s);
    const double y = std::max(0.0, now_.y[s] + size * programme_.excess(s, ahead_));
    now_.y[s] = y;
    sum_.y[s] += y;
    if (y > 0.0) programme_.charge(s, y, now_.charged);
  }
  add(sum_.x, now_.x);
  add(sum_.charged, now_.charged);
  ++since_;
  ++total_;
}

void Solver::keep(const Point& point, double bound) {
  if (bound >= best_) return;
  best_ = bound;
  best_charged_ = point.charged;
}

void Solver::round() {
  for (int i = 0; i < kRound; ++i) step();
  mean_ = sum_;
  for (auto* values : {&mean_.x, &mean_.y, &mean_.charged}) divide(*values, since_);
  const Standing now = look_at(programme_, now_);
  const Standing mean = look_at(programme_, mean_);
  keep(now_, now.bound);
  keep(mean_, mean.bound);
  const bool mean_is_better = error_of(mean) < error_of(now);
  const double before = std::exchange(error_, std::min(error_of(mean), error_of(now)));
  const bool much_better = error_ <= 0.2 * error_at_restart_;
  const bool turning = error_ <= 0.8 * error_at_restart_ && error_ > before;
  const bool long_ago = total_ > 4 * kRound && since_ >= 0.36 * total_;
  if (much_better || turning || long_ago) restart_when_worth_it(mean_is_better);
}

void Solver::restart_when_worth_it(bool mean_is_better) {
  if (mean_is_better) now_ = mean_;
  const double moved_x = distance(now_.x, begun_.x);
  const double moved_y = distance(now_.y, begun_.y);
  if (moved_x > 1e-10 && moved_y > 1e-10 * scale_) {
    weight_ = std::sqrt(weight_ * moved_y / moved_x);
  }
  error_at_restart_ = error_;
  begin_again();
}

std::size_t Solver::cut() {
  std::vector<Star> broken = programme_.broken(mean_.x);
  if (broken.size() > kMostCuts) broken.resize(kMostCuts);
  const std::size_t before = programme_.stars();
  for (const Star& star : broken) programme_.add(star);
  now_ = mean_;
  now_.y.resize(programme_.stars(), 0.0);
  error_at_restart_ = std::numeric_limits<double>::infinity();
  begin_again();
  return programme_.stars() - before;
}

Relaxation Solver::take() const {
  Relaxation result;
  result.bound = best_;
  std::vector<double> reduced(programme_.pairs());
  for (std::size_t p = 0; p < reduced.size(); ++p) {
    reduced[p] = programme_.value()[p] - best_charged_[p];
  }
  result.reduced = programme_.spread(reduced);
  result.share = programme_.spread(now_.x);
  for (std::size_t s = 0; s < now_.y.size(); ++s) {
    if (now_.y[s] <= 0.0) continue;
    result.stars.push_back(programme_.star(s));
    result.stars.back().multiplier = now_.y[s];
  }
  return result;
}

}  // namespace

Relaxation clique_bound(const PairValues& pairs, double enough, Effort effort,
                        const RelaxationStart& start, const Run& run) {
  constexpr int kPatience = 1200;  // iterations before cuts are looked for, whatever the error
  Solver solver(pairs, start);
  double work = 0.0;
  int since_cut = 0;
  for (int done = 0; done < effort.iterations && work < effort.work; done += kRound) {
    if (solver.bound() <= enough) break;
    run.check();
    solver.round();
    work += static_cast<double>(kRound) * static_cast<double>(solver.stars());
    since_cut += kRound;
    const double beyond = solver.bound() - enough;
    // Below the primal value by more than its error the bound will not come.
    const bool settled = solver.error() < 0.1 * beyond;
    if (!settled && since_cut < kPatience) continue;
    const std::size_t cuts = solver.cut();
    if (cuts == 0 && settled) break;
    since_cut = 0;
  }
  Relaxation result = solver.take();
  result.work = work;
  return result;
}

}  // namespace summitry::communities
