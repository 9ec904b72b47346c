#include "algorithms/structure/cohesion/triangles.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "algorithms/entry.hpp"
#include "algorithms/structure/simple.hpp"
#include "engine/cpu_versions.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

using Words = std::vector<std::uint64_t>;

constexpr std::size_t kCore = 4096;  // vertices in the bit matrix: 2 MiB, what a core's cache holds
constexpr std::size_t kBits = 64;
constexpr std::size_t kFewInCore = 10;  // below that pair by pair is faster than row by row

// Vertices ranked by falling degree, equal ones by id; every edge stands at its end of lower degree,
// so that lists are short even at hubs.
struct Ranked {
  std::vector<VertexId> vertex;         // by rank
  std::vector<VertexId> rank;           // by vertex
  std::vector<std::uint64_t> begin{0};  // by rank: where the ranks of its higher neighbours begin,
  std::vector<std::uint64_t> outside;   // and where of them those that are outside the core
  std::vector<VertexId> higher;

  Ranked(const SimpleArcs& graph, const Run& run);
  [[nodiscard]] std::size_t size() const { return vertex.size(); }
  [[nodiscard]] std::size_t core() const { return std::min(size(), kCore); }
  [[nodiscard]] std::span<const VertexId> in_core(std::size_t u) const {
    return {higher.data() + begin[u], higher.data() + outside[u]};
  }
  [[nodiscard]] std::span<const VertexId> outside_core(std::size_t u) const {
    return {higher.data() + outside[u], higher.data() + begin[u + 1]};
  }
  [[nodiscard]] std::span<const VertexId> row(std::size_t u) const {
    return {higher.data() + begin[u], higher.data() + begin[u + 1]};
  }

 private:
  void order(const SimpleArcs& graph);
};

void Ranked::order(const SimpleArcs& graph) {
  const VertexId n = graph.vertex_count();
  std::uint32_t most = 0;
  for (VertexId v = 0; v < n; ++v) most = std::max(most, graph.degree(v));
  std::vector<VertexId> place(std::size_t{most} + 2, 0);
  for (VertexId v = 0; v < n; ++v) ++place[most - graph.degree(v) + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  vertex.resize(n);
  rank.resize(n);
  for (VertexId v = 0; v < n; ++v) {
    rank[v] = place[most - graph.degree(v)]++;
    vertex[rank[v]] = v;
  }
}

Ranked::Ranked(const SimpleArcs& graph, const Run& run) {
  constexpr std::size_t kBlock = 4096;
  order(graph);
  begin.assign(size() + 1, 0);
  outside.assign(size(), 0);
  parallel_blocks(size(), kBlock, run, "degree order", [&](const Block& block) {
    for (std::size_t u = block.begin; u < block.end; ++u) {
      std::uint32_t count = 0;
      for (const VertexId w : graph.neighbours(vertex[u])) count += rank[w] < u ? 1U : 0U;
      begin[u + 1] = count;
    }
  });
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  higher.resize(begin.back());
  parallel_blocks(size(), kBlock, run, "degree order", [&](const Block& block) {
    for (std::size_t u = block.begin; u < block.end; ++u) {
      std::uint64_t front = begin[u];
      std::uint64_t back = begin[u + 1];
      for (const VertexId w : graph.neighbours(vertex[u])) {
        if (rank[w] >= u) continue;
        higher[rank[w] < kCore ? front++ : --back] = rank[w];
      }
      outside[u] = front;
    }
  });
}

// How many bits two rows have in common. By name and not by SUMMITRY_CPU_VERSIONS, since what counts
// here is one instruction, which no level of the x86 architecture has in it.
SUMMITRY_KERNEL_PART std::uint64_t count_common(const std::uint64_t* a, const std::uint64_t* b,
                                                std::size_t words) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < words; ++i) {
    count += static_cast<std::uint64_t>(__builtin_popcountll(a[i] & b[i]));
  }
  return count;
}

using CommonBits = std::uint64_t (*)(const std::uint64_t*, const std::uint64_t*, std::size_t);

