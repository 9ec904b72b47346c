#include "algorithms/continuity/continuity.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "algorithms/continuity/hosts/host_chain.hpp"
#include "algorithms/continuity/nulls/null_models.hpp"
#include "algorithms/continuity/nulls/strata.hpp"
#include "algorithms/continuity/rosters/role_ranks.hpp"
#include "algorithms/continuity/rosters/roster_groups.hpp"
#include "algorithms/continuity/rosters/rosters.hpp"
#include "algorithms/continuity/rosters/stays.hpp"
#include "algorithms/continuity/works/uptakes.hpp"
#include "algorithms/options.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 4> kNullModels = {"fixed-margins", "curveball",
                                                         "hypergeometric", "none"};

void check(const Network& network, const ContinuityOptions& options) {
  check_rosters(network, options);
  if (std::find(kNullModels.begin(), kNullModels.end(), options.null_model) == kNullModels.end()) {
    throw UnknownName(unknown_name("null model", options.null_model, kNullModels));
  }
  check_samples("samples", options.samples);
  if (!(options.propensity > 0.0) || options.propensity > 1e6) {
    refuse_option("continuity", "propensity", "in (0, 1000000]", option_text(options.propensity));
  }
  require_strata(network, options.strata);
}

void check_universe(const Continuity& result, const ContinuityOptions& options) {
  const std::size_t seen = result.entities.size();
  if (!options.universe || *options.universe >= seen) return;
  refuse_option("continuity", "universe",
                "at least the " + option_text(seen) + " who took part at some edition",
                option_text(*options.universe));
}

void add_comparisons(const Network& network, const Series& series, const RosterRule& rule,
                     const ContinuityOptions& options, const Run& run, Continuity& result) {
  const GroupOptions groups{read_role_ranks(options.role_ranks), options.universe,
                            options.null_model == "none" ? 0 : options.samples, options.propensity};
  result.groups = roster_groups(network, series, rule, result.editions, groups, run);
  result.all_pairs = result.groups.front().pairs;
  for (const Transition& pair : result.all_pairs) {
    if (pair.to == pair.from + 1) result.transitions.push_back(pair);
  }
  result.life = stays(network, result.entities, result.editions.size(),
                      {options.missed, options.began_earlier});
  if (options.null_model == "none") return;
  add_null_models(network, result,
                  {options.null_model, options.samples, options.universe, options.strata,
                   eligible_count(network, options.kinds)},
                  run);
}

}  // namespace

void check_rosters(const Network& network, const ContinuityOptions& options) {
  require_relation_types(network, options.participation);
  require_kinds(network, options.kinds);
  if (options.missed < 1) refuse_option("continuity", "missed", ">= 1", "0");
  if (options.statuses.empty()) {
    refuse_option("continuity", "statuses", "at least one status", "none");
  }
}

void check_samples(std::string_view name, std::size_t samples) {
  constexpr std::size_t kMost = 10'000'000;
  if (samples >= 1 && samples <= kMost) return;
  refuse_option("continuity", name, "in [1, 10000000]", option_text(samples));
}

Continuity continuity(const Network& network, const ContinuityOptions& options, const Run& run) {
  const Series& series = network.series(options.series);
  check(network, options);
  const Evidence evidence{options.least_confidence, options.statuses};
  Continuity result;
  result.series = series.id;
  result.participation =
      options.participation.empty() ? series.participation : options.participation;
  result.kinds = options.kinds;
  result.null_model = options.null_model;
  result.seed = run.seed;
  const RosterRule rule{result.participation, options.kinds, evidence};
  result.editions = rosters(network, series, rule);
  result.entities = attendance(result.editions);
  check_universe(result, options);
  add_comparisons(network, series, rule, options, run, result);
  result.hosts = host_chain(network, series, evidence);
  Uptakes found = uptakes(network, series, evidence);
  result.uptakes = std::move(found.uptakes);
  result.not_taken_up = std::move(found.not_taken_up);
  return result;
}

}  // namespace summitry
