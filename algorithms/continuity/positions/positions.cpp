#include "algorithms/continuity/positions/positions.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/continuity/positions/edge_step.hpp"
#include "algorithms/continuity/positions/replicates.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

EditionFigures figures_of(const EditionGraph& edition) {
  EditionFigures figures;
  const Graph& graph = edition.graph;
  figures.participants = graph.vertex_count();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (graph.degree(v) > 0) ++figures.joined;
  }
  figures.edges = graph.edge_count();
  figures.works = edition.works;
  figures.left_out = edition.left_out;
  figures.relations = edition.relations;
  return figures;
}

std::string step_name(const std::vector<std::string>& names, std::size_t from) {
  return names[from] + " to " + names[from + 1];
}

void add_places(const EditionRankings& found, Positions& result) {
  for (std::size_t t = 0; t < found.rankings.size(); ++t) {
    const Ranking& ranking = found.rankings[t];
    const auto ranks = competition_ranks(ranking);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (ranks[i] == 0) continue;
      Standing place;
      place.entity = ranking.entities[i];
      place.edition = t;
      place.value = ranking.values[i];
      place.rank = ranks[i];
      result.places.push_back(place);
    }
  }
  std::sort(result.places.begin(), result.places.end(), [](const Standing& a, const Standing& b) {
    return std::pair(a.entity, a.edition) < std::pair(b.entity, b.edition);
  });
}

void add_steps(const EditionRankings& found, const std::vector<std::string>& names,
               const PositionsOptions& options, const Run& run, Positions& result) {
  for (std::size_t t = 0; t + 1 < found.graphs.size(); ++t) {
    const Graph& before = found.graphs[t].graph;
    const Graph& after = found.graphs[t + 1].graph;
    const CommonGraphs common = common_graphs(before, after);
    EdgeStep edges = compare_edges(before, after, common);
    edges.from = t;
    edges.to = t + 1;
    edges.qap = qap_test(common, options.permutations, run);
    edges.qap.name = step_name(names, t);
    result.edges.push_back(std::move(edges));
    RankStep ranks = compare_ranks(found.rankings[t], found.rankings[t + 1], options.ranks);
    ranks.from = t;
    ranks.to = t + 1;
    for (NullTest& test : ranks.tests) test.name = step_name(names, t);
    result.ranks.push_back(std::move(ranks));
  }
}

}  // namespace

EditionRankings edition_rankings(const EditionRelations& relations, const PositionsOptions& options,
                                 const Run& run) {
  EditionRankings found;
  for (std::size_t t = 0; t < relations.editions(); ++t) {
    run.check();
    found.graphs.push_back(relations.graph(t));
    found.rankings.push_back(ranking_of(found.graphs.back().graph, options, run));
  }
  return found;
}

Positions positions(const Network& network, const EditionRelations& relations,
                    const EditionRankings& rankings, const std::vector<std::string>& names,
                    const PositionsOptions& options, const Run& run) {
  Positions result;
  result.measure = options.measure;
  result.joined_by = to_string(relations.joined_by());
  result.permutations = options.permutations;
  result.official_reliability = options.reliability.official;
  result.secondary_reliability = options.reliability.secondary;
  result.unverified_reliability = options.reliability.unverified;
  result.overlap_p = options.ranks.overlap_p;
  for (const EditionGraph& edition : rankings.graphs)
    result.editions.push_back(figures_of(edition));
  add_places(rankings, result);
  add_steps(rankings, names, options, run, result);
  add_spreads(network, relations, rankings, options, run, result);
  return result;
}

}  // namespace summitry
