// Continuity as the command line asks for it, in `continuity` and in `report`.
#pragma once

#include "algorithms/continuity/continuity.hpp"
#include "algorithms/continuity/persistence.hpp"
#include "cli/arguments.hpp"
#include "cli/option.hpp"
#include "engine/results.hpp"

namespace summitry::cli {

// Those of the options of selection that continuity reads: kinds, status and confidence.
[[nodiscard]] OptionList continuity_selection_options();

[[nodiscard]] ContinuityOptions continuity_options_of(const Arguments& arguments);

[[nodiscard]] PersistenceOptions persistence_options_of(const Arguments& arguments);

[[nodiscard]] Provenance continuity_provenance(const Network& network,
                                               const ContinuityOptions& options,
                                               const Arguments& arguments);

}  // namespace summitry::cli
