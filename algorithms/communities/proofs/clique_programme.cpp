#include "algorithms/communities/proofs/clique_programme.hpp"

#include <algorithm>

namespace summitry::communities {
namespace {

constexpr double kBroken = 0.02;      // a star that asks less than this beyond 1 is left
constexpr std::size_t kMostTips = 8;  // longer stars slow the method down more than they help

}  // namespace

CliqueProgramme::CliqueProgramme(const PairValues& pairs) : n_(pairs.size()) {
  for (VertexId u = 0; u < n_; ++u) {
    for (VertexId v = u + 1; v < n_; ++v) {
      const bool apart = pairs.at(u, v) == kApart;
      value_.push_back(apart ? 0.0 : pairs.at(u, v));
      largest_.push_back(apart ? 0.0 : 1.0);
    }
  }
  for (VertexId centre = 0; centre < n_; ++centre) add_triangles(pairs, centre);
  touching_.assign(value_.size(), 0.0);
  for (const Triangle& t : triangles_) {
    for (const std::uint32_t p : {t.first, t.second, t.closing}) touching_[p] += 1.0;
  }
  for (double& count : touching_) count = std::max(count, 1.0);
}

void CliqueProgramme::add_triangles(const PairValues& pairs, VertexId centre) {
  for (VertexId i = 0; i < n_; ++i) {
    if (i == centre || pairs.at(i, centre) == kApart) continue;
    for (VertexId k = i + 1; k < n_; ++k) {
      if (k == centre || pairs.at(centre, k) == kApart) continue;
      if (pairs.at(i, centre) <= 0.0 && pairs.at(centre, k) <= 0.0) continue;
      triangles_.push_back({pair(i, centre), pair(centre, k), pair(i, k)});
      corners_.push_back({centre, i, k});
    }
  }
}

std::uint32_t CliqueProgramme::pair(VertexId u, VertexId v) const {
  const VertexId low = std::min(u, v);
  return low * (2 * n_ - low - 1) / 2 + std::max(u, v) - low - 1;
}

std::size_t CliqueProgramme::add(const Star& star) {
  if (star.tips.size() == 2) {
    const Corners wanted{star.centre, star.tips[0], star.tips[1]};
    const auto place = std::lower_bound(corners_.begin(), corners_.end(), wanted);
    if (place != corners_.end() && *place == wanted) {
      return static_cast<std::size_t>(place - corners_.begin());
    }
  }
  for (std::size_t c = 0; c < cuts_.size(); ++c) {
    if (cuts_[c].centre == star.centre && cuts_[c].tips == star.tips) return corners_.size() + c;
  }
  Cut cut{star.centre, star.tips, {}, {}};
  for (std::size_t a = 0; a < star.tips.size(); ++a) {
    cut.plus.push_back(pair(star.centre, star.tips[a]));
    for (std::size_t b = a + 1; b < star.tips.size(); ++b) {
      cut.minus.push_back(pair(star.tips[a], star.tips[b]));
    }
  }
  for (const std::uint32_t p : cut.plus) touching_[p] += 1.0;
  for (const std::uint32_t p : cut.minus) touching_[p] += 1.0;
  cuts_.push_back(std::move(cut));
  return stars() - 1;
}

Star CliqueProgramme::star(std::size_t number) const {
  if (number < corners_.size()) {
    const Corners& c = corners_[number];
    return {c.centre, {c.low, c.high}, 0.0};
  }
  const Cut& cut = cuts_[number - corners_.size()];
  return {cut.centre, cut.tips, 0.0};
}

// The first tip, and then always the one that adds most, as long as one adds anything.
std::vector<VertexId> CliqueProgramme::heaped(VertexId centre, VertexId first,
                                              std::span<const double> x) const {
  std::vector<VertexId> tips{first};
  while (tips.size() < kMostTips) {
    double most = 1e-9;
    VertexId best = centre;
    for (VertexId t = 0; t < n_; ++t) {
      if (t == centre || x[pair(centre, t)] <= most) continue;
      double adds = x[pair(centre, t)];
      bool is_tip = false;
      for (const VertexId other : tips) {
        is_tip = is_tip || other == t;
        if (!is_tip) adds -= x[pair(t, other)];
      }
      if (is_tip || adds <= most) continue;
      most = adds;
      best = t;
    }
    if (best == centre) break;
    tips.push_back(best);
  }
  std::sort(tips.begin(), tips.end());
  return tips;
}

std::vector<Star> CliqueProgramme::broken(std::span<const double> x) const {
  std::vector<Star> found;
  for (VertexId centre = 0; centre < n_; ++centre) {
    for (VertexId first = 0; first < n_; ++first) {
      if (first == centre || x[pair(centre, first)] < 0.05 || x[pair(centre, first)] > 0.95) {
        continue;
      }
      std::vector<VertexId> tips = heaped(centre, first, x);
      if (tips.size() < 3) continue;
      double sum = -1.0;
      for (std::size_t a = 0; a < tips.size(); ++a) {
        sum += x[pair(centre, tips[a])];
        for (std::size_t b = a + 1; b < tips.size(); ++b) sum -= x[pair(tips[a], tips[b])];
      }
      const bool is_new = std::none_of(found.begin(), found.end(), [&](const Star& star) {
        return star.centre == centre && star.tips == tips;
      });
      if (sum > kBroken && is_new) found.push_back({centre, std::move(tips), 0.0});
    }
  }
  return found;
}

PairValues CliqueProgramme::spread(std::span<const double> by_pair) const {
  PairValues result(n_);
  for (VertexId u = 0; u < n_; ++u) {
    for (VertexId v = u + 1; v < n_; ++v) result.set(u, v, by_pair[pair(u, v)]);
  }
  return result;
}

}  // namespace summitry::communities
