// Communities beside what is known: compared with an attribute of the entities, or with a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "algorithms/communities/agreement/truth.hpp"
#include "cli/arguments.hpp"
#include "cli/option.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"

namespace summitry::cli {

// --truth, --scores and --set.
[[nodiscard]] OptionList comparison_options();

// What --truth names, by vertex; nothing when it was not given. A name that ends with .csv is a file's,
// which has a row for every entity of the graph. Throws UsageError and UnknownName for an attribute,
// LoadError for a file.
[[nodiscard]] std::optional<KnownGroups> read_truth(const Arguments& arguments,
                                                    const Network& network, const Graph& graph);

// The tables for people, "" when nothing was asked for; of `top` rows each (0: all).
[[nodiscard]] std::string comparison_text(const NamedPartition& found, std::size_t top);

}  // namespace summitry::cli
