#include "algorithms/communities/agreement/omega.hpp"

#include <algorithm>
#include <string>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

// The communities of every vertex.
std::vector<std::vector<std::uint32_t>> memberships(const Cover& cover) {
  std::vector<std::vector<std::uint32_t>> of_vertex(cover.vertices);
  for (std::uint32_t c = 0; c < cover.communities.size(); ++c) {
    for (const VertexId v : cover.communities[c]) {
      if (v >= cover.vertices) {
        refuse_option("omega", "members", "below " + std::to_string(cover.vertices),
                      std::to_string(v));
      }
      if (!of_vertex[v].empty() && of_vertex[v].back() == c) {
        refuse_option("omega", "members", "in a community once", std::to_string(v) + " again");
      }
      of_vertex[v].push_back(c);
    }
  }
  return of_vertex;
}

// How many communities one vertex shares with each of those after it.
class Together {
 public:
  explicit Together(const Cover& cover)
      : cover_(cover), of_vertex_(memberships(cover)), shared_(cover.vertices, 0) {}

  // Touches only those with whom there is something to share.
  void count(VertexId v, std::vector<VertexId>& touched) {
    for (const std::uint32_t c : of_vertex_[v]) {
      for (const VertexId u : cover_.communities[c]) {
        if (u <= v) continue;
        if (shared_[u]++ == 0) touched.push_back(u);
      }
    }
  }
  [[nodiscard]] std::uint32_t with(VertexId u) const { return shared_[u]; }
  void forget(VertexId u) { shared_[u] = 0; }

 private:
  const Cover& cover_;
  std::vector<std::vector<std::uint32_t>> of_vertex_;
  std::vector<std::uint32_t> shared_;
};

void add_to(std::vector<double>& counts, std::uint32_t shared) {
  if (counts.size() <= shared) counts.resize(shared + std::size_t{1}, 0.0);
  counts[shared] += 1.0;
}

// Pairs by how many communities they share: of each cover, and of those where both say the same.
struct Counts {
  std::vector<double> first;
  std::vector<double> second;
  double same = 0.0;
};

Counts count_pairs(const Cover& first, const Cover& second, double pairs) {
  Together in_first(first);
  Together in_second(second);
  Counts counts{{0.0}, {0.0}, 0.0};
  double touched_pairs = 0.0;
  std::vector<VertexId> touched;
  for (VertexId v = 0; v < first.vertices; ++v) {
    touched.clear();
    in_first.count(v, touched);
    in_second.count(v, touched);
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const VertexId u : touched) {
      add_to(counts.first, in_first.with(u));
      add_to(counts.second, in_second.with(u));
      if (in_first.with(u) == in_second.with(u)) counts.same += 1.0;
      in_first.forget(u);
      in_second.forget(u);
    }
    touched_pairs += static_cast<double>(touched.size());
  }
  const double apart_in_both = pairs - touched_pairs;
  counts.first[0] += apart_in_both;
  counts.second[0] += apart_in_both;
  counts.same += apart_in_both;
  return counts;
}

}  // namespace

Cover cover_of(const Partition& partition) {
  return {static_cast<VertexId>(partition.community.size()), members(partition)};
}

double omega_index(const Cover& first, const Cover& second) {
  if (first.vertices != second.vertices) {
    refuse_option("omega", "second", std::to_string(first.vertices) + " vertices, as many as first",
                  std::to_string(second.vertices));
  }
  const double n = first.vertices;
  const double pairs = 0.5 * n * (n - 1.0);
  const Counts counts = count_pairs(first, second, pairs);
  if (counts.same == pairs) return 1.0;
  double expected = 0.0;
  for (std::size_t k = 0; k < std::min(counts.first.size(), counts.second.size()); ++k) {
    expected += (counts.first[k] / pairs) * (counts.second[k] / pairs);
  }
  return (counts.same / pairs - expected) / (1.0 - expected);
}

}  // namespace summitry
