#include "algorithms/structure/cohesion/truss.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

using Counts = std::vector<std::uint32_t>;

constexpr std::size_t kBlock = 256;
constexpr std::size_t kMergeFactor =
    16;  // lists whose lengths differ more are searched, not merged
constexpr std::uint32_t kCheckEvery = 1U << 16;

// The simple graph with vertices ranked by rising degree, rows sorted by rank, and the number of the
// pair beside every end. Pairs are numbered by (lower rank, higher rank).
struct Ranked {
  explicit Ranked(const SimpleArcs& graph);

  [[nodiscard]] std::size_t size() const { return rank.size(); }
  [[nodiscard]] std::size_t pair_count() const { return low.size(); }

  std::vector<VertexId> rank;  // by vertex
  Counts begin;                // by rank: where its row begins,
  Counts higher;               // and where in it the ends of higher rank do
  std::vector<VertexId> ends;  // ranks
  Counts pair;                 // parallel to `ends`
  std::vector<VertexId> low;   // by pair: its ends
  std::vector<VertexId> high;

 private:
  std::vector<VertexId> order(const SimpleArcs& graph);
  void fill_rows(const SimpleArcs& graph, const std::vector<VertexId>& by_rank);
  void number_pairs();
};

std::vector<VertexId> Ranked::order(const SimpleArcs& graph) {
  const VertexId n = graph.vertex_count();
  std::vector<VertexId> by_rank(n);
  std::iota(by_rank.begin(), by_rank.end(), VertexId{0});
  std::stable_sort(by_rank.begin(), by_rank.end(),
                   [&graph](VertexId a, VertexId b) { return graph.degree(a) < graph.degree(b); });
  rank.resize(n);
  for (VertexId r = 0; r < n; ++r) rank[by_rank[r]] = r;
  return by_rank;
}

// Whoever is met in order of rank is appended to the rows of its neighbours: they come out sorted.
void Ranked::fill_rows(const SimpleArcs& graph, const std::vector<VertexId>& by_rank) {
  begin.assign(size() + 1, 0);
  for (std::size_t r = 0; r < size(); ++r) begin[r + 1] = begin[r] + graph.degree(by_rank[r]);
  ends.resize(begin.back());
  higher = begin;
  Counts next(begin.begin(), begin.end() - 1);
  for (VertexId r = 0; r < size(); ++r) {
    for (const VertexId w : graph.neighbours(by_rank[r])) {
      if (rank[w] > r) ++higher[rank[w]];
      ends[next[rank[w]]++] = r;
    }
  }
}

void Ranked::number_pairs() {
  pair.resize(ends.size());
  low.reserve(ends.size() / 2);
  high.reserve(ends.size() / 2);
  Counts next(begin.begin(), begin.end() - 1);
  for (VertexId u = 0; u < size(); ++u) {
    for (std::uint32_t i = higher[u]; i < begin[u + 1]; ++i) {
      const auto id = static_cast<std::uint32_t>(low.size());
      pair[i] = id;
      pair[next[ends[i]]++] = id;
      low.push_back(u);
      high.push_back(ends[i]);
    }
  }
}

Ranked::Ranked(const SimpleArcs& graph) {
  fill_rows(graph, order(graph));
  number_pairs();
}

void count_one(std::uint32_t& counter) {
  std::atomic_ref<std::uint32_t>(counter).fetch_add(1, std::memory_order_relaxed);
}

// All triangles whose lowest rank is u. `mark`: by rank, the pair it forms with u plus 1, all 0.
void count_from(const Ranked& graph, VertexId u, Counts& mark, Counts& triangles) {
  const std::uint32_t first = graph.higher[u];
  const std::uint32_t last = graph.begin[u + 1];
  for (std::uint32_t i = first; i < last; ++i) mark[graph.ends[i]] = graph.pair[i] + 1;
  for (std::uint32_t i = first; i < last; ++i) {
    const VertexId v = graph.ends[i];
    for (std::uint32_t j = graph.higher[v]; j < graph.begin[v + 1]; ++j) {
      const std::uint32_t marked = mark[graph.ends[j]];
      if (marked == 0) continue;
      count_one(triangles[graph.pair[i]]);
      count_one(triangles[graph.pair[j]]);
      count_one(triangles[marked - 1]);
    }
  }
  for (std::uint32_t i = first; i < last; ++i) mark[graph.ends[i]] = 0;
}

