#include "algorithms/continuity/persistence.hpp"

#include "algorithms/continuity/hosts/hosting.hpp"
#include "algorithms/continuity/works/agenda.hpp"
#include "algorithms/continuity/works/follow_through.hpp"
#include "algorithms/continuity/works/lineage.hpp"
#include "algorithms/inference/adjusted_p.hpp"

namespace summitry {
namespace {

// Calls visit(test) for each, in a fixed order; Part is Persistence, const or not.
template <class Part, class Visit>
void visit_tests(Part& persistence, const Visit& visit) {
  for (auto& step : persistence.positions.edges) visit(step.qap);
  for (auto& step : persistence.positions.ranks) {
    for (auto& test : step.tests) visit(test);
  }
  for (auto& step : persistence.blocs.steps) {
    for (auto& test : step.tests) visit(test);
  }
  for (auto& step : persistence.work.agenda.steps) {
    if (step.distance) visit(step.test);
  }
  for (auto& effect : persistence.hosting.effects) visit(effect.test);
}

void adjust_all(Persistence& result) {
  std::vector<NullTest> family = tests_of(result);
  adjust(family);
  std::size_t next = 0;
  visit_tests(result, [&](NullTest& test) { test.p_adjusted = family[next++].p_adjusted; });
}

}  // namespace

std::vector<NullTest> tests_of(const Persistence& persistence) {
  std::vector<NullTest> tests;
  visit_tests(persistence, [&](const NullTest& test) { tests.push_back(test); });
  return tests;
}

Persistence persistence(const Network& network, const PersistenceOptions& options, const Run& run) {
  const ContinuityOptions& asked = options.rosters;
  const Series& series = network.series(asked.series);
  check_rosters(network, asked);
  check_samples("permutations", options.permutations);
  require_relation_types(network, options.types);
  const Evidence evidence{asked.least_confidence, asked.statuses};
  const RosterRule rule{asked.participation.empty() ? series.participation : asked.participation,
                        asked.kinds, evidence};
  std::vector<std::string> names;
  for (const EntityIndex summit : series.editions) names.push_back(network.entity(summit).id);
  PositionsOptions place = options.positions;
  BlocsOptions bloc = options.blocs;
  place.permutations = bloc.permutations = options.permutations;
  const EditionRelations relations(network, series, rule, parse_joined_by(options.joined_by),
                                   options.types);
  const EditionRankings rankings = edition_rankings(relations, place, run);
  Persistence result;
  result.positions = positions(network, relations, rankings, names, place, run);
  result.blocs = blocs(rankings.graphs, names, bloc, run);
  result.work.lineage = lineage(network, series, evidence, asked.missed);
  result.work.agenda = agenda(network, series, evidence, names, options.permutations, run);
  result.work.commitments = follow_through(network, series, evidence);
  result.hosting = hosting(network, series, evidence, rankings.rankings, names);
  adjust_all(result);
  return result;
}

}  // namespace summitry