std::uint64_t common_plainly(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
  return count_common(a, b, words);
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
[[gnu::target("popcnt")]] std::uint64_t common_by_words(const std::uint64_t* a,
                                                        const std::uint64_t* b, std::size_t words) {
  return count_common(a, b, words);
}
[[gnu::target("avx512f,avx512vpopcntdq")]] std::uint64_t common_by_vectors(const std::uint64_t* a,
                                                                           const std::uint64_t* b,
                                                                           std::size_t words) {
  return count_common(a, b, words);
}

CommonBits fastest_common_bits() {
  if (__builtin_cpu_supports("avx512vpopcntdq")) return common_by_vectors;
  return __builtin_cpu_supports("popcnt") ? common_by_words : common_plainly;
}
#else
CommonBits fastest_common_bits() {
  return common_plainly;
}
#endif

// Who is joined to whom among the vertices of highest degree, a bit a pair.
struct Core {
  std::size_t words;  // of a row
  Words bits;
  CommonBits common_bits = fastest_common_bits();

  Core(const SimpleArcs& graph, const Ranked& ranked, const Run& run)
      : words((ranked.core() + kBits - 1) / kBits), bits(ranked.core() * words, 0) {
    parallel_blocks(ranked.core(), kBits, run, "core of hubs", [&](const Block& block) {
      for (std::size_t u = block.begin; u < block.end; ++u) {
        for (const VertexId v : graph.neighbours(ranked.vertex[u])) {
          const VertexId w = ranked.rank[v];
          if (w < kCore) bits[u * words + w / kBits] |= std::uint64_t{1} << (w % kBits);
        }
      }
    });
  }

  [[nodiscard]] const std::uint64_t* row(std::size_t u) const { return bits.data() + u * words; }
  [[nodiscard]] std::uint64_t joined(std::size_t u, std::size_t v) const {
    return row(u)[v / kBits] >> (v % kBits) & 1;
  }
};

// What one thread counts; whole numbers, so that adding threads up in any order gives the same.
struct Counts {
  std::vector<std::uint64_t> triangles;  // by rank
  std::vector<std::uint8_t> marked;      // by rank: neighbours of the vertex at hand
  std::vector<VertexId> found;
  Words bits;

  void prepare(const Ranked& ranked, const Core& core) {
    if (!triangles.empty()) return;
    triangles.resize(ranked.size());
    marked.resize(ranked.size());
    found.resize(ranked.size() + 1);
    bits.resize(core.words);
  }
};

// Triangles of u and two higher vertices of the core.
void count_in_core(const Ranked& ranked, const Core& core, std::size_t u, Counts& counts) {
  const auto ends = ranked.in_core(u);
  std::uint64_t at_u = 0;
  if (ends.size() < kFewInCore) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const std::uint64_t one = core.joined(ends[i], ends[j]);
        counts.triangles[ends[i]] += one;
        counts.triangles[ends[j]] += one;
        at_u += one;
      }
    }
    counts.triangles[u] += at_u;
    return;
  }
  for (const VertexId v : ends) counts.bits[v / kBits] |= std::uint64_t{1} << (v % kBits);
  const std::size_t words = std::min(core.words, u / kBits + 1);
  for (const VertexId v : ends) {
    const std::uint64_t common = core.common_bits(counts.bits.data(), core.row(v), words);
    counts.triangles[v] += common;
    at_u += common;  // finds every triangle from both of its other corners
  }
  counts.triangles[u] += at_u / 2;
  for (const VertexId v : ends) counts.bits[v / kBits] = 0;
}

// Triangles of u, a higher vertex outside the core, and one that is higher still.
void count_outside(const Ranked& ranked, std::size_t u, Counts& counts) {
  const auto ends = ranked.outside_core(u);
  if (ends.empty()) return;
  for (const VertexId v : ranked.row(u)) counts.marked[v] = 1;
  std::uint64_t at_u = 0;
  for (const VertexId v : ends) {
    std::size_t common = 0;  // noted without a branch: most are not marked, and which is no pattern
    for (const VertexId w : ranked.row(v)) {
      counts.found[common] = w;
      common += counts.marked[w];
    }
    for (std::size_t i = 0; i < common; ++i) ++counts.triangles[counts.found[i]];
    counts.triangles[v] += common;
    at_u += common;
  }
  counts.triangles[u] += at_u;
  for (const VertexId v : ranked.row(u)) counts.marked[v] = 0;
}

// By vertex.
std::vector<double> count_triangles(const SimpleArcs& graph, const Run& run) {
  constexpr std::size_t kBlock = 256;
  const Ranked ranked(graph, run);
  const Core core(graph, ranked, run);
  std::vector<Counts> threads(static_cast<std::size_t>(run.thread_count()));
  parallel_blocks(ranked.size(), kBlock, run, "triangles", [&](const Block& block) {
    Counts& counts = threads[block.thread];
    counts.prepare(ranked, core);
    for (std::size_t u = block.begin; u < block.end; ++u) {
      count_in_core(ranked, core, u, counts);
      count_outside(ranked, u, counts);
    }
  });
  std::vector<double> total(ranked.size(), 0.0);
  for (const Counts& counts : threads) {
    for (std::size_t u = 0; u < counts.triangles.size(); ++u) {
      total[ranked.vertex[u]] += static_cast<double>(counts.triangles[u]);
    }
  }
  return total;
}

}  // namespace

Scores triangles(const Graph& graph, const Run& run) {
  return {count_triangles(SimpleArcs(graph, run), run), {}};
}

Scores clustering(const Graph& graph, const Run& run) {
  const SimpleArcs simple(graph, run);
  Scores scores{count_triangles(simple, run), {}};
  for (VertexId v = 0; v < scores.values.size(); ++v) {
    const double k = simple.degree(v);
    scores.values[v] = k >= 2 ? scores.values[v] / (k * (k - 1) / 2) : 0.0;
  }
  return scores;
}

namespace entry {

extern const Measure triangles, clustering;

namespace {
constexpr std::string_view kSource =
    "Watts & Strogatz 1998, doi:10.1038/30918; Latapy 2008, doi:10.1016/j.tcs.2008.07.017";
constexpr std::string_view kCost = "O(m^1.5)";
constexpr Work kWork{steps::wedges, 0.02};  // few pairs of neighbours are looked up one by one
}  // namespace

const Measure clustering = entry_of(
    {.name = "clustering",
     .title = "local clustering coefficient",
     .family = "cohesion",
     .definition = "The share of pairs of neighbours that are joined themselves, on the undirected "
                   "simple graph; 0 with fewer than two neighbours.",
     .cost = kCost,
     .reference = kSource,
     .work = kWork},
    summitry::clustering);

const Measure triangles = entry_of(
    {.name = "triangles",
     .title = "triangles through the entity",
     .family = "cohesion",
     .definition = "How many pairs of neighbours are joined themselves, on the undirected simple "
                   "graph.",
     .cost = kCost,
     .reference = kSource,
     .work = kWork},
    summitry::triangles);

}  // namespace entry
}  // namespace summitry
