#include "algorithms/centrality/betweenness/batched_dependencies.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "algorithms/block_sums.hpp"
#include "algorithms/centrality/betweenness/reduction.hpp"
#include "algorithms/structure/searches/renumbered.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

constexpr std::size_t kLanes = 16;
using Bits = std::uint32_t;  // a bit a lane

// Eight lanes, which the widest instructions take at once; narrower ones in turn, the same bytes.
using Eight [[gnu::vector_size(64), gnu::may_alias]] = double;
using EightBits [[gnu::vector_size(64), gnu::may_alias]] = std::int64_t;
constexpr std::size_t kParts = kLanes / 8;

struct alignas(64) Row {
  Eight part[kParts];
};

// A row at one level, with the lanes that have it there.
struct Entry {
  VertexId row;
  Bits bits;
};

struct alignas(64) Chosen {
  EightBits part[kParts];  // all bits of the lanes that are chosen
};

SUMMITRY_KERNEL_PART void choose(Chosen& chosen, Bits bits) {
  const EightBits lane = {1, 2, 4, 8, 16, 32, 64, 128};
  const auto all = static_cast<std::int64_t>(bits);
  const EightBits here = {all, all, all, all, all, all, all, all};
  for (std::size_t i = 0; i < kParts; ++i) chosen.part[i] = (here & (lane << (8 * i))) != 0;
}

SUMMITRY_KERNEL_PART void scale(Row& row, double x) {
  for (Eight& part : row.part) part *= x;
}

std::size_t most_arcs(const PathRows& rows) {
  std::size_t most = 0;
  for (std::size_t v = 0; v < rows.size(); ++v) {
    most = std::max<std::size_t>(most, rows.offsets[v + 1] - rows.offsets[v]);
  }
  return most;
}

// One batch of sources. A lane of a row is written once a direction, when the search arrives there;
// until then nobody reads it.
struct Batch {
  const PathRows& rows;
  std::vector<Row> paths;  // shortest paths from the source of each lane
  std::vector<Row> worth;  // of a path to the row: what depends on it and itself, a path's share
  std::vector<Bits> seen;  // lanes that have reached the row; backward: not yet left it again
  std::vector<Bits> next;  // lanes that reach it now; backward: that have left it
  std::vector<Entry> entries;  // level after level
  std::vector<std::size_t> level_begin;
  std::vector<VertexId> touched;
  std::vector<VertexId> hits;                     // ends of a row's arcs that matter
  alignas(64) std::array<double, kLanes> mass{};  // of the source of each lane

  explicit Batch(const PathRows& r)
      : rows(r),
        paths(r.size()),
        worth(r.size()),
        seen(r.size()),
        next(r.size()),
        touched(r.size() + 1),
        hits(most_arcs(r) + 1) {}

  [[nodiscard]] std::span<const Entry> level(std::size_t i) const {
    return std::span(entries).subspan(level_begin[i], level_begin[i + 1] - level_begin[i]);
  }
  [[nodiscard]] std::size_t levels() const { return level_begin.size() - 1; }
};

void begin(Batch& batch, std::span<const VertexId> sources) {
  for (const Entry& entry : batch.entries) batch.seen[entry.row] = batch.next[entry.row] = 0;
  batch.entries.clear();
  batch.level_begin.assign(1, 0);
  batch.mass.fill(0.0);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const VertexId s = sources[i];
    batch.seen[s] = Bits{1} << i;
    batch.mass[i] = batch.rows.sources[s];
    batch.paths[s] = Row{};
    batch.paths[s].part[i / 8][i % 8] = 1.0;
    batch.entries.push_back({s, batch.seen[s]});
  }
  batch.level_begin.push_back(batch.entries.size());
}

// Keeps, in front of `batch.hits`, the arcs of a row whose ends have one of `bits` in `there`.
SUMMITRY_KERNEL_PART std::size_t find_hits(Batch& batch, VertexId row, Bits bits, const Bits* there,
                                           Bits flip) {
  const VertexId* ends = batch.rows.ends.data();
  VertexId* hits = batch.hits.data();
  std::size_t count = 0;
  const std::uint32_t last = batch.rows.offsets[row + 1];
  for (std::uint32_t k = batch.rows.offsets[row]; k < last; ++k) {
    hits[count] = k;
    count += (bits & (there[ends[k]] ^ flip)) != 0 ? 1 : 0;
  }
  return count;
}

