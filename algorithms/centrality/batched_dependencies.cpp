#include "algorithms/centrality/batched_dependencies.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "algorithms/block_sums.hpp"
#include "algorithms/structure/renumbered.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

constexpr std::size_t kLanes = 32;
using Bits = std::uint32_t;  // a bit a lane

struct alignas(64) Row {
  std::array<double, kLanes> lane{};
};

// A vertex at one level, with the lanes that have it there.
struct Entry {
  VertexId vertex;
  Bits bits;
};

// One batch of sources. Rows are zero in lanes that do not have the vertex at the level in hand, so
// that arcs add whole rows; what is added where it does not belong is cut off once a vertex.
struct Batch {
  const Renumbered& graph;
  std::vector<Row> paths;  // shortest paths from the source of each lane
  std::vector<Row> front;  // rows of the level in hand: paths forward, worth of a path backward
  std::vector<Row> next;   // rows being added up
  std::vector<Bits> seen;  // lanes that have reached the vertex
  std::vector<Bits> next_bits;  // lanes that reach it now; backward: its lanes on the level in hand
  std::vector<Entry> entries;   // level after level
  std::vector<std::size_t> level_begin;
  std::vector<VertexId> touched;

  explicit Batch(const Renumbered& g)
      : graph(g),
        paths(g.size()),
        front(g.size()),
        next(g.size()),
        seen(g.size()),
        next_bits(g.size()) {}

  [[nodiscard]] std::span<const Entry> level(std::size_t i) const {
    return std::span(entries).subspan(level_begin[i], level_begin[i + 1] - level_begin[i]);
  }
};

// The lanes of `row` that are in `bits`, zeros else.
SUMMITRY_KERNEL_PART Row only(const Row& row, Bits bits) {
  Row cut;
  for (std::size_t i = 0; i < kLanes; ++i) cut.lane[i] = (bits >> i & 1U) != 0 ? row.lane[i] : 0.0;
  return cut;
}

SUMMITRY_KERNEL_PART void add(Row& to, const Row& from) {
  for (std::size_t i = 0; i < kLanes; ++i) to.lane[i] += from.lane[i];
}

// In the order of lanes, four chains at a time: the same on every instruction set.
SUMMITRY_KERNEL_PART double sum(const Row& row) {
  std::array<double, 4> part{};
  for (std::size_t i = 0; i < kLanes; ++i) part[i % 4] += row.lane[i];
  return (part[0] + part[1]) + (part[2] + part[3]);
}

void begin(Batch& batch, std::span<const VertexId> sources) {
  std::fill(batch.seen.begin(), batch.seen.end(), 0U);
  batch.entries.clear();
  batch.level_begin.assign(1, 0);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const VertexId s = sources[i];
    batch.seen[s] = Bits{1} << i;
    batch.paths[s] = Row{};
    batch.paths[s].lane[i] = 1.0;
    batch.front[s] = batch.paths[s];
    batch.entries.push_back({s, batch.seen[s]});
  }
  batch.level_begin.push_back(batch.entries.size());
}

// Adds the paths of the last level to the ends of its arcs.
SUMMITRY_CPU_VERSIONS
void push_paths(Batch& batch, std::span<const Entry> last) {
  for (const Entry& entry : last) {
    const Row& from = batch.front[entry.vertex];
    for (std::size_t k = batch.graph.out.begin(entry.vertex); k < batch.graph.out.end(entry.vertex);
         ++k) {
      const VertexId w = batch.graph.out.ends[k];
      const Bits fresh = entry.bits & ~batch.seen[w];
      if (fresh == 0) continue;
      if (batch.next_bits[w] == 0) batch.touched.push_back(w);
      batch.next_bits[w] |= fresh;
      add(batch.next[w], from);
    }
  }
}

// Makes the next level of all that was touched; false when there is nothing.
SUMMITRY_CPU_VERSIONS
bool settle_level(Batch& batch) {
  const std::size_t levels = batch.level_begin.size() - 1;
  for (const Entry& entry : batch.level(levels - 1)) batch.front[entry.vertex] = Row{};
  for (const VertexId w : batch.touched) {
    const Bits bits = batch.next_bits[w];
    const Row fresh = only(batch.next[w], bits);
    if (batch.seen[w] == 0) {
      batch.paths[w] = fresh;
    } else {
      add(batch.paths[w], fresh);
    }
    batch.front[w] = fresh;
    batch.next[w] = Row{};
    batch.seen[w] |= bits;
    batch.next_bits[w] = 0;
    batch.entries.push_back({w, bits});
  }
  const bool any = !batch.touched.empty();
  batch.touched.clear();
  if (any) batch.level_begin.push_back(batch.entries.size());
  return any;
}

// What each path to a vertex of the level is worth: all that depends on the vertex, and itself,
// divided by the paths that lead to it. `front` holds that of the level below, `next_bits` its lanes.
template <class Credit>
SUMMITRY_KERNEL_PART Row worth(Batch& batch, const Entry& entry, Credit& credit) {
  Row received;
  for (std::size_t k = batch.graph.out.begin(entry.vertex); k < batch.graph.out.end(entry.vertex);
       ++k) {
    const VertexId w = batch.graph.out.ends[k];
    if ((entry.bits & batch.next_bits[w]) == 0) continue;
    add(received, batch.front[w]);
    credit.arc(k, entry, batch.paths[entry.vertex], batch.front[w]);
  }
  Row depends = only(batch.paths[entry.vertex], entry.bits);
  Row result;
  for (std::size_t i = 0; i < kLanes; ++i) {
    const bool here = (entry.bits >> i & 1U) != 0;
    const double paths = here ? depends.lane[i] : 1.0;
    result.lane[i] = here ? received.lane[i] + 1.0 / paths : 0.0;
    depends.lane[i] *= received.lane[i];
  }
  credit.vertex(entry.vertex, depends);
  return result;
}

