#include "algorithms/communities/searches/label_propagation.hpp"

#include <algorithm>
#include <numeric>

#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/rows/looking_ahead.hpp"
#include "algorithms/communities/rows/sums_around.hpp"
#include "algorithms/entry.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using communities::Condensed;

constexpr std::size_t kStepsBetweenChecks = 8192;
constexpr int kUnsettledRounds = 8;
// The labels and sums of so many vertices are more than a core's own cache.
constexpr VertexId kFar = 1U << 16U;

template <class Weights>
class Propagation {
 public:
  Propagation(const Condensed& graph, Weights weights)
      : graph_(graph),
        weights_(weights),
        label_(graph.size()),
        around_(graph.size()),
        waiting_(graph.size(), 1),
        next_(graph.size() + std::size_t{1}) {
    std::iota(label_.begin(), label_.end(), std::uint32_t{0});
  }

  // Visits those in the queue, in order, and leaves in it whose turn comes next; gives how many took
  // another label. In the first rounds a vertex whose own label ties may lose it: fewer labels then
  // flood the graph, and what two labels share falls to one of them.
  std::size_t round(std::vector<VertexId>& queue, Random& random, const Run& run) {
    std::size_t changed = 0;
    const communities::LookingAhead ahead(graph_, label_.data(), around_.sums());
    for (std::size_t i = 0; i < queue.size(); ++i) {
      if (graph_.size() >= kFar) ahead.step(queue, i);
      if (i % kStepsBetweenChecks == 0) run.check();
      const VertexId v = queue[i];
      waiting_[v] = 0;
      if (!update(v, random)) continue;
      ++changed;
      tell_neighbours(v);
    }
    ++rounds_;
    queue.assign(next_.begin(), next_.begin() + static_cast<std::ptrdiff_t>(next_count_));
    next_count_ = 0;
    return changed;
  }

  std::vector<std::uint32_t> take() { return std::move(label_); }

 private:
  using Sum = typename Weights::Sum;

  // Gives v one of the heaviest labels around it; false when it has one already and keeps it.
  bool update(VertexId v, Random& random) {
    const std::size_t begin = graph_.begins[v];
    const std::size_t degree = graph_.ends[v] - begin;
    if (degree == 0) return false;
    const VertexId* row = graph_.targets + begin;
    const std::uint32_t* label = label_.data();
    around_.gather(
        degree, [&](std::size_t k) { return label[row[k]]; },
        [&](std::size_t k) { return weights_[begin + k]; });
    const std::uint32_t before = label[v];
    const Sum of_own = around_.of(before);
    const Sum most = read_out();
    const bool keeps = rounds_ >= kUnsettledRounds && of_own == most;
    if (keeps) return false;
    label_[v] = around_.one_that([&](std::size_t k) { return sums_[k] == most; },
                                 [&](std::size_t count) { return random.below(count); });
    return label_[v] != before;
  }

  // Without a branch on whether one waits already: that is a matter of chance.
  void tell_neighbours(VertexId v) {
    const std::uint32_t now = label_[v];
    const auto neighbours = graph_.neighbours(v);
    const auto seen = around_.labels();
    std::uint8_t* waiting = waiting_.data();
    VertexId* next = next_.data();
    std::size_t count = next_count_;
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      const VertexId u = neighbours[k];
      const bool wakes = (waiting[u] == 0) & (seen[k] != now);
      next[count] = u;
      count += wakes ? 1 : 0;
      waiting[u] = static_cast<std::uint8_t>(waiting[u] | (wakes ? 1 : 0));
    }
    next_count_ = count;
  }

  // The sums of labels by arc, 0 where the label was seen already; gives the most.
  Sum read_out() {
    if (sums_.size() < around_.labels().size()) sums_.resize(around_.labels().size());
    Sum* sums = sums_.data();
    Sum most = 0;
    around_.read_out([&](std::size_t k, std::uint32_t, Sum sum) {
      sums[k] = sum;
      most = std::max(most, sum);
    });
    return most;
  }

  const Condensed& graph_;
  Weights weights_;
  std::vector<std::uint32_t> label_;
  communities::SumsAround<Sum> around_;
  std::vector<Sum> sums_;  // by arc
  std::vector<std::uint8_t> waiting_;
  std::vector<VertexId> next_;
  std::size_t next_count_ = 0;
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
