#include "algorithms/continuity/positions/replicates.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/continuity/positions/edge_step.hpp"
#include "algorithms/continuity/statistics/rank_correlation.hpp"
#include "algorithms/inference/quantile.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr double kMostSteps = 2e9;
constexpr double kMostRanks = 5e7;  // that are held at once, over all worlds

// The figures of one step that have a spread.
struct StepFigures {
  std::optional<double> jaccard;
  std::optional<double> persistence;
  std::optional<double> tau_b;
};

// One world: the ranks of result.places in it (0: did not take part), and the steps' figures.
struct World {
  std::vector<std::uint32_t> ranks;
  std::vector<StepFigures> steps;
};

class Worlds {
 public:
  Worlds(const EditionRelations& relations, const EditionRankings& base,
         const PositionsOptions& options, const Run& run, const Positions& result)
      : relations_(relations), base_(base), options_(options), run_(alone(run)), result_(result) {}

  [[nodiscard]] World without(const std::vector<bool>& left_out) const {
    const std::vector<bool> touched = touched_by(left_out);
    std::vector<EditionGraph> graphs(relations_.editions());
    std::vector<Ranking> rankings(relations_.editions());
    for (std::size_t t = 0; t < graphs.size(); ++t) {
      if (!touched[t]) continue;
      graphs[t] = relations_.graph(t, left_out);
      rankings[t] = ranking_of(graphs[t].graph, options_, run_);
    }
    const auto graph = [&](std::size_t t) -> const Graph& {
      return touched[t] ? graphs[t].graph : base_.graphs[t].graph;
    };
    const auto ranking = [&](std::size_t t) -> const Ranking& {
      return touched[t] ? rankings[t] : base_.rankings[t];
    };
    World world;
    world.ranks = ranks_of(ranking);
    for (std::size_t t = 0; t + 1 < graphs.size(); ++t) {
      const CommonGraphs common = common_graphs(graph(t), graph(t + 1));
      const EdgeStep edges = compare_edges(graph(t), graph(t + 1), common);
      const CommonValues values = common_values(ranking(t), ranking(t + 1));
      world.steps.push_back(
          {edges.jaccard, edges.persistence, kendall_tau_b(values.before, values.after).value});
    }
    return world;
  }

 private:
  [[nodiscard]] std::vector<bool> touched_by(const std::vector<bool>& left_out) const {
    std::vector<bool> touched(relations_.editions(), false);
    for (std::size_t i = 0; i < left_out.size(); ++i) {
      if (!left_out[i]) continue;
      for (const std::uint32_t t : relations_.bearing(i)) {
        if (t != kNone) touched[t] = true;
      }
    }
    return touched;
  }

  // Worlds are shared out over threads, and report their progress themselves.
  static Run alone(Run run) {
    run.threads = 1;
    run.progress = nullptr;
    return run;
  }

  template <class Find>
  [[nodiscard]] std::vector<std::uint32_t> ranks_of(const Find& ranking) const {
    std::vector<std::vector<std::size_t>> by_edition;
    for (std::size_t t = 0; t < relations_.editions(); ++t) {
      by_edition.push_back(competition_ranks(ranking(t)));
    }
    std::vector<std::uint32_t> ranks;
    for (const Standing& place : result_.places) {
      const auto& entities = ranking(place.edition).entities;
      const auto found = std::lower_bound(entities.begin(), entities.end(), place.entity);
      const bool there = found != entities.end() && *found == place.entity;
      const auto at = static_cast<std::size_t>(found - entities.begin());
      ranks.push_back(there ? static_cast<std::uint32_t>(by_edition[place.edition][at]) : 0U);
    }
    return ranks;
  }

  const EditionRelations& relations_;
  const EditionRankings& base_;
  const PositionsOptions& options_;
  const Run run_;
  const Positions& result_;
};

void spread_over(std::vector<double> values, Spread& spread) {
  spread.replicates = values.size();
  if (values.empty()) return;
  std::sort(values.begin(), values.end());
  spread.low = quantile(values, 0.025);
  spread.high = quantile(values, 0.975);
}

void range_over(const std::vector<double>& values, Spread& spread) {
  if (values.empty()) return;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  spread.source_low = *least;
  spread.source_high = *most;
}

