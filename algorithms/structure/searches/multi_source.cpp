#include "algorithms/structure/searches/multi_source.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "algorithms/structure/searches/renumbered.hpp"
#include "algorithms/structure/searches/source_batches.hpp"
#include "algorithms/structure/searches/twin_classes.hpp"

namespace summitry {
namespace {

using sources::is_zero;
using sources::Row;
using sources::Tally;
using sources::Word;
using sources::Words;

constexpr std::size_t kPushCost = 5;  // of an arc pushed along, in arcs pulled along

// Rows with one for each class of twins, which are as far from everybody else.
class Squeezed {
 public:
  Squeezed(const Renumbered& dense, bool directed)
      : number(dense.size()),
        out(dense.out),
        in(dense.in),
        leaders_(directed ? directed_twin_leaders(out, in) : twin_leaders(out)) {
    for (VertexId v = 0; v < number.size(); ++v) {
      if (leaders_[v] == v) {
        number[v] = static_cast<VertexId>(members.size());
        members.push_back(0);
        const auto row = row_of(out, v);
        between.push_back(directed || row.empty() ? 0 : joined_to_class(row, v, leaders_) ? 1 : 2);
      } else {
        number[v] = number[leaders_[v]];
      }
      ++members[number[v]];
    }
    if (size() == number.size()) return;
    out_ = squeezed(dense.out);
    out = in = {out_.first, out_.second, {}};
    if (!directed) return;
    in_ = squeezed(dense.in);
    in = {in_.first, in_.second, {}};
  }
  Squeezed(const Squeezed&) = delete;
  Squeezed& operator=(const Squeezed&) = delete;

  [[nodiscard]] std::size_t size() const { return members.size(); }

  std::vector<VertexId> number;        // of each vertex' class; a leader comes before the others
  std::vector<std::uint32_t> members;  // of each class: how many
  std::vector<std::uint8_t> between;   // hops from one member to another; 0: no path
  Arcs out;
  Arcs in;

 private:
  using Rows = std::pair<std::vector<std::uint32_t>, std::vector<VertexId>>;

  [[nodiscard]] Rows squeezed(const Arcs& rows) const {
    Rows found{{0}, {}};
    for (VertexId v = 0; v < leaders_.size(); ++v) {
      if (leaders_[v] != v) continue;
      for (const VertexId w : row_of(rows, v)) {
        if (leaders_[w] == w) found.second.push_back(number[w]);
      }
      found.first.push_back(static_cast<std::uint32_t>(found.second.size()));
    }
    return found;
  }

  Leaders leaders_;
  Rows out_;
  Rows in_;
};

// One batch of sources, level by level. What a vertex has seen on levels before the last reached its
// neighbours long ago, so that all it has seen tells them the same as what is new there: two rows a
// vertex do, of which one is read out of order.
struct Batch {
  const Squeezed& graph;
  std::vector<Row> seen;          // sources that have reached the vertex on the levels before
  std::vector<Row> later;         // the same after this level; equal between levels, unless `apart`
  bool apart = false;             // later is not up to date for the list
  std::vector<VertexId> list;     // vertices that were reached on the level before
  std::vector<VertexId> touched;  // vertices that are reached on this level
  std::vector<VertexId> visited;  // vertices with a bit in seen
  std::vector<VertexId> open;     // vertices that some source may still reach; empty: not made yet
  std::size_t list_arcs = 0;      // that leave the list
  std::size_t open_arcs = 0;      // that lead to the open vertices
  std::vector<Tally> tallies;
  Words all{};  // the bits of the batch
  sources::Weights weights{};

  explicit Batch(const Squeezed& g)
      : graph(g), seen(g.size()), later(g.size()), tallies(g.size()) {}

