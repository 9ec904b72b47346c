#include "cli/continuity_options.hpp"

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
  provenance.options.emplace_back("samples", std::to_string(options.samples));
  provenance.options.emplace_back("seed", std::to_string(arguments.seed));
  provenance.options.emplace_back("joined-by", arguments.joined_by);
  provenance.options.emplace_back("rank-by", arguments.rank_by);
  provenance.options.emplace_back("replicates", std::to_string(arguments.replicates));
  if (options.universe) {
    provenance.options.emplace_back("universe", std::to_string(*options.universe));
  }
  provenance.command = reproducing_command("continuity", arguments);
  return provenance;
}

}  // namespace summitry::cli
