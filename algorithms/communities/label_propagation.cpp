#include "algorithms/communities/label_propagation.hpp"

#include <numeric>

#include "algorithms/communities/condensed.hpp"
#include "algorithms/communities/inside.hpp"
#include "algorithms/entry.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

using communities::Condensed;

class Propagation {
 public:
  explicit Propagation(const Condensed& graph)
      : graph_(graph), label_(graph.size()), weight_(graph.size(), 0.0) {
    std::iota(label_.begin(), label_.end(), std::uint32_t{0});
  }

  // Gives v one of the heaviest labels around it; false when it has one already.
  bool update(VertexId v, Random& random) {
    gather(v);
    bool keeps = heaviest_.empty();
    for (const std::uint32_t label : heaviest_) keeps = keeps || label == label_[v];
    if (!keeps) label_[v] = heaviest_[random.below(heaviest_.size())];
    return !keeps;
  }

  std::vector<std::uint32_t> take() { return std::move(label_); }

 private:
  void gather(VertexId v) {
    const auto targets = graph_.neighbours(v);
    const auto weights = graph_.joining(v);
    around_.clear();
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const std::uint32_t label = label_[targets[k]];
      if (weight_[label] == 0.0) around_.push_back(label);
      weight_[label] += weights[k];
    }
    double most = 0.0;
    heaviest_.clear();
    for (const std::uint32_t label : around_) {
      if (weight_[label] > most) heaviest_.clear();
      if (weight_[label] >= most) {
        most = weight_[label];
        heaviest_.push_back(label);
      }
    }
    for (const std::uint32_t label : around_) weight_[label] = 0.0;
  }

  const Condensed& graph_;
  std::vector<std::uint32_t> label_;
  std::vector<double> weight_;  // of the labels around one vertex
  std::vector<std::uint32_t> around_;
  std::vector<std::uint32_t> heaviest_;
};

}  // namespace

Partition label_propagation(const Graph& graph, const LabelPropagationOptions& options,
                            const Run& run) {
  if (options.max_iterations < 1) {
    refuse_option("label-propagation", "max-iterations", ">= 1",
                  option_text(options.max_iterations));
  }
  const auto base = communities::condense(graph, "label-propagation", Quality::modularity, 1.0);
  Random random(run.seed);
  Propagation propagation(base);
  std::vector<VertexId> order(base.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  Convergence state;
  while (state.iterations < options.max_iterations && !state.reached) {
    run.check();
    random.shuffle(std::span<VertexId>(order));
    std::size_t changed = 0;
    for (const VertexId v : order) changed += propagation.update(v, random) ? 1 : 0;
    ++state.iterations;
    state.change = static_cast<double>(changed);
    state.reached = changed == 0;
  }
  std::vector<std::uint32_t> labels = propagation.take();
  (void)communities::split_disconnected(base, labels);
  Partition partition = canonical(labels);
  partition.quality = communities::quality_of(Quality::modularity, graph, partition.community, 1.0);
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