  void search(std::span<const Word> words, std::span<const VertexId> at, std::span<double> inverse);
};

// Adds to the sums what is new at a vertex.
SUMMITRY_KERNEL_PART void count(Batch& batch, VertexId v, const Words& fresh, std::uint32_t level,
                                std::span<double> inverse) {
  batch.list_arcs += batch.graph.out.end(v) - batch.graph.out.begin(v);
  inverse[v] += static_cast<double>(batch.tallies[v].take(fresh, batch.weights, level)) / level;
}

// Those who were touched are the next list.
SUMMITRY_KERNEL_PART void turn(Batch& batch) {
  std::swap(batch.list, batch.touched);
  batch.touched.clear();
}

// Sends the rows of the list along its arcs, as far as their ends have not seen them.
SUMMITRY_CPU_VERSIONS
void push(Batch& batch, std::uint32_t level, std::span<double> inverse) {
  if (batch.apart) {
    for (const VertexId v : batch.list) batch.later[v] = batch.seen[v];
    batch.apart = false;
  }
  const Arcs& out = batch.graph.out;
  for (const VertexId u : batch.list) {
    const Words from = batch.seen[u].words;
    for (std::size_t k = out.begin(u); k < out.end(u); ++k) {
      const VertexId w = out.ends[k];
      const Words seen = batch.seen[w].words;
      if (is_zero(from & ~seen)) continue;
      Words& later = batch.later[w].words;
      if (is_zero(later ^ seen)) batch.touched.push_back(w);
      later |= from;
    }
  }
  batch.list_arcs = 0;
  for (const VertexId v : batch.touched) {
    Words& seen = batch.seen[v].words;
    if (is_zero(seen)) batch.visited.push_back(v);
    const Words fresh = batch.later[v].words & ~seen;
    seen |= fresh;
    count(batch, v, fresh, level, inverse);
  }
  turn(batch);
}

// The rows that reach v, as far as it needs them: once nobody is missing, the other arcs bring nothing
// new.
SUMMITRY_KERNEL_PART void gather(const Batch& batch, VertexId v, const Words& missing,
                                 Words& result) {
  constexpr std::size_t kStride = 8;
  const Arcs& in = batch.graph.in;
  Words found{};
  for (std::size_t k = in.begin(v); k < in.end(v);) {
    for (const std::size_t stop = std::min(k + kStride, in.end(v)); k < stop; ++k) {
      found |= batch.seen[in.ends[k]].words;
    }
    if (is_zero(missing & ~found)) break;
  }
  result = found & missing;
}

// The same from the other end, for vertices that some source has not reached yet.
SUMMITRY_CPU_VERSIONS
void pull(Batch& batch, std::uint32_t level, std::span<double> inverse) {
  batch.list_arcs = 0;
  std::size_t kept = 0;
  for (const VertexId v : batch.open) {
    const Words seen = batch.seen[v].words;
    const Words missing = batch.all & ~seen;
    if (is_zero(missing)) {
      batch.later[v].words = seen;
      batch.open_arcs -= batch.graph.in.end(v) - batch.graph.in.begin(v);
      continue;
    }
    batch.open[kept++] = v;
    Words fresh;
    gather(batch, v, missing, fresh);
    batch.later[v].words = seen | fresh;
    if (is_zero(fresh)) continue;
    if (is_zero(seen)) batch.visited.push_back(v);
    batch.touched.push_back(v);
    count(batch, v, fresh, level, inverse);
  }
  batch.open.resize(kept);
  std::swap(batch.seen, batch.later);
  batch.apart = true;
  turn(batch);
}

void begin(Batch& batch, std::span<const Word> words, std::span<const VertexId> at) {
  for (const VertexId v : batch.visited) batch.seen[v] = batch.later[v] = Row{};
  batch.apart = false;
  batch.visited.clear();
  batch.open.clear();
  batch.all = Words{};
  batch.list_arcs = 0;
  batch.open_arcs = batch.graph.in.ends.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    batch.weights[i] = words[i].weight;
    for (std::size_t k = words[i].begin; k < words[i].end; ++k) {
      const VertexId v = at[k];
      const std::uint64_t bit = std::uint64_t{1} << (k - words[i].begin);
      if (is_zero(batch.seen[v].words)) {
        batch.visited.push_back(v);
        batch.list.push_back(v);
        batch.list_arcs += batch.graph.out.end(v) - batch.graph.out.begin(v);
      }
      batch.all[i] |= bit;
      batch.seen[v].words[i] |= bit;
      batch.later[v].words[i] |= bit;
    }
  }
}

void Batch::search(std::span<const Word> words, std::span<const VertexId> at,
                   std::span<double> inverse) {
  Batch& batch = *this;
  begin(batch, words, at);
  for (std::uint32_t level = 1; !batch.list.empty(); ++level) {
    // Pushing reads and writes a row for every arc of the frontier; pulling reads a row an arc of the
    // open vertices at worst, and far less where most of the batch arrives at once.
    if (batch.list_arcs * kPushCost < batch.open_arcs) {
      push(batch, level, inverse);
    } else {
      if (batch.open.empty()) {
        batch.open.resize(batch.graph.size());
        std::iota(batch.open.begin(), batch.open.end(), VertexId{0});
      }
      pull(batch, level, inverse);
    }
  }
}

}  // namespace

DistanceSums hop_sums(const Graph& graph, const Run& run) {
  const Renumbered dense(graph, Renumbered::Weights::left_out, run);
  const Squeezed classes(dense, graph.directed());
  const auto found = sources::over_all(
      sources::all_sources(breadth_first_order(classes.out, classes.in), classes.members),
      classes.size(), run, [&classes] { return std::make_unique<Batch>(classes); });
  DistanceSums sums;
  for (const VertexId place : dense.number) {
    const VertexId row = classes.number[place];
    const Tally& tally = found.tallies[row];
    const std::uint32_t hops = classes.between[row];
    const std::uint32_t twins = hops > 0 ? classes.members[row] - 1 : 0;
    sums.reached.push_back(1 + tally.reached + twins);
    sums.total.push_back(static_cast<double>(tally.total + std::uint64_t{twins} * hops));
    sums.farthest.push_back(std::max(tally.farthest, twins > 0 ? hops : 0));
    sums.inverse.push_back(found.inverse[row] +
                           (twins > 0 ? static_cast<double>(twins) / hops : 0.0));
  }
  return sums;
}

}  // namespace summitry
