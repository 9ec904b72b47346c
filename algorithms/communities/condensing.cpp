// One vertex a community: rows of a condensed graph condensed again, a block of communities at a time.
#include <algorithm>
#include <utility>

#include "algorithms/communities/condensed.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

constexpr std::size_t kWorkOfABlock = 1 << 16;  // arcs and vertices
constexpr std::size_t kWorthThreads = 1 << 18;

// The rows of the communities of one block.
struct Rows {
  std::vector<VertexId> targets;
  std::vector<double> weights;
};

// Weight between the community at hand and each of the others.
struct Scratch {
  std::vector<double> joining;
  std::vector<std::uint32_t> touched;
};

template <class Weights>
class Condensing {
 public:
  Condensing(const Condensed& graph, std::span<const std::uint32_t> community, std::uint32_t count,
             Weights weights)
      : graph_(graph),
        community_(community),
        weights_(weights),
        members_(members_of(graph, community, count)) {
    result_.scale = graph.scale;
    result_.unit = graph.unit;
    result_.mass.assign(count, 0.0);
    if (!graph.in_mass.empty()) result_.in_mass.assign(count, 0.0);
    result_.kept.offsets.assign(count + std::size_t{1}, 0);
  }

  Condensed condensed(const Run& run) {
    const std::size_t blocks = members_.blocks.size() - 1;
    std::vector<Rows> rows(blocks);
    std::vector<Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
    parallel_blocks(blocks, 1, run, "condensing", [&](const Block& block) {
      fill(block.index, rows[block.index], scratch[block.thread]);
    });
    scratch.clear();
    auto& offsets = result_.kept.offsets;
    for (std::size_t c = 1; c < offsets.size(); ++c) offsets[c] += offsets[c - 1];
    result_.kept.targets.resize(offsets.back());
    result_.kept.weights.resize(offsets.back());
    parallel_blocks(blocks, 1, run, "condensing", [&](const Block& block) {
      const auto to = static_cast<std::ptrdiff_t>(offsets[members_.blocks[block.index]]);
      const Rows part = std::move(rows[block.index]);
      std::copy(part.targets.begin(), part.targets.end(), result_.kept.targets.begin() + to);
      std::copy(part.weights.begin(), part.weights.end(), result_.kept.weights.begin() + to);
    });
    result_.look_at_kept();
    for (const double weight : result_.kept.weights) result_.weight += weight;
    return std::move(result_);
  }

 private:
  void fill(std::size_t block, Rows& rows, Scratch& scratch) {
    scratch.joining.resize(result_.mass.size(), 0.0);
    for (std::uint32_t c = members_.blocks[block]; c < members_.blocks[block + 1]; ++c) {
      scratch.touched.clear();
      for (std::uint32_t i = members_.begin[c]; i < members_.begin[c + std::size_t{1}]; ++i) {
        add_row(members_.order[i], c, scratch);
      }
      result_.kept.offsets[c + std::size_t{1}] = static_cast<std::uint32_t>(scratch.touched.size());
      for (const std::uint32_t d : scratch.touched) {
        rows.targets.push_back(d);
        rows.weights.push_back(std::exchange(scratch.joining[d], 0.0));
      }
    }
  }

  void add_row(VertexId v, std::uint32_t c, Scratch& scratch) {
    result_.mass[c] += graph_.mass[v];
    if (!graph_.in_mass.empty()) result_.in_mass[c] += graph_.in_mass[v];
    for (std::size_t k = graph_.offsets[v]; k < graph_.offsets[v + std::size_t{1}]; ++k) {
      const std::uint32_t d = community_[graph_.targets[k]];
      if (d == c) continue;
      double& joining = scratch.joining[d];
      if (joining == 0.0) scratch.touched.push_back(d);
      joining += static_cast<double>(weights_[k]);
    }
  }

  const Condensed& graph_;
  std::span<const std::uint32_t> community_;
  Weights weights_;
  Members members_;
  Condensed result_;
};

}  // namespace

Members members_of(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count) {
  Members members;
  members.begin.assign(count + std::size_t{1}, 0);
  std::vector<std::size_t> work(count, 0);
  for (VertexId v = 0; v < graph.size(); ++v) {
    ++members.begin[community[v] + std::size_t{1}];
    work[community[v]] += std::size_t{1} + graph.offsets[v + std::size_t{1}] - graph.offsets[v];
  }
  for (std::size_t c = 0; c < count; ++c) members.begin[c + 1] += members.begin[c];
  members.order.resize(graph.size());
  std::vector<std::uint32_t> next(members.begin.begin(), members.begin.end() - 1);
  for (VertexId v = 0; v < graph.size(); ++v) members.order[next[community[v]]++] = v;
  members.blocks.push_back(0);
  std::size_t held = 0;
  for (std::uint32_t c = 0; c < count; ++c) {
    held += work[c];
    if (held < kWorkOfABlock && c + 1 < count) continue;
    members.blocks.push_back(c + 1);
    held = 0;
  }
  return members;
}

Condensed condense(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count, const Run& run) {
  Run here = run;
  if (graph.targets.size() < kWorthThreads) here.threads = 1;
  here.progress = nullptr;
  return with_weights(graph, [&](auto weights) {
    return Condensing(graph, community, count, weights).condensed(here);
  });
}

}  // namespace summitry::communities