template <class Credit>
SUMMITRY_KERNEL_PART void walk_back(Batch& batch, Credit& credit) {
  const std::size_t levels = batch.level_begin.size() - 1;
  for (const Entry& entry : batch.level(levels - 1)) batch.front[entry.vertex] = Row{};
  for (std::size_t level = levels; level-- > 1;) {
    // Rows of this level are written beside those they read.
    for (const Entry& entry : batch.level(level)) {
      batch.next[entry.vertex] = worth(batch, entry, credit);
    }
    if (level + 1 < levels) {
      for (const Entry& entry : batch.level(level + 1)) {
        batch.front[entry.vertex] = Row{};
        batch.next_bits[entry.vertex] = 0;
      }
    }
    for (const Entry& entry : batch.level(level)) {
      batch.front[entry.vertex] = batch.next[entry.vertex];
      batch.next[entry.vertex] = Row{};
      batch.next_bits[entry.vertex] = entry.bits;
    }
  }
  // The sources themselves: their arcs carry paths, they stand between nobody.
  credit.at_sources = true;
  for (const Entry& entry : batch.level(0)) static_cast<void>(worth(batch, entry, credit));
  credit.at_sources = false;
  if (levels < 2) return;
  for (const Entry& entry : batch.level(1)) {
    batch.front[entry.vertex] = Row{};
    batch.next_bits[entry.vertex] = 0;
  }
}

struct VertexCredit {
  std::span<double> sums;
  bool at_sources = false;

  void arc(std::size_t /*k*/, const Entry& /*entry*/, const Row& /*paths*/, const Row& /*worth*/) {}
  void vertex(VertexId v, const Row& depends) {
    if (!at_sources) sums[v] += sum(depends);
  }
};

struct EdgeCredit {
  std::span<double> sums;
  std::span<const EdgeId> edges;
  bool at_sources = false;

  void arc(std::size_t k, const Entry& entry, const Row& paths, const Row& worth) {
    Row carried = only(paths, entry.bits);
    for (std::size_t i = 0; i < kLanes; ++i) carried.lane[i] *= worth.lane[i];
    sums[edges[k]] += sum(carried);
  }
  void vertex(VertexId /*v*/, const Row& /*depends*/) {}
};

SUMMITRY_CPU_VERSIONS
void walk_back_vertices(Batch& batch, VertexCredit& credit) {
  walk_back(batch, credit);
}
SUMMITRY_CPU_VERSIONS
void walk_back_edges(Batch& batch, EdgeCredit& credit) {
  walk_back(batch, credit);
}

void search(Batch& batch, std::span<const VertexId> sources) {
  begin(batch, sources);
  do {
    push_paths(batch, batch.level(batch.level_begin.size() - 2));
  } while (settle_level(batch));
}

template <class WalkBack>
std::vector<double> over_all_batches(const Renumbered& graph, std::size_t width, const Run& run,
                                     WalkBack&& walk) {
  const std::vector<VertexId> sources = breadth_first_order(graph);
  std::vector<std::unique_ptr<Batch>> scratch(static_cast<std::size_t>(run.thread_count()));
  return sum_over_blocks(graph.size(), kLanes, width, run, "betweenness",
                         [&](const Block& block, std::span<double> sums) {
                           auto& batch = scratch[block.thread];
                           if (!batch) batch = std::make_unique<Batch>(graph);
                           search(*batch,
                                  std::span(sources).subspan(block.begin, block.end - block.begin));
                           walk(*batch, sums);
                         });
}

// The edge of every arc of the renumbered out lists.
std::vector<EdgeId> edge_of_arc(const Graph& graph, const Renumbered& dense) {
  std::vector<EdgeId> edges;
  edges.reserve(dense.out.ends.size());
  std::vector<std::pair<VertexId, EdgeId>> row;
  for (const VertexId v : dense.vertex) {
    row.clear();
    for (std::size_t k = 0; k < graph.out(v).size(); ++k) {
      if (graph.out(v)[k] == v) continue;
      row.emplace_back(dense.number[graph.out(v)[k]], graph.out_edge(v, k));
    }
    std::sort(row.begin(), row.end());
    for (const auto& [end, edge] : row) edges.push_back(edge);
  }
  return edges;
}

}  // namespace

std::vector<double> vertex_dependencies(const Graph& graph, const Run& run) {
  const Renumbered dense(graph);
  const std::vector<double> sums =
      over_all_batches(dense, dense.size(), run, [](Batch& batch, std::span<double> partial) {
        VertexCredit credit{partial};
        walk_back_vertices(batch, credit);
      });
  std::vector<double> by_vertex(sums.size());
  for (VertexId v = 0; v < sums.size(); ++v) by_vertex[v] = sums[dense.number[v]];
  return by_vertex;
}

std::vector<double> edge_dependencies(const Graph& graph, const Run& run) {
  const Renumbered dense(graph);
  const std::vector<EdgeId> edges = edge_of_arc(graph, dense);
  return over_all_batches(dense, graph.edge_count(), run,
                          [&edges](Batch& batch, std::span<double> partial) {
                            EdgeCredit credit{partial, edges};
                            walk_back_edges(batch, credit);
                          });
}

}  // namespace summitry
