#include "algorithms/continuity/rosters/comparison.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "algorithms/continuity/rosters/for_each_common.hpp"
#include "algorithms/continuity/statistics/ratio.hpp"

namespace summitry {
namespace {

void add_baselga(Transition& transition) {
  const std::size_t x = transition.retained;
  const std::size_t y = transition.left;
  const std::size_t z = transition.entered;
  transition.dissimilarity = ratio(y + z, 2 * x + y + z);
  if (!transition.dissimilarity) return;
  // An edition without participants is nested in any other: all difference is growth.
  transition.replacement = ratio(std::min(y, z), x + std::min(y, z)).value_or(0.0);
  transition.growth = *transition.dissimilarity - *transition.replacement;
}

std::optional<double> return_after_absence(std::span<const EntityIndex> before,
                                           std::span<const EntityIndex> after,
                                           std::span<const EntityIndex> earlier) {
  std::vector<EntityIndex> absent;
  std::set_difference(earlier.begin(), earlier.end(), before.begin(), before.end(),
                      std::back_inserter(absent));
  return ratio(shared_count(absent, after), absent.size());
}

}  // namespace

std::size_t shared_count(std::span<const EntityIndex> a, std::span<const EntityIndex> b) {
  std::size_t count = 0;
  for_each_common(
      a.size(), [&](std::size_t i) { return a[i]; }, b.size(), [&](std::size_t k) { return b[k]; },
      [&count](std::size_t, std::size_t) { ++count; });
  return count;
}

Transition compare_rosters(std::span<const EntityIndex> before, std::span<const EntityIndex> after,
                           std::span<const EntityIndex> earlier) {
  const std::size_t a = before.size();
  const std::size_t b = after.size();
  const std::size_t x = shared_count(before, after);
  Transition transition;
  transition.retained = x;
  transition.entered = b - x;
  transition.left = a - x;
  transition.retention = ratio(x, a);
  transition.exit = ratio(a - x, a);
  transition.inheritance = ratio(x, b);
  transition.entry = ratio(b - x, b);
  transition.jaccard = ratio(x, a + b - x);
  transition.sorensen = ratio(2 * x, a + b);
  transition.turnover = ratio(a + b - 2 * x, a + b);
  transition.overlap = ratio(x, std::min(a, b));
  if (a > 0 && b > 0)
    transition.kulczynski = (*transition.retention + *transition.inheritance) / 2.0;
  add_baselga(transition);
  transition.return_after_absence = return_after_absence(before, after, earlier);
  return transition;
}

std::optional<double> ruzicka(std::span<const EntityIndex> before,
                              std::span<const double> weights_before,
                              std::span<const EntityIndex> after,
                              std::span<const double> weights_after) {
  double least = 0.0;
  double most = 0.0;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < before.size() || k < after.size()) {
    const bool first = k == after.size() || (i < before.size() && before[i] <= after[k]);
    const bool second = i == before.size() || (k < after.size() && after[k] <= before[i]);
    const double a = first ? weights_before[i] : 0.0;
    const double b = second ? weights_after[k] : 0.0;
    least += std::min(a, b);
    most += std::max(a, b);
    i += first ? 1 : 0;
    k += second ? 1 : 0;
  }
  if (!(most > 0.0)) return std::nullopt;
  return least / most;
}

MultiEdition together(std::span<const Edition> editions) {
  MultiEdition result;
  std::map<EntityIndex, std::size_t> attended;
  std::size_t memberships = 0;
  for (const Edition& edition : editions) {
    result.editions += edition.participants.empty() ? 0 : 1;
    memberships += edition.participants.size();
    for (const EntityIndex entity : edition.participants) ++attended[entity];
  }
  result.participants = attended.size();
  result.at_least.assign(editions.size(), 0);
  for (const auto& [entity, count] : attended) {
    for (std::size_t k = 0; k < count; ++k) ++result.at_least[k];
  }
  if (result.editions > 1) {
    const auto t = static_cast<double>(result.editions);
    const double share =
        static_cast<double>(result.participants) / static_cast<double>(memberships);
    result.sorensen = t / (t - 1.0) * (1.0 - share);
  }
  return result;
}

}  // namespace summitry
