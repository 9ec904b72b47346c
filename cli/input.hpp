// From Arguments to what commands work on: a Network read from INPUT, and the Graph selected from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"
#include "engine/selection.hpp"
#include "loaders/load.hpp"

namespace summitry::cli {

struct Subject {
  Network network;
  std::vector<RelationIndex> relations;  // those that are selected
  Graph graph;
  Provenance provenance;
};

[[nodiscard]] std::optional<Direction> direction_of(const Arguments& arguments);
[[nodiscard]] LoadOptions load_options(const Arguments& arguments, const Console& console);

// Reads INPUT; tells the first few warnings and their number. Throws LoadError.
[[nodiscard]] Network read_network(const Arguments& arguments, Console& console);

// Throws UsageError for a date that is none and for options that exclude each other.
[[nodiscard]] Selection selection_of(const Arguments& arguments);

// As selection_of(), with what the network must be known for: --without.
[[nodiscard]] Selection selection_of(const Arguments& arguments, const Network& network);

// Selects, and projects and converts weights when asked to.
[[nodiscard]] Graph graph_of(const Network& network, const Selection& selection,
                             const Arguments& arguments);

// Those that the selection takes, what stands behind acts dropped when asked to.
[[nodiscard]] std::vector<RelationIndex> relations_of(const Network& network,
                                                      const Selection& selection,
                                                      const Arguments& arguments);

// The selection in words; what is left out is told as it was asked for, not as the long list of all
// that remains.
[[nodiscard]] Parameters selection_words(const Network& network, const Selection& selection,
                                         const Arguments& arguments);

// Selects, projects, and says how much was kept.
[[nodiscard]] Subject subject_of(const std::string& command, const Arguments& arguments,
                                 Network network, Console& console);
// Reads first.
[[nodiscard]] Subject read_subject(const std::string& command, const Arguments& arguments,
                                   Console& console);

// The command line that gives the same figures, without places and ways of working.
[[nodiscard]] std::string reproducing_command(const std::string& command,
                                              const Arguments& arguments,
                                              const std::string& output = "");

}  // namespace summitry::cli
