#include "cli/continuity_options.hpp"

#include <string>
#include <utility>

#include "cli/input.hpp"
#include "engine/selection.hpp"

namespace summitry::cli {

OptionList continuity_selection_options() {
  OptionList options;
  for (const OptionText& option : selection_options()) {
    const std::string_view flag = long_flag(option);
    if (flag == "--kinds" || flag == "--status" || flag == "--confidence")
      options.push_back(option);
  }
  return options;
}

ContinuityOptions continuity_options_of(const Arguments& arguments) {
  const Selection selection = selection_of(arguments);
  ContinuityOptions options;
  options.series = arguments.series;
  options.participation = arguments.participation;
  options.kinds = selection.kinds;
  options.least_confidence = selection.least_confidence;
  options.statuses = selection.statuses;
  options.null_model = arguments.null_model;
  options.samples = arguments.samples;
  if (arguments.universe) options.universe = *arguments.universe;
  options.strata = arguments.strata;
  options.role_ranks = arguments.role_ranks;
  options.propensity = static_cast<double>(arguments.propensity);
  options.missed = arguments.missed;
  options.began_earlier = arguments.began_earlier;
  return options;
}

PersistenceOptions persistence_options_of(const Arguments& arguments) {
  PersistenceOptions options;
  options.rosters = continuity_options_of(arguments);
  options.joined_by = arguments.joined_by;
  options.permutations = arguments.samples;
  options.positions.measure = arguments.rank_by;
  options.positions.replicates = arguments.replicates;
  return options;
}

Provenance continuity_provenance(const Network& network, const ContinuityOptions& options,
                                 const Arguments& arguments) {
  Selection selection;
  selection.kinds = options.kinds;
  selection.least_confidence = options.least_confidence;
  selection.statuses = options.statuses;
  Provenance provenance;
  provenance.selection = describe(network, selection);
  provenance.options = {{"null-model", options.null_model}};
  const auto add = [&provenance](const char* name, std::string value) {
    provenance.options.emplace_back(name, std::move(value));
  };
  add("samples", std::to_string(options.samples));
  add("seed", std::to_string(arguments.seed));
  add("joined-by", arguments.joined_by);
  add("rank-by", arguments.rank_by);
  add("replicates", std::to_string(arguments.replicates));
  if (options.null_model != "none") {
    add("strata", options.strata);
  }
  if (options.universe) add("universe", std::to_string(*options.universe));
  if (!options.role_ranks.empty()) add("role-ranks", options.role_ranks);
  if (arguments.propensity != 1) add("propensity", std::to_string(arguments.propensity));
  add("missed", std::to_string(options.missed));
  if (options.began_earlier) add("began-earlier", "yes");
  provenance.command = reproducing_command("continuity", arguments);
  return provenance;
}

}  // namespace summitry::cli