// By pair. The counts are whole numbers, so the order in which threads add to them does not show.
Counts triangles_of_pairs(const Ranked& graph, const Run& run) {
  Counts triangles(graph.pair_count(), 0);
  std::vector<Counts> marks(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(graph.size(), kBlock, run, "triangles", [&](const Block& block) {
    Counts& mark = marks[block.thread];
    mark.resize(graph.size(), 0);
    for (std::size_t u = block.begin; u < block.end; ++u) {
      count_from(graph, static_cast<VertexId>(u), mark, triangles);
    }
  });
  return triangles;
}

// Pairs in order of the triangles they have left, kept in order while these are counted down: equal
// counts stand together, and the first of them changes places with the one that is counted down.
class Queue {
 public:
  explicit Queue(Counts& left) : left_(left), place_(left.size()), pairs_(left.size()) {
    std::uint32_t most = 0;
    for (const std::uint32_t count : left) most = std::max(most, count);
    start_.assign(std::size_t{most} + 2, 0);
    for (const std::uint32_t count : left) ++start_[count + 1];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    Counts next = start_;
    for (std::uint32_t e = 0; e < left.size(); ++e) {
      place_[e] = next[left[e]]++;
      pairs_[place_[e]] = e;
    }
  }

  [[nodiscard]] std::uint32_t at(std::size_t i) const { return pairs_[i]; }
  [[nodiscard]] bool is_behind(std::uint32_t e, std::size_t i) const { return place_[e] > i; }

  // One triangle less for a pair behind the i-th, unless it has no more of them than that one had.
  void count_down(std::uint32_t e, std::uint32_t least) {
    const std::uint32_t count = left_[e];
    if (count <= least) return;
    const std::uint32_t first = start_[count]++;
    const std::uint32_t other = pairs_[first];
    std::swap(pairs_[first], pairs_[place_[e]]);
    std::swap(place_[other], place_[e]);
    --left_[e];
  }

 private:
  Counts& left_;
  Counts place_;  // by pair
  Counts pairs_;
  Counts start_;  // by count: where those with it begin
};

// Calls with(a, b) for the pairs {u, w} and {v, w} of every w joined to both; u has the shorter row.
template <class With>
void common(const Ranked& graph, VertexId u, VertexId v, With&& with) {
  std::uint32_t i = graph.begin[u];
  std::uint32_t j = graph.begin[v];
  const std::uint32_t u_end = graph.begin[u + 1];
  const std::uint32_t v_end = graph.begin[v + 1];
  const bool search = std::size_t{v_end - j} > kMergeFactor * std::size_t{u_end - i};
  const auto* const ends = graph.ends.data();
  while (i < u_end && j < v_end) {
    if (search) {
      j = static_cast<std::uint32_t>(std::lower_bound(ends + j, ends + v_end, ends[i]) - ends);
      if (j == v_end) return;
    }
    const VertexId a = ends[i];
    const VertexId b = ends[j];
    if (a == b) with(graph.pair[i], graph.pair[j]);
    i += a <= b ? 1U : 0U;
    j += b <= a ? 1U : 0U;
  }
}

// Gives, by pair, how many triangles it had left when it was peeled.
Counts peel(const Ranked& graph, Counts left, const Run& run) {
  Queue queue(left);
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    if (i % kCheckEvery == 0) run.check();
    const std::uint32_t e = queue.at(i);
    const std::uint32_t count = left[e];
    if (count == 0) continue;
    common(graph, graph.low[e], graph.high[e], [&](std::uint32_t a, std::uint32_t b) {
      if (!queue.is_behind(a, i) || !queue.is_behind(b, i)) return;  // that triangle is gone
      queue.count_down(a, count);
      queue.count_down(b, count);
    });
  }
  return left;
}

// The pair of two joined vertices.
std::uint32_t pair_of(const Ranked& graph, const Edge& edge) {
  const VertexId low = std::min(graph.rank[edge.source], graph.rank[edge.target]);
  const VertexId high = std::max(graph.rank[edge.source], graph.rank[edge.target]);
  const auto first = graph.ends.begin() + graph.higher[low];
  const auto last = graph.ends.begin() + graph.begin[std::size_t{low} + 1];
  return graph
      .pair[static_cast<std::size_t>(std::lower_bound(first, last, high) - graph.ends.begin())];
}

}  // namespace

Scores trussness(const Graph& graph, const Run& run) {
  const Ranked ranked{SimpleArcs(graph, run)};
  const Counts peeled = peel(ranked, triangles_of_pairs(ranked, run), run);
  Scores scores;
  scores.values.reserve(graph.edge_count());
  for (const Edge& edge : graph.edges()) {
    const bool loop = edge.source == edge.target;
    scores.values.push_back(loop ? 0.0 : 2.0 + peeled[pair_of(ranked, edge)]);
  }
  return scores;
}

namespace entry {

extern const Measure truss;
const Measure truss =
    entry_of({.name = "truss",
              .title = "trussness",
              .family = "cohesion",
              .definition = "The largest k such that the edge is in a subgraph whose every edge is "
                            "in at least k - 2 of its triangles, on the undirected simple graph.",
              .cost = "O(m^1.5 log n)",
              .reference = "Cohen 2008; Wang & Cheng 2012, doi:10.14778/2311906.2311909",
              .over = Over::edges,
              .work = {steps::wedges, 4.0}},
             trussness);

}  // namespace entry
}  // namespace summitry