// Adds the paths of the last level to the ends of its arcs; how many rows were touched.
SUMMITRY_CPU_VERSIONS
std::size_t push_paths(Batch& batch, std::span<const Entry> last) {
  const VertexId* ends = batch.rows.ends.data();
  Bits* seen = batch.seen.data();
  Bits* next = batch.next.data();
  Row* paths = batch.paths.data();
  std::size_t touched = 0;
  for (const Entry& entry : last) {
    const std::size_t hits = find_hits(batch, entry.row, entry.bits, seen, ~Bits{0});
    Row from = paths[entry.row];
    scale(from, batch.rows.copies[entry.row]);
    for (std::size_t j = 0; j < hits; ++j) {
      const VertexId w = ends[batch.hits[j]];
      const Bits before = next[w];
      Chosen fresh;
      choose(fresh, entry.bits & ~seen[w]);
      const bool first = (before | seen[w]) == 0;
      for (std::size_t i = 0; i < kParts; ++i) {
        const Eight add = fresh.part[i] ? from.part[i] : Eight{};
        paths[w].part[i] = first ? add : paths[w].part[i] + add;
      }
      batch.touched[touched] = w;
      touched += before == 0 ? 1 : 0;
      next[w] = before | (entry.bits & ~seen[w]);
    }
  }
  return touched;
}

void search(Batch& batch, std::span<const VertexId> sources) {
  begin(batch, sources);
  while (const std::size_t touched = push_paths(batch, batch.level(batch.levels() - 1))) {
    for (std::size_t i = 0; i < touched; ++i) {
      const VertexId w = batch.touched[i];
      batch.entries.push_back({w, batch.next[w]});
      batch.seen[w] |= batch.next[w];
      batch.next[w] = 0;
    }
    batch.level_begin.push_back(batch.entries.size());
  }
}

// Of all lanes, in an order that is the same on every instruction set.
SUMMITRY_KERNEL_PART double sum_of_products(const Row& a, const Row& b) {
  Eight sum = a.part[0] * b.part[0];
  for (std::size_t i = 1; i < kParts; ++i) sum += a.part[i] * b.part[i];
  return ((sum[0] + sum[4]) + (sum[1] + sum[5])) + ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}

// Adds up what is received from the rows below, and credits arcs if edges are asked for.
template <bool kEdges>
SUMMITRY_KERNEL_PART void receive(Batch& batch, const Entry& entry, Row& received,
                                  std::span<double> sums) {
  const VertexId* ends = batch.rows.ends.data();
  const Bits* done = batch.next.data();
  const Row* worth = batch.worth.data();
  const Row* mass = reinterpret_cast<const Row*>(batch.mass.data());
  Row carried = batch.paths[entry.row];
  for (std::size_t i = 0; i < kParts; ++i) carried.part[i] *= mass->part[i];
  received = Row{};
  const std::size_t hits = find_hits(batch, entry.row, entry.bits, done, 0);
  for (std::size_t j = 0; j < hits; ++j) {
    const std::uint32_t k = batch.hits[j];
    Chosen here;
    choose(here, entry.bits & done[ends[k]]);
    Row share;
    for (std::size_t i = 0; i < kParts; ++i) {
      share.part[i] = here.part[i] ? worth[ends[k]].part[i] : Eight{};
      received.part[i] += share.part[i];
    }
    if constexpr (kEdges) sums[batch.rows.edges[k]] += sum_of_products(share, carried);
  }
}

// What a path to the row is worth: all that depends on it, and its own targets, a path's share.
SUMMITRY_KERNEL_PART void set_worth(Batch& batch, const Entry& entry, const Row& received) {
  const double copies = batch.rows.copies[entry.row];
  const double targets = batch.rows.targets[entry.row];
  const bool first = batch.next[entry.row] == 0;
  Row& worth = batch.worth[entry.row];
  Chosen here;
  choose(here, entry.bits);
  for (std::size_t i = 0; i < kParts; ++i) {
    const Eight value = copies * received.part[i] + targets / batch.paths[entry.row].part[i];
    const Eight chosen = here.part[i] ? value : Eight{};
    worth.part[i] = first ? chosen : worth.part[i] + chosen;
  }
}

