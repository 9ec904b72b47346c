// Communities as several commands look for them: by which method, and what is said about them.
#pragma once

#include "algorithms/communities/trust/detect.hpp"
#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/input.hpp"
#include "engine/results.hpp"

namespace summitry::cli {

// Throws UsageError, UnknownName and InvalidOption for what is wrong in the arguments, before any work.
[[nodiscard]] DetectOptions detect_options(const Arguments& arguments);

// Runs the method; says in words what each community is, by what the selection takes of entities of any
// kind; tells where the method did not converge.
[[nodiscard]] NamedPartition find_communities(const Arguments& arguments, const Subject& subject,
                                              Console& console);

}  // namespace summitry::cli