template <class Field>
std::vector<double> defined(const std::vector<World>& worlds, std::size_t step,
                            const Field& field) {
  std::vector<double> values;
  for (const World& world : worlds) {
    if (const std::optional<double>& value = world.steps[step].*field) values.push_back(*value);
  }
  return values;
}

void add_step_spreads(const std::vector<World>& drawn, const std::vector<World>& dropped,
                      Positions& result) {
  for (std::size_t i = 0; i < result.edges.size(); ++i) {
    const auto add = [&](auto field, Spread& spread) {
      spread_over(defined(drawn, i, field), spread);
      range_over(defined(dropped, i, field), spread);
    };
    add(&StepFigures::jaccard, result.edges[i].jaccard_spread);
    add(&StepFigures::persistence, result.edges[i].persistence_spread);
    add(&StepFigures::tau_b, result.ranks[i].tau_b_spread);
  }
}

void add_place_intervals(const std::vector<World>& drawn, const std::vector<World>& dropped,
                         Positions& result) {
  for (std::size_t i = 0; i < result.places.size(); ++i) {
    Standing& place = result.places[i];
    std::vector<double> ranks;
    for (const World& world : drawn) {
      if (world.ranks[i] > 0) ranks.push_back(world.ranks[i]);
    }
    place.present = ranks.size();
    if (!ranks.empty()) {
      std::sort(ranks.begin(), ranks.end());
      place.low = quantile(ranks, 0.025);
      place.high = quantile(ranks, 0.975);
    }
    for (const World& world : dropped) {
      const std::size_t rank = world.ranks[i];
      place.lost |= rank == 0;
      if (rank == 0) continue;
      place.source_best = std::min(place.source_best.value_or(rank), rank);
      place.source_worst = std::max(place.source_worst.value_or(rank), rank);
    }
  }
}

// Steps that one graph of every edition takes.
double cost_of_all(const EditionRelations& relations) {
  double steps = 1.0;
  for (std::size_t t = 0; t < relations.editions(); ++t) steps += relations.cost(t);
  return steps;
}

std::vector<World> make(std::size_t count, const Run& run, const char* what,
                        const std::function<World(std::size_t)>& one) {
  std::vector<World> worlds(count);
  parallel_blocks(count, 1, run, what,
                  [&](const Block& block) { worlds[block.index] = one(block.index); });
  return worlds;
}

}  // namespace

Ranking ranking_of(const Graph& graph, const PositionsOptions& options, const Run& run) {
  const Measure& chosen = measure(options.measure);
  if (chosen.over != Over::vertices) {
    refuse_option("positions", "measure", "one of entities", options.measure);
  }
  Ranking ranking;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) ranking.entities.push_back(graph.entity(v));
  if (chosen.weights == WeightUse::strength) {
    ranking.values = compute(chosen, graph, options.parameters, run).scores.values;
  } else {
    GraphParts parts;
    parts.vertices = graph.vertex_count();
    parts.edges = graph.edges();
    const Graph plain(std::move(parts));
    ranking.values = compute(chosen, plain, options.parameters, run).scores.values;
  }
  return ranking;
}

void add_spreads(const Network& network, const EditionRelations& relations,
                 const EditionRankings& rankings, const PositionsOptions& options, const Run& run,
                 Positions& result) {
  const ClaimResampling claims(network, relations.used(), options.reliability);
  const Worlds worlds(relations, rankings, options, run, result);
  const auto places = static_cast<double>(result.places.size());
  const double affordable =
      std::min(kMostSteps / cost_of_all(relations), kMostRanks / (places + 64.0));
  result.replicates = static_cast<std::size_t>(
      std::min(static_cast<double>(options.replicates), std::floor(affordable)));
  const auto drawn = make(result.replicates, run, "drawing claims", [&](std::size_t i) {
    return worlds.without(claims.replicate(run.seed, i));
  });
  const auto& sources = claims.sole_sources();
  const bool too_many = static_cast<double>(sources.size()) > affordable;
  result.dropped_sources = options.replicates == 0 || too_many ? 0 : sources.size();
  const auto dropped = make(result.dropped_sources, run, "leaving out sources", [&](std::size_t i) {
    return worlds.without(claims.without(sources[i]));
  });
  add_step_spreads(drawn, dropped, result);
  add_place_intervals(drawn, dropped, result);
}

}  // namespace summitry
