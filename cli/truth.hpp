// Communities beside what is known: compared with an attribute of the entities, and scored one by one.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "cli/option.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"

namespace summitry::cli {

// --truth, --scores and --set.
[[nodiscard]] OptionList comparison_options();

// Adds what was asked for. Throws UsageError and UnknownName.
void add_comparison(const Arguments& arguments, const Network& network, const Graph& graph,
                    const Run& run, NamedPartition& found);

// The tables for people, "" when nothing was asked for; of `top` rows each (0: all).
[[nodiscard]] std::string comparison_text(const NamedPartition& found, std::size_t top);

}  // namespace summitry::cli
