// Which figures are computed, and their computation, as several commands share it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "algorithms/catalogue.hpp"
#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/input.hpp"
#include "engine/results.hpp"

namespace summitry::cli {

struct ChosenMeasure {
  const Measure* measure = nullptr;
  Parameters parameters;
  Parameters shown;  // parameters as people say them, where that differs: entities by id
};

struct MeasureChoice {
  std::vector<ChosenMeasure> measures;
  bool all = false;  // asked for as `all`: what the graph does not allow is left out with a note
  bool normalized = false;
  bool per_component = false;
  bool centralisation = false;
};

// Throws UnknownName and UsageError: a name, a measure or an option that there is not, and measures of
// entities together with measures of edges.
[[nodiscard]] MeasureChoice chosen_measures(const Arguments& arguments);
[[nodiscard]] MeasureChoice named_measures(const Arguments& arguments,
                                           const std::vector<std::string_view>& names);

// For those who show figures by entity. Throws UsageError when the measures are of edges.
void require_entities(const MeasureChoice& choice, std::string_view command);

// Gives PageRank the entities of --personalised. Throws UsageError and UnknownName.
void personalise(MeasureChoice& choice, const Arguments& arguments, const Network& network,
                 const Graph& graph);

// Says what will take long, what did not converge and what was left out; when stopped, what was done
// until then.
[[nodiscard]] std::vector<NamedScores> compute_measures(const MeasureChoice& choice,
                                                        const Graph& graph, const Run& run,
                                                        Console& console);

// Says where a method gave up before its end, and by `outcome` what that makes of the result.
void tell_convergence(std::string_view name, const std::optional<Convergence>& convergence,
                      std::string_view outcome, Console& console);

}  // namespace summitry::cli
