#include "algorithms/communities/agreement/matches.hpp"

#include <algorithm>
#include <string>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

double mean_of(const std::vector<Match>& matches) {
  double sum = 0.0;
  for (const Match& match : matches) sum += match.f1;
  return matches.empty() ? 1.0 : sum / static_cast<double>(matches.size());
}

}  // namespace

std::vector<Match> best_matches(const Partition& own, const Partition& other) {
  if (own.community.size() != other.community.size()) {
    refuse_option("matches", "other",
                  std::to_string(own.community.size()) + " labels, as many as the first",
                  std::to_string(other.community.size()));
  }
  std::vector<std::uint32_t> size_there(other.count, 0);
  for (const std::uint32_t c : other.community) ++size_there[c];
  std::vector<std::uint32_t> shared(other.count, 0);
  std::vector<Match> matches;
  for (const auto& group : members(own)) {
    std::vector<std::uint32_t> met;
    for (const std::uint32_t v : group) {
      if (shared[other.community[v]]++ == 0) met.push_back(other.community[v]);
    }
    std::sort(met.begin(), met.end());
    Match best;
    best.size = group.size();
    for (const std::uint32_t c : met) {
      const double together = shared[c];
      const double f1 = 2.0 * together / static_cast<double>(group.size() + size_there[c]);
      if (f1 > best.f1 || (f1 == best.f1 && shared[c] > best.shared)) {
        best = {c, group.size(), size_there[c], shared[c], f1};
      }
    }
    for (const std::uint32_t c : met) shared[c] = 0;
    matches.push_back(best);
  }
  return matches;
}

double mean_f1(const Partition& first, const Partition& second) {
  return 0.5 * (mean_of(best_matches(first, second)) + mean_of(best_matches(second, first)));
}

}  // namespace summitry
