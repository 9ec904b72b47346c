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

std::vector<Match> best_matches(const Cover& own, const Cover& other) {
  if (own.vertices != other.vertices) {
    refuse_option("matches", "other",
                  std::to_string(own.vertices) + " vertices, as many as the first",
                  std::to_string(other.vertices));
  }
  std::vector<std::vector<std::uint32_t>> there(other.vertices);
  for (std::uint32_t c = 0; c < other.communities.size(); ++c) {
    for (const VertexId v : other.communities[c]) there[v].push_back(c);
  }
  std::vector<std::uint32_t> shared(other.communities.size(), 0);
  std::vector<Match> matches;
  for (const auto& group : own.communities) {
    std::vector<std::uint32_t> met;
    for (const VertexId v : group) {
      for (const std::uint32_t c : there[v]) {
        if (shared[c]++ == 0) met.push_back(c);
      }
    }
    std::sort(met.begin(), met.end());
    Match best;
    best.size = group.size();
    for (const std::uint32_t c : met) {
      const std::size_t size_there = other.communities[c].size();
      const double together = shared[c];
      const double f1 = 2.0 * together / static_cast<double>(group.size() + size_there);
      if (f1 > best.f1 || (f1 == best.f1 && shared[c] > best.shared)) {
        best = {c, group.size(), size_there, shared[c], f1};
      }
    }
    for (const std::uint32_t c : met) shared[c] = 0;
    matches.push_back(best);
  }
  return matches;
}

std::vector<Match> best_matches(const Partition& own, const Partition& other) {
  return best_matches(cover_of(own), cover_of(other));
}

double mean_f1(const Cover& first, const Cover& second) {
  return 0.5 * (mean_of(best_matches(first, second)) + mean_of(best_matches(second, first)));
}

double mean_f1(const Partition& first, const Partition& second) {
  return mean_f1(cover_of(first), cover_of(second));
}

}  // namespace summitry