template <bool kEdges>
SUMMITRY_KERNEL_PART void walk_back(Batch& batch, std::span<double> sums) {
  const Row* mass = reinterpret_cast<const Row*>(batch.mass.data());
  for (std::size_t level = batch.levels(); level-- > 1;) {
    for (const Entry& entry : batch.level(level)) {
      Row received;
      receive<kEdges>(batch, entry, received, sums);
      set_worth(batch, entry, received);
      if constexpr (!kEdges) {
        for (std::size_t i = 0; i < kParts; ++i) {
          received.part[i] *= batch.paths[entry.row].part[i];
        }
        sums[entry.row] += sum_of_products(received, *mass);
      }
    }
    for (const Entry& entry : batch.level(level)) batch.next[entry.row] |= entry.bits;
  }
  // Sources stand between nobody; their arcs carry paths.
  if constexpr (kEdges) {
    for (const Entry& entry : batch.level(0)) {
      Row received;
      receive<kEdges>(batch, entry, received, sums);
    }
  }
}

SUMMITRY_CPU_VERSIONS
void walk_back_to_rows(Batch& batch, std::span<double> sums) {
  walk_back<false>(batch, sums);
}
SUMMITRY_CPU_VERSIONS
void walk_back_to_edges(Batch& batch, std::span<double> sums) {
  walk_back<true>(batch, sums);
}

// Rows that something leaves, breadth-first, so that the levels of those in a batch meet.
std::vector<VertexId> sources_in_order(const PathRows& rows, bool directed) {
  const Arcs out = rows.arcs();
  std::vector<VertexId> order;
  if (directed) {
    const PathRows back = reversed(rows);
    order = breadth_first_order(out, back.arcs());
  } else {
    order = breadth_first_order(out, out);
  }
  std::erase_if(order, [&](VertexId v) { return out.begin(v) == out.end(v); });
  return order;
}

std::vector<double> over_all_batches(const PathRows& rows, bool directed, std::size_t width,
                                     std::size_t batches, const Run& run,
                                     void (*walk)(Batch&, std::span<double>)) {
  const std::vector<VertexId> sources = sources_in_order(rows, directed);
  std::vector<std::unique_ptr<Batch>> scratch(static_cast<std::size_t>(run.thread_count()));
  return sum_over_blocks(sources.size(), kLanes * batches, width, run, "betweenness",
                         [&](const Block& block, std::span<double> sums) {
                           auto& batch = scratch[block.thread];
                           if (!batch) batch = std::make_unique<Batch>(rows);
                           for (std::size_t s = block.begin; s < block.end; s += kLanes) {
                             const std::size_t count = std::min(kLanes, block.end - s);
                             search(*batch, std::span(sources).subspan(s, count));
                             walk(*batch, sums);
                           }
                         });
}

}  // namespace

std::vector<double> vertex_dependencies(const Graph& graph, const Run& run) {
  const Reduced reduced = reduced_for_vertices(graph);
  const std::vector<double> sums = over_all_batches(reduced.rows, graph.directed(),
                                                    reduced.rows.size(), 4, run, walk_back_to_rows);
  std::vector<double> by_vertex = reduced.known;
  for (const Member& member : reduced.members) by_vertex[member.vertex] += sums[member.row];
  return by_vertex;
}

std::vector<double> edge_dependencies(const Graph& graph, const Run& run) {
  const Reduced reduced = reduced_for_edges(graph);
  std::vector<double> by_edge = reduced.known;
  const std::vector<double> sums = over_all_batches(reduced.rows, graph.directed(),
                                                    graph.edge_count(), 8, run, walk_back_to_edges);
  for (EdgeId e = 0; e < by_edge.size(); ++e) by_edge[e] += sums[e];
  return by_edge;
}

}  // namespace summitry
