#include "engine/sorted_rows.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

#include "engine/parallel.hpp"

namespace summitry {
namespace {

using Counts = std::vector<std::uint32_t>;
using Places = std::span<const std::uint32_t>;

constexpr std::size_t kWorthTwo = 1 << 16;  // items from which on a second thread pays

// front(0, middle) and back(middle, end) at once, or front(0, end) alone.
template <class Front, class Back>
void from_both_ends(bool two, std::size_t middle, std::size_t end, const Run& run,
                    const Front& front, const Back& back) {
  run.check();
  if (!two) return front(0, end);
  parallel_blocks(2, 1, run, "sorting edges", [&](const Block& block) {
    block.index == 0 ? front(0, middle) : back(middle, end);
  });
}

bool worth_two(std::size_t items, const Run& run) {
  return items >= kWorthTwo && run.thread_count() > 1;
}

// An edge as its row in the first scatter and what is put there.
struct Ends {
  VertexId low;
  VertexId high;
};
template <Direction direction>
Ends ends_of(const Edge& edge) {
  if constexpr (direction == Direction::directed) return {edge.source, edge.target};
  return {std::min(edge.source, edge.target), std::max(edge.source, edge.target)};
}

// How many edges have v as low and as high end, at [v + 1]; and the vertices of loops.
struct Histogram {
  Counts low;
  Counts high;
  std::vector<VertexId> loops;

  explicit Histogram(std::size_t n) : low(n + 1, 0), high(n + 1, 0) {}

  template <Direction direction>
  void add(std::span<const Edge> edges) {
    for (const Edge& edge : edges) {
      const auto [u, v] = ends_of<direction>(edge);
      ++low[u + 1];
      ++high[v + 1];
      if (u == v) loops.push_back(u);
    }
  }
};

template <Direction direction>
Histogram histogram(std::span<const Edge> edges, std::size_t n, const Run& run) {
  Histogram counts(n);
  const bool two = worth_two(edges.size(), run);
  Histogram other(two ? n : 0);
  from_both_ends(
      two, edges.size() / 2, edges.size(), run,
      [&](std::size_t begin, std::size_t end) {
        counts.add<direction>(edges.subspan(begin, end - begin));
      },
      [&](std::size_t begin, std::size_t end) {
        other.add<direction>(edges.subspan(begin, end - begin));
      });
  if (!two) return counts;
  std::transform(counts.low.begin(), counts.low.end(), other.low.begin(), counts.low.begin(),
                 std::plus<>());
  std::transform(counts.high.begin(), counts.high.end(), other.high.begin(), counts.high.begin(),
                 std::plus<>());
  counts.loops.insert(counts.loops.end(), other.loops.begin(), other.loops.end());
  return counts;
}

// The low end of every edge into the row of its high end.
template <Direction direction>
void scatter(std::span<const Edge> edges, Places offsets, std::span<VertexId> into,
             const Run& run) {
  const bool two = worth_two(edges.size(), run);
  Counts front(offsets.begin(), offsets.end() - 1);
  Counts back;
  if (two) back.assign(offsets.begin() + 1, offsets.end());
  from_both_ends(
      two, edges.size() / 2, edges.size(), run,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t e = begin; e < end; ++e) {
          const auto [u, v] = ends_of<direction>(edges[e]);
          into[front[v]++] = u;
        }
      },
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t e = end; e-- > begin;) {
          const auto [u, v] = ends_of<direction>(edges[e]);
          into[--back[v]] = u;
        }
      });
}

enum class Loops { kept, left_out };

// Some ends of each vertex: row v is [begin[v], end[v]) of ends, and before[v] stand in rows before it.
struct Part {
  Places begin;
  Places end;
  Places before;
  const VertexId* ends;
};

