#include "algorithms/communities/blocks/stochastic_block_model.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "algorithms/communities/blocks/block_search.hpp"
#include "algorithms/entry.hpp"

namespace summitry {
namespace {

using communities::BlockModel;
using communities::CountedGraph;
using communities::Grouping;
using communities::Reach;

constexpr double kStep = 2.0;              // groups before and after one stage of merging
constexpr int kSweeps = 10;                // at a stage, at most
constexpr int kIdleRounds = 2;             // that save nothing, as splits depend on chance
constexpr std::uint32_t kManyGroups = 16;  // vertices a group, below which few sweeps will do
constexpr int kSweepsOfMany = 2;
constexpr double kTolerance = 1e-9;  // nats

struct Found {
  Grouping grouping;
  double length = 0.0;
};

class Search {
 public:
  Search(const CountedGraph& graph, Degrees degrees, const Run& run)
      : graph_(graph), model_(graph, degrees), random_(run.seed), run_(run) {}

  // From every vertex alone to one group; keeps the stages.
  Found agglomerate() {
    Grouping grouping;
    grouping.count = graph_.count();
    grouping.group.resize(graph_.count());
    std::iota(grouping.group.begin(), grouping.group.end(), 0U);
    std::vector<Found> stages{measured(std::move(grouping))};
    while (stages.back().grouping.count > 1) {
      const std::uint32_t count = stages.back().grouping.count;
      const auto target = static_cast<std::uint32_t>(static_cast<double>(count) / kStep);
      stages.push_back(merged(stages.back().grouping, std::max(target, 1U)));
      if (stages.back().grouping.count >= count) break;
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < stages.size(); ++i) {
      if (stages[i].length < stages[best].length) best = i;
    }
    return between(stages, best);
  }

  // Sweeps, mergers and splits until a round saves nothing.
  Convergence refine(Found& found, int max_iterations) {
    Convergence state;
    int idle = 0;
    while (state.iterations < max_iterations && !state.reached) {
      run_.check();
      Grouping next = found.grouping;
      communities::sweep_vertices(graph_, model_, next, Reach::every, kSweeps, random_, run_);
      communities::split_groups(graph_, model_, next, random_, run_);
      communities::sweep_vertices(graph_, model_, next, Reach::every, kSweeps, random_, run_);
      communities::merge_while_shorter(graph_, model_, next, random_, run_);
      Found now = measured(std::move(next));
      state.change = std::max(found.length - now.length, 0.0);
      idle = state.change < kTolerance ? idle + 1 : 0;
      state.reached = idle == kIdleRounds;
      ++state.iterations;
      if (now.length < found.length) found = std::move(now);
    }
    return state;
  }

 private:
  Found measured(Grouping grouping) {
    const DescriptionLength length = communities::varying_length(
        graph_, grouping.group, grouping.count, model_.degrees, model_.log_factorial);
    return {std::move(grouping), length.total()};
  }

  Found merged(Grouping grouping, std::uint32_t target) {
    communities::merge_down_to(graph_, model_, grouping, target, random_, run_);
    const bool many = grouping.count > graph_.count() / kManyGroups;
    communities::sweep_vertices(graph_, model_, grouping, Reach::near,
                                many ? kSweepsOfMany : kSweeps, random_, run_);
    return measured(std::move(grouping));
  }

  // Halves the way between the best stage and the ones beside it, as long as there is one.
  Found between(const std::vector<Found>& stages, std::size_t best) {
    Found found = stages[best];
    if (best == 0) return found;
    Found above = stages[best - 1];
    std::uint32_t below = best + 1 < stages.size() ? stages[best + 1].grouping.count : 0;
    for (;;) {
      const std::uint32_t high = above.grouping.count;
      const std::uint32_t here = found.grouping.count;
      const bool upwards = high > here + 1 && (high - here >= here - below || here <= below + 1);
      if (!upwards && here <= below + 1) return found;
      const std::uint32_t target = upwards ? here + (high - here) / 2 : below + (here - below) / 2;
      Found tried = merged(upwards ? above.grouping : found.grouping, target);
      if (tried.length < found.length) {
        if (upwards) {
          below = here;
        } else {
          above = found;
        }
        found = std::move(tried);
      } else if (upwards) {
        if (tried.grouping.count <= here) return found;
        above = std::move(tried);
      } else {
        below = tried.grouping.count >= here ? here : std::max(tried.grouping.count, target);
      }
    }
  }

  const CountedGraph& graph_;
  BlockModel model_;
  Random random_;
  const Run& run_;
};

}  // namespace

std::string option_text(Degrees degrees) {
  return degrees == Degrees::corrected ? "corrected" : "plain";
}

bool read_option(std::string_view text, Degrees& degrees) {
  if (text != "corrected" && text != "plain") return false;
  degrees = text == "corrected" ? Degrees::corrected : Degrees::plain;
  return true;
}

Partition stochastic_block_model(const Graph& graph, const StochasticBlockModelOptions& options,
                                 const Run& run) {
  if (options.max_iterations < 1) {
    refuse_option("stochastic-block-model", "max-iterations", ">= 1",
                  option_text(options.max_iterations));
  }
  const CountedGraph counted = communities::count_edges(graph, "stochastic-block-model");
  if (counted.vertices == 0) {
    Partition nobody;
    nobody.convergence = Convergence{0, 0.0, true};
    return nobody;
  }
  Search search(counted, options.degrees, run);
  Found found = search.agglomerate();
  const Convergence state = search.refine(found, options.max_iterations);
  Partition partition = canonical(found.grouping.group);
  partition.quality = -description_length(graph, partition.community, options.degrees).total();
  partition.convergence = state;
  return partition;
}

namespace {

double quality(const Graph& graph, const StochasticBlockModelOptions& options,
               std::span<const std::uint32_t> community) {
  return -description_length(graph, community, options.degrees).total();
}

}  // namespace

template <class Visit>
void describe(StochasticBlockModelOptions& o, Visit&& visit) {
  visit("degrees", o.degrees,
        "of vertices: corrected (given), or plain (explained by the groups alone)");
  visit("max-iterations", o.max_iterations,
        "rounds of sweeps, mergers and splits at the end, at most, >= 1");
}

namespace entry {

extern const CommunityMethod stochastic_block_model;
const CommunityMethod stochastic_block_model = entry_of<StochasticBlockModelOptions>(
    {.name = "stochastic-block-model",
     .title = "stochastic block model",
     .definition =
         "Groups whose members are joined to the other groups alike: the partition of the "
         "shortest description length of the degree-corrected stochastic block model. It "
         "finds no groups where edges are random. The quality is minus that length, in "
         "nats.",
     .cost = "O((n + m) log^2 n)",
     .reference = "Peixoto 2014, doi:10.1103/PhysRevX.4.011047; 2017, "
                  "doi:10.1103/PhysRevE.95.012317",
     .quality_name = "description-length",
     .effort = 30.0},
    summitry::stochastic_block_model, quality);

}  // namespace entry
}  // namespace summitry
