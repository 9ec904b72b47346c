#include "algorithms/communities/trust/detect.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "algorithms/catalogue.hpp"
#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/portraits/profile.hpp"
#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/resolutions/resolution.hpp"
#include "algorithms/communities/trust/beyond_chance.hpp"
#include "algorithms/communities/trust/co_membership.hpp"
#include "algorithms/communities/trust/consensus.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/communities/trust/stability.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

using namespace communities;

constexpr VertexId kAllPairs = 100;  // vertices up to which pairs are given unasked
constexpr double kPairsFrom = 0.1;

std::string value_of(const Parameters& parameters, std::string_view name,
                     std::string_view otherwise) {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return std::string(otherwise);
}

// The options with a resolution of "auto" replaced by one that was found, and where it was found.
std::pair<DetectOptions, Parameters> resolved(const Graph& graph, const DetectOptions& asked,
                                              const Run& run) {
  DetectOptions options = asked;
  Parameters notes;
  for (auto& [name, value] : options.parameters) {
    if (name != "resolution" || value != "auto") continue;
    const Plateau plateau = longest_plateau(graph, asked, run);
    value = shortest(plateau.resolution);
    const std::string range = shortest(plateau.from) + " to " + shortest(plateau.to);
    notes.emplace_back("resolution-plateau", plateau.from < plateau.to ? range : "none found");
  }
  return {std::move(options), std::move(notes)};
}

// What the runs came to.
struct Runs {
  const CommunityMethod& method;
  DetectOptions options;  // with the resolution that was used
  Parameters notes;
  std::vector<Partition> partitions;
  Partition kept;
};

// By what the method optimises, of a partition that it did not find itself.
std::optional<double> quality_by(const CommunityMethod& method, const Parameters& given,
                                 const Graph& graph, std::span<const std::uint32_t> community) {
  const Parameters complete = method.complete(given);
  if (method.quality_of) {
    const double quality = method.quality_of(graph, complete, community);
    return std::isnan(quality) ? std::nullopt : std::optional(quality);
  }
  Quality quality = Quality::modularity;
  double resolution = 1.0;
  // A method without these options has their defaults.
  for (const auto& [name, value] : complete) {
    if (name == "quality") std::ignore = read_option(value, quality);
    if (name == "resolution") std::ignore = read_option(value, resolution);
  }
  return quality_of(quality, graph, community, resolution);
}

Runs make_runs(const Graph& graph, const DetectOptions& asked, const Run& run) {
  if (asked.runs) check_runs("communities", *asked.runs, graph.vertex_count());
  const CommunityMethod& method = community_method(asked.method);
  auto [options, notes] = resolved(graph, asked, run);
  if (!options.runs || !method.random) options.runs = runs_for(graph, method);
  Runs runs{method, std::move(options), std::move(notes), {}, {}};
  runs.partitions = run_many(method, graph, runs.options.parameters, *runs.options.runs, run);
  if (asked.keep == Keep::best || !method.random) {
    runs.kept = runs.partitions[best_of(runs.partitions)];
    return runs;
  }
  runs.kept = consensus(graph, runs.partitions, {}, run);
  runs.kept.quality = quality_by(method, runs.options.parameters, graph, runs.kept.community);
  return runs;
}

Parameters parameters_of(const Runs& runs, const Run& run) {
  Parameters parameters = runs.method.complete(runs.options.parameters);
  parameters.insert(parameters.end(), runs.notes.begin(), runs.notes.end());
  parameters.emplace_back("runs", option_text(*runs.options.runs));
  parameters.emplace_back("seed", std::to_string(run.seed));
  return parameters;
}

void add_trust(const Graph& graph, const Runs& runs, const Run& run, NamedPartition& result) {
  const DetectOptions& options = runs.options;
  // Where there is nothing to divide, runs agree on nothing.
  if (runs.partitions.size() > 1 && runs.kept.quality) {
    result.stability = stability_of(runs.partitions, runs.kept, run);
    if (result.kept == "consensus") {
      const Partition& best = runs.partitions[best_of(runs.partitions)];
      result.stability->consensus_agreement =
          adjusted_rand_index(best.community, runs.kept.community);
    }
  }
  const bool few = graph.vertex_count() <= kAllPairs && runs.partitions.size() > 1;
  if (options.together || few) {
    result.together =
        co_membership(runs.partitions, {.from = options.together.value_or(kPairsFrom)}, run);
  }
  if (options.random_graphs > 0) {
    result.beyond_chance = beyond_chance(runs.method, graph, options.parameters, runs.partitions,
                                         options.random_graphs, run);
  }
}

}  // namespace

NamedPartition detect_communities(const Graph& graph, const DetectOptions& asked, const Run& run) {
  Runs runs = make_runs(graph, asked, run);
  NamedPartition result;
  result.name = runs.method.name;
  result.title = runs.method.title;
  result.reference = runs.method.reference;
  result.parameters = parameters_of(runs, run);
  result.quality_name = value_of(result.parameters, "quality", runs.method.quality_name);
  result.random = runs.method.random;
  result.kept = asked.keep == Keep::consensus && runs.method.random ? "consensus" : "best";
  result.modularity = modularity(graph, runs.kept);
  result.communities = community_profile(graph, runs.kept);
  add_trust(graph, runs, run, result);
  result.partition = std::move(runs.kept);
  return result;
}

Partition kept_partition(const Graph& graph, const DetectOptions& options, const Run& run) {
  return make_runs(graph, options, run).kept;
}

}  // namespace summitry
