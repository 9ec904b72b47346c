#include "algorithms/communities/resolutions/plateaus.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "algorithms/communities/agreement/against.hpp"
#include "algorithms/communities/trust/stability.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

using Point = ResolutionProfile::Point;
using Plateau = ResolutionProfile::Plateau;

constexpr double kNeighbours = 0.95;
constexpr double kAll = 0.9;
constexpr double kAsStable = 0.005;
constexpr double kOctave = 1.0 - 1e-9;
constexpr double kNear = 2.0;  // octaves from the middle

struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Finder {
 public:
  Finder(std::vector<Point>& points, std::span<const Partition* const> partitions,
         std::span<const double> likeliest, double middle, const Run& run)
      : points_(points), likeliest_(likeliest), middle_(middle) {
    const std::size_t n = points.size();
    agreement_.assign(n, std::vector<double>(n, 0.0));
    parallel_blocks(n, 1, run, "plateaus", [&](const Block& block) {
      const std::size_t i = block.index;
      if (partitions[i] == nullptr || points[i].stability < kStable) return;
      Against against(*partitions[i]);
      for (std::size_t k = i + 1; k < n; ++k) {
        if (partitions[k] == nullptr || points[k].stability < kStable) continue;
        agreement_[i][k] = against.to(*partitions[k]).agreement;
      }
    });
  }

  // Whether --resolution auto may take it: one of an octave or more always, a shorter one near a middle
  // that is not stable itself.
  [[nodiscard]] bool worthy(const Stretch& stretch) const {
    const double from = std::log2(points_[stretch.first].resolution);
    const double to = std::log2(points_[stretch.last].resolution);
    if (to - from >= kOctave) return true;
    const double off = std::abs(0.5 * (from + to) - std::log2(middle_));
    return off <= kNear && stability_of_middle() < kStable;
  }

  // The best stretch of points that are on no plateau yet.
  [[nodiscard]] std::optional<Stretch> next() const {
    std::optional<Stretch> best;
    for (std::size_t first = 0; first < points_.size(); ++first) {
      Stretch stretch{first, first};
      while (extends(stretch)) ++stretch.last;
      if (stretch.last > first && (!best || better(stretch, *best))) best = stretch;
    }
    return best;
  }

  [[nodiscard]] Plateau plateau(const Stretch& stretch) const {
    Plateau plateau;
    const Point& used = points_[best_of(stretch)];
    plateau.resolution = used.resolution;
    plateau.from = points_[stretch.first].resolution;
    plateau.to = points_[stretch.last].resolution;
    plateau.stability = mean_stability(stretch);
    return plateau;
  }

 private:
  [[nodiscard]] double stability_of_middle() const {
    const auto off = [this](const Point& point) {
      return std::abs(std::log(point.resolution / middle_));
    };
    const auto nearest =
        std::min_element(points_.begin(), points_.end(),
                         [&](const Point& a, const Point& b) { return off(a) < off(b); });
    return nearest == points_.end() ? 1.0 : nearest->stability;
  }

  [[nodiscard]] bool extends(const Stretch& stretch) const {
    const std::size_t next = stretch.last + 1;
    if (next >= points_.size() || points_[next].plateau || points_[stretch.first].plateau) {
      return false;
    }
    if (agreement_[stretch.last][next] < kNeighbours) return false;
    for (std::size_t i = stretch.first; i < next; ++i) {
      if (agreement_[i][next] < kAll) return false;
    }
    return true;
  }

  [[nodiscard]] double mean_stability(const Stretch& stretch) const {
    double sum = 0.0;
    for (std::size_t i = stretch.first; i <= stretch.last; ++i) sum += points_[i].stability;
    return sum / static_cast<double>(stretch.last - stretch.first + 1);
  }

  [[nodiscard]] double off_middle(const Stretch& stretch) const {
    return std::abs(std::log(points_[stretch.first].resolution / middle_) +
                    std::log(points_[stretch.last].resolution / middle_));
  }

  // Points stand at even ratios, so their number tells the length.
  [[nodiscard]] bool better(const Stretch& a, const Stretch& b) const {
    if (a.last - a.first != b.last - b.first) return a.last - a.first > b.last - b.first;
    const double difference = mean_stability(a) - mean_stability(b);
    if (difference != 0.0) return difference > 0.0;
    return off_middle(a) < off_middle(b);
  }

  // Of the most stable points the one nearest to its own likeliest resolution, then the most central. At
  // the ends communities begin to merge or to fall apart.
  [[nodiscard]] std::size_t best_of(Stretch stretch) const {
    if (stretch.last - stretch.first > 1) stretch = {stretch.first + 1, stretch.last - 1};
    double highest = 0.0;
    for (std::size_t i = stretch.first; i <= stretch.last; ++i) {
      highest = std::max(highest, points_[i].stability);
    }
    std::optional<std::size_t> best;
    for (std::size_t i = stretch.first; i <= stretch.last; ++i) {
      if (points_[i].stability < highest - kAsStable) continue;
      if (!best || misfit(i, stretch) < misfit(*best, stretch)) best = i;
    }
    return *best;
  }

  // Octaves from the likeliest resolution, then steps from the centre.
  [[nodiscard]] std::pair<double, std::size_t> misfit(std::size_t i, const Stretch& stretch) const {
    const double octaves = std::abs(std::log2(points_[i].resolution / likeliest_[i]));
    const std::size_t twice = stretch.first + stretch.last;
    return {std::isfinite(octaves) ? octaves : std::numeric_limits<double>::infinity(),
            2 * i > twice ? 2 * i - twice : twice - 2 * i};
  }

  std::vector<Point>& points_;
  std::span<const double> likeliest_;
  double middle_;
  std::vector<std::vector<double>> agreement_;
};

}  // namespace

std::vector<Plateau> find_plateaus(std::vector<Point>& points,
                                   std::span<const Partition* const> partitions,
                                   std::span<const double> likeliest, double middle,
                                   const Run& run) {
  const Finder finder(points, partitions, likeliest, middle, run);
  std::vector<Stretch> stretches;
  while (const auto stretch = finder.next()) {
    for (std::size_t i = stretch->first; i <= stretch->last; ++i) points[i].plateau = 0;
    stretches.push_back(*stretch);
  }
  if (stretches.empty()) return {};
  // They came best first.
  const auto best = std::find_if(stretches.begin(), stretches.end(),
                                 [&](const Stretch& one) { return finder.worthy(one); });
  const std::optional<std::size_t> chosen =
      best == stretches.end() ? std::nullopt : std::optional(best->first);
  std::sort(stretches.begin(), stretches.end(),
            [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
  std::vector<Plateau> plateaus;
  for (const Stretch& stretch : stretches) {
    for (std::size_t i = stretch.first; i <= stretch.last; ++i) points[i].plateau = plateaus.size();
    plateaus.push_back(finder.plateau(stretch));
    plateaus.back().chosen = stretch.first == chosen;
  }
  return plateaus;
}

}  // namespace summitry::communities
