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

Provenance continuity_provenance(const Network& network, const ContinuityOptions& options,
                                 const Arguments& arguments) {
  Selection selection;
  selection.kinds = options.kinds;
  selection.least_confidence = options.least_confidence;
  selection.statuses = options.statuses;
  Provenance provenance;
  provenance.selection = describe(network, selection);
  provenance.options = {{"null-model", options.null_model}};
  if (options.null_model == "curveball") {
    provenance.options.emplace_back("samples", std::to_string(options.samples));
    provenance.options.emplace_back("seed", std::to_string(arguments.seed));
  }
  if (options.universe) {
    provenance.options.emplace_back("universe", std::to_string(*options.universe));
  }
  provenance.command = reproducing_command("continuity", arguments);
  return provenance;
}

}  // namespace summitry::cli
