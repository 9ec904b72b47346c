#include "algorithms/communities/searches/label_propagation.hpp"

#include <algorithm>
#include <numeric>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/entry.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using communities::Condensed;

constexpr std::size_t kStepsBetweenChecks = 8192;
constexpr int kUnsettledRounds = 8;

template <class Weights>
class Propagation {
 public:
  Propagation(const Condensed& graph, Weights weights)
      : graph_(graph),
        weights_(weights),
        label_(graph.size()),
        weight_(graph.size(), 0),
        around_(graph.size() + std::size_t{1}),
        waiting_(graph.size(), 1) {
    std::iota(label_.begin(), label_.end(), std::uint32_t{0});
  }

  // Visits those in the queue, in order, and leaves in it whose turn comes next; gives how many took
  // another label. In the first rounds a vertex whose own label ties may lose it: fewer labels then
  // flood the graph, and what two labels share falls to one of them.
  std::size_t round(std::vector<VertexId>& queue, Random& random, const Run& run) {
    std::size_t changed = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      if (i % kStepsBetweenChecks == 0) run.check();
      const VertexId v = queue[i];
      waiting_[v] = 0;
      if (!update(v, random)) continue;
      ++changed;
      const std::uint32_t now = label_[v];
      for (const VertexId u : graph_.neighbours(v)) {
        if (waiting_[u] != 0 || label_[u] == now) continue;
        waiting_[u] = 1;
        next_.push_back(u);
      }
    }
    ++rounds_;
    queue.swap(next_);
    next_.clear();
    return changed;
  }

  std::vector<std::uint32_t> take() { return std::move(label_); }

 private:
  using Sum = typename Weights::Sum;

  // Gives v one of the heaviest labels around it; false when it has one already and keeps it.
  bool update(VertexId v, Random& random) {
    const std::size_t count = gather(v);
    Sum most = 0;
    for (std::size_t i = 0; i < count; ++i) most = std::max(most, weight_[around_[i]]);
    const std::uint32_t before = label_[v];
    const bool keeps = count == 0 || (rounds_ >= kUnsettledRounds && weight_[before] == most);
    std::size_t heaviest = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t label = around_[i];
      around_[heaviest] = label;
      heaviest += weight_[label] == most ? 1 : 0;
      weight_[label] = 0;
    }
    if (!keeps) label_[v] = around_[heaviest == 1 ? 0 : random.below(heaviest)];
    return label_[v] != before;
  }

  // The weight of each label around v; returns how many there are.
  std::size_t gather(VertexId v) {
    std::size_t count = 0;
    const std::size_t end = graph_.ends[v];
    const VertexId* targets = graph_.targets;
    const std::uint32_t* label = label_.data();
    std::uint32_t* around = around_.data();
    Sum* weight = weight_.data();
    for (std::size_t k = graph_.begins[v]; k < end; ++k) {
      const std::uint32_t there = label[targets[k]];
      const Sum before = weight[there];
      around[count] = there;
      count += before == 0 ? 1 : 0;
      weight[there] = before + weights_[k];
    }
    return count;
  }

  const Condensed& graph_;
  Weights weights_;
  std::vector<std::uint32_t> label_;
  std::vector<Sum> weight_;  // of the labels around one vertex
  std::vector<std::uint32_t> around_;
  std::vector<std::uint8_t> waiting_;
  std::vector<VertexId> next_;
  int rounds_ = 0;
};

template <class Weights>
std::vector<std::uint32_t> propagate(Propagation<Weights> propagation, VertexId vertices,
                                     int max_iterations, Convergence& state, const Run& run) {
  Random random(run.seed);
  std::vector<VertexId> queue = communities::random_order(vertices, random);
  while (state.iterations < max_iterations && !state.reached) {
    const std::size_t changed = propagation.round(queue, random, run);
    ++state.iterations;
    state.change = static_cast<double>(changed);
    state.reached = changed == 0;
  }
  return propagation.take();
}

}  // namespace

Partition label_propagation(const Graph& graph, const LabelPropagationOptions& options,
                            const Run& run) {
  if (options.max_iterations < 1) {
    refuse_option("label-propagation", "max-iterations", ">= 1",
                  option_text(options.max_iterations));
  }
  const auto base = communities::condense(graph, "label-propagation", Quality::modularity, 1.0);
  Convergence state;
  std::vector<std::uint32_t> labels = communities::with_weights(base, [&](auto weights) {
    return propagate(Propagation(base, weights), base.size(), options.max_iterations, state, run);
  });
  (void)communities::split_disconnected(base, labels);
  Partition partition = canonical(labels);
  partition.quality =
      communities::quality_of(Quality::modularity, graph, partition.community, 1.0, run);
  partition.convergence = state;
  return partition;
}

template <class Visit>
void describe(LabelPropagationOptions& o, Visit&& visit) {
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const CommunityMethod label_propagation;
const CommunityMethod label_propagation = entry_of<LabelPropagationOptions>(
    {.name = "label-propagation",
     .title = "label propagation",
     .definition =
         "Every vertex takes the label that most of its neighbours have (by weight), in "
         "random order, until every vertex has such a label; ties by chance. Direction is "
         "not read.",
     .cost = "O(rounds * (n + m))",
     .reference = "Raghavan, Albert & Kumara 2007, doi:10.1103/PhysRevE.76.036106"},
    summitry::label_propagation);

}  // namespace entry
}  // namespace summitry
