#include "algorithms/continuity/continuity.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "algorithms/continuity/comparison.hpp"
#include "algorithms/continuity/host_chain.hpp"
#include "algorithms/continuity/null_models.hpp"
#include "algorithms/continuity/rosters.hpp"
#include "algorithms/continuity/uptakes.hpp"
#include "algorithms/options.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 3> kNullModels = {"hypergeometric", "curveball", "none"};

void require_used(std::string_view what, const std::vector<std::string>& names,
                  const std::vector<Counted>& in_use) {
  std::vector<std::string_view> known;
  known.reserve(in_use.size());
  for (const Counted& item : in_use) known.push_back(item.name);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw UnknownName(unknown_name(what, name, known));
  }
}

void check(const Network& network, const ContinuityOptions& options) {
  require_used("relation type", options.participation, network.relation_types());
  require_used("kind", options.kinds, network.kinds());
  if (std::find(kNullModels.begin(), kNullModels.end(), options.null_model) == kNullModels.end()) {
    throw UnknownName(unknown_name("null model", options.null_model, kNullModels));
  }
  if (options.samples < 1) refuse_option("continuity", "samples", ">= 1", "0");
  if (options.statuses.empty()) {
    refuse_option("continuity", "statuses", "at least one status", "none");
  }
  if (options.universe && options.null_model != "hypergeometric") {
    refuse_option("continuity", "universe", "left out unless the null model is hypergeometric",
                  option_text(*options.universe));
  }
}

// Every earlier and later edition, and among them the neighbours.
void compare_editions(Continuity& result) {
  const auto& editions = result.editions;
  std::vector<EntityIndex> earlier;
  for (std::size_t from = 0; from < editions.size(); ++from) {
    const auto& before = editions[from].participants;
    for (std::size_t to = from + 1; to < editions.size(); ++to) {
      Transition pair = compare_rosters(before, editions[to].participants, earlier);
      pair.from = from;
      pair.to = to;
      result.all_pairs.push_back(pair);
      if (to == from + 1) result.transitions.push_back(pair);
    }
    std::vector<EntityIndex> seen;
    std::set_union(earlier.begin(), earlier.end(), before.begin(), before.end(),
                   std::back_inserter(seen));
    earlier = std::move(seen);
  }
}

void add_expectations(Continuity& result, const ContinuityOptions& options, const Run& run) {
  const std::size_t seen = result.entities.size();
  if (options.null_model == "hypergeometric") {
    const std::size_t universe = options.universe.value_or(seen);
    if (universe < seen) {
      refuse_option("continuity", "universe",
                    "at least the " + option_text(seen) + " who took part at some edition",
                    option_text(universe));
    }
    expect_by_hypergeometric(result, universe);
  } else if (options.null_model == "curveball") {
    result.samples = options.samples;
    expect_by_curveball(result, options.samples, run);
  }
}

}  // namespace

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
  result.editions = rosters(network, series, {result.participation, options.kinds, evidence});
  result.entities = attendance(result.editions);
  compare_editions(result);
  add_expectations(result, options, run);
  result.hosts = host_chain(network, series, evidence);
  Uptakes found = uptakes(network, series, evidence);
  result.uptakes = std::move(found.uptakes);
  result.not_taken_up = std::move(found.not_taken_up);
  return result;
}

}  // namespace summitry