// Every v into the rows of its ends; row w of `into` is filled from begin[w] up to end[w]. Since rows
// are gone through in order, those filled come out ascending.
template <Loops loops>
void transpose(const Part& part, Places begin, Places end, VertexId* into, const Run& run) {
  const std::size_t n = part.begin.size();
  const std::size_t items = part.before.back();
  const bool two = worth_two(items, run);
  const auto middle = static_cast<std::size_t>(
      std::lower_bound(part.before.begin(), part.before.end() - 1, items / 2) -
      part.before.begin());
  Counts front(begin.begin(), begin.end());
  Counts back;
  if (two) back.assign(end.begin(), end.end());
  const auto each = [&part](std::size_t v, const auto& put) {
    for (std::uint32_t k = part.begin[v]; k < part.end[v]; ++k) {
      if (loops == Loops::kept || part.ends[k] != v) put(part.ends[k], static_cast<VertexId>(v));
    }
  };
  from_both_ends(
      two, middle, n, run,
      [&](std::size_t first, std::size_t last) {
        for (std::size_t v = first; v < last; ++v) {
          each(v, [&](VertexId w, VertexId value) { into[front[w]++] = value; });
        }
      },
      [&](std::size_t first, std::size_t last) {
        for (std::size_t v = last; v-- > first;) {
          each(v, [&](VertexId w, VertexId value) { into[--back[w]] = value; });
        }
      });
}

void add_up(Counts& counts) {
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

// Rows of `rows` into those of `into`, which come out ascending.
void transpose_all(const SortedRows& rows, SortedRows& into, const Run& run) {
  const std::size_t n = rows.offsets.size() - 1;
  const Places from(rows.offsets);
  const Places to(into.offsets);
  into.targets.resize(rows.targets.size());
  transpose<Loops::kept>({from.first(n), from.last(n), from, rows.targets.data()}, to.first(n),
                         to.last(n), into.targets.data(), run);
}

// Outgoing rows as they shall be, incoming ones in no order yet.
DirectedRows outgoing_first(std::vector<Edge> edges, VertexId n, const Run& run) {
  Histogram counts = histogram<Direction::directed>(edges, n, run);
  add_up(counts.low);
  add_up(counts.high);
  DirectedRows result;
  result.loops = static_cast<EdgeId>(counts.loops.size());
  result.out.offsets = std::move(counts.low);
  result.in.offsets = std::move(counts.high);
  result.in.targets.resize(edges.size());
  scatter<Direction::directed>(edges, result.in.offsets, result.in.targets, run);
  std::vector<Edge>().swap(edges);
  transpose_all(result.in, result.out, run);
  return result;
}

}  // namespace

UndirectedRows undirected_rows(std::vector<Edge> edges, VertexId n, const Run& run) {
  Histogram counts = histogram<Direction::undirected>(edges, n, run);
  UndirectedRows result;
  Counts& offsets = result.rows.offsets;
  offsets.resize(std::size_t{n} + 1);
  std::transform(counts.low.begin(), counts.low.end(), counts.high.begin(), offsets.begin(),
                 std::plus<>());
  for (const VertexId v : counts.loops) --offsets[v + 1];
  Counts upper(offsets.size() - 1);  // where the ends begin that are not smaller than the vertex
  add_up(offsets);
  for (std::size_t v = 0; v < n; ++v) upper[v] = offsets[v + 1] - counts.low[v + 1];
  add_up(counts.low);
  add_up(counts.high);
  result.loops = static_cast<EdgeId>(counts.loops.size());
  result.first_edge = std::move(counts.low);

  std::vector<VertexId> low_ends(edges.size());
  scatter<Direction::undirected>(edges, counts.high, low_ends, run);
  std::vector<Edge>().swap(edges);
  VertexId* const targets =
      (result.rows.targets.resize(offsets.back()), result.rows.targets.data());
  const Places high(counts.high);
  const Places row_begin = Places(offsets).first(n);
  const Places row_end = Places(offsets).last(n);
  transpose<Loops::kept>({high.first(n), high.last(n), high, low_ends.data()}, upper, row_end,
                         targets, run);
  transpose<Loops::left_out>({upper, row_end, result.first_edge, targets}, row_begin, upper,
                             targets, run);
  return result;
}

DirectedRows directed_rows(std::vector<Edge> edges, VertexId n, const Run& run) {
  DirectedRows result = outgoing_first(std::move(edges), n, run);
  transpose_all(result.out, result.in, run);
  return result;
}

SortedRows outgoing_rows(std::vector<Edge> edges, VertexId n, const Run& run) {
  return outgoing_first(std::move(edges), n, run).out;
}

}  // namespace summitry
