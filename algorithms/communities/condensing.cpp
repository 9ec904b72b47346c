// One vertex a community: rows of a condensed graph condensed again, a block of communities at a time.
#include <utility>

#include "algorithms/communities/condensed.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

constexpr std::size_t kWorkOfABlock = 1 << 16;  // arcs and vertices
constexpr std::size_t kWorthThreads = 1 << 18;

// Weight between the community at hand and each of the others.
struct Scratch {
  std::vector<double> joining;
  std::vector<std::uint32_t> touched;
  std::size_t count = 0;  // of those touched
};

template <class Weights>
class Condensing {
 public:
  Condensing(const Condensed& graph, std::span<const std::uint32_t> community, std::uint32_t count,
             Weights weights, Condensed::Kept room)
      : graph_(graph),
        community_(community),
        weights_(weights),
        members_(members_of(graph, community, count)) {
    result_.scale = graph.scale;
    result_.unit = graph.unit;
    result_.mass.assign(count, 0.0);
    if (!graph.in_mass.empty()) result_.in_mass.assign(count, 0.0);
    result_.kept = std::move(room);
    // A row has at most the arcs of its members: that is where the next begins.
    auto& begins = result_.kept.begins;
    begins.assign(count, 0);
    for (std::size_t c = 1; c < count; ++c) begins[c] = begins[c - 1] + members_.arcs[c - 1];
    result_.kept.ends.assign(count, 0);
    targets_ = result_.kept.targets.of(graph.arcs);
    arc_weights_ = result_.kept.weights.of(graph.arcs);
  }

  Condensed condensed(const Run& run) {
    std::vector<Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
    parallel_blocks(members_.blocks.size() - 1, 1, run, "condensing",
                    [&](const Block& block) { fill(block.index, scratch[block.thread]); });
    result_.begins = result_.kept.begins;
    result_.ends = result_.kept.ends;
    result_.targets = targets_;
    result_.arc_weights = arc_weights_;
    for (std::uint32_t c = 0; c < result_.size(); ++c) {
      result_.arcs += result_.ends[c] - result_.begins[c];
      for (const double weight : result_.joining(c)) result_.weight += weight;
    }
    return std::move(result_);
  }

 private:
  void fill(std::size_t block, Scratch& scratch) {
    scratch.joining.resize(result_.mass.size(), 0.0);
    scratch.touched.resize(result_.mass.size() + 1);
    for (std::uint32_t c = members_.blocks[block]; c < members_.blocks[block + 1]; ++c) {
      scratch.count = 0;
      for (std::uint32_t i = members_.begin[c]; i < members_.begin[c + std::size_t{1}]; ++i) {
        add_row(members_.order[i], c, scratch);
      }
      scratch.joining[c] = 0.0;
      std::uint32_t end = result_.kept.begins[c];
      for (std::size_t i = 0; i < scratch.count; ++i) {
        const std::uint32_t d = scratch.touched[i];
        if (d == c) continue;
        targets_[end] = d;
        arc_weights_[end++] = std::exchange(scratch.joining[d], 0.0);
      }
      result_.kept.ends[c] = end;
    }
  }

  // Without a branch on whether a neighbour's community is a new one: that is a matter of chance.
  void add_row(VertexId v, std::uint32_t c, Scratch& scratch) {
    result_.mass[c] += graph_.mass[v];
    if (!graph_.in_mass.empty()) result_.in_mass[c] += graph_.in_mass[v];
    const VertexId* targets = graph_.targets;
    double* joining = scratch.joining.data();
    std::uint32_t* touched = scratch.touched.data();
    std::size_t count = scratch.count;
    for (std::size_t k = graph_.begins[v]; k < graph_.ends[v]; ++k) {
      const std::uint32_t d = community_[targets[k]];
      const double sum = joining[d];
      touched[count] = d;
      count += sum == 0.0 ? 1 : 0;
      joining[d] = sum + static_cast<double>(weights_[k]);
    }
    scratch.count = count;
  }

  const Condensed& graph_;
  std::span<const std::uint32_t> community_;
  Weights weights_;
  Members members_;
  Condensed result_;
  VertexId* targets_ = nullptr;
  double* arc_weights_ = nullptr;
};

}  // namespace

Members members_of(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count) {
  Members members{by_label(community, count), std::vector<std::uint32_t>(count, 0), {}};
  for (VertexId v = 0; v < graph.size(); ++v) {
    members.arcs[community[v]] += graph.ends[v] - graph.begins[v];
  }
  members.blocks.push_back(0);
  std::size_t held = 0;
  for (std::uint32_t c = 0; c < count; ++c) {
    held += std::size_t{members.arcs[c]} + members.begin[c + std::size_t{1}] - members.begin[c];
    if (held < kWorkOfABlock && c + 1 < count) continue;
    members.blocks.push_back(c + 1);
    held = 0;
  }
  return members;
}

Condensed condense(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count, const Run& run, Condensed::Kept room) {
  Run here = run;
  if (graph.arcs < kWorthThreads) here.threads = 1;
  here.progress = nullptr;
  return with_weights(graph, [&](auto weights) {
    return Condensing(graph, community, count, weights, std::move(room)).condensed(here);
  });
}

}  // namespace summitry::communities
