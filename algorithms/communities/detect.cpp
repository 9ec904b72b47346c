#include "algorithms/communities/detect.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/communities/agreement.hpp"
#include "algorithms/communities/modularity.hpp"
#include "algorithms/communities/profile.hpp"
#include "algorithms/communities/resolution.hpp"
#include "engine/number.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

std::vector<Partition> run_all(const CommunityMethod& method, const Graph& graph,
                               const DetectOptions& options, const Run& run) {
  std::vector<Partition> partitions(options.runs);
  parallel_blocks(options.runs, 1, run, "communities", [&](const Block& block) {
    Run single;
    single.threads = 1;
    single.cancel = run.cancel;
    single.seed = block.index == 0 ? run.seed : Random(run.seed, block.index).next();
    partitions[block.index] = method.compute(graph, options.parameters, single);
  });
  return partitions;
}

// Different partitions, each with how many runs ended there, in the order of their first run.
struct Variant {
  const Partition* partition = nullptr;
  std::size_t runs = 0;
};

std::vector<Variant> variants_of(const std::vector<Partition>& partitions) {
  std::map<std::vector<std::uint32_t>, std::size_t> seen;
  std::vector<Variant> variants;
  for (const Partition& partition : partitions) {
    const auto [place, is_new] = seen.emplace(partition.community, variants.size());
    if (is_new) variants.push_back({&partition, 0});
    ++variants[place->second].runs;
  }
  return variants;
}

double mean_agreement(const std::vector<Variant>& variants, std::size_t runs) {
  double sum = 0.0;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const double same = static_cast<double>(variants[i].runs);
    sum += 0.5 * same * (same - 1.0);
    for (std::size_t k = i + 1; k < variants.size(); ++k) {
      sum +=
          same * static_cast<double>(variants[k].runs) *
          adjusted_rand_index(variants[i].partition->community, variants[k].partition->community);
    }
  }
  const double all = static_cast<double>(runs);
  return sum / (0.5 * all * (all - 1.0));
}

// For each vertex the share of its community in `kept` that is with it in `other` as well.
void add_companions(const Partition& kept, const Partition& other, double times,
                    std::vector<double>& confidence) {
  std::vector<std::uint32_t> size_there(other.count, 0);
  for (const std::uint32_t c : other.community) ++size_there[c];
  std::vector<std::uint32_t> together(other.count, 0);
  for (const auto& group : members(kept)) {
    for (const VertexId v : group) ++together[other.community[v]];
    for (const VertexId v : group) {
      const std::uint32_t there = other.community[v];
      const double others = static_cast<double>(group.size()) - 1.0;
      const double share = group.size() > 1 ? (together[there] - 1.0) / others
                                            : (size_there[there] == 1 ? 1.0 : 0.0);
      confidence[v] += times * share;
    }
    for (const VertexId v : group) together[other.community[v]] = 0;
  }
}

NamedPartition::Stability stability_of(const std::vector<Partition>& partitions,
                                       const Partition& best) {
  const auto variants = variants_of(partitions);
  NamedPartition::Stability stability;
  stability.runs = partitions.size();
  stability.distinct = variants.size();
  stability.mean_agreement = mean_agreement(variants, partitions.size());
  stability.stable = stability.mean_agreement >= 0.9;
  stability.quality_min = stability.quality_max = best.quality.value_or(0.0);
  stability.confidence.assign(best.community.size(), 0.0);
  for (const Variant& variant : variants) {
    const double quality = variant.partition->quality.value_or(0.0);
    stability.quality_min = std::min(stability.quality_min, quality);
    add_companions(best, *variant.partition, static_cast<double>(variant.runs),
                   stability.confidence);
  }
  for (double& share : stability.confidence) share /= static_cast<double>(partitions.size());
  return stability;
}

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

}  // namespace

NamedPartition detect_communities(const Graph& graph, const DetectOptions& asked, const Run& run) {
  if (asked.runs < 1) refuse_option("communities", "runs", ">= 1", option_text(asked.runs));
  const CommunityMethod& method = community_method(asked.method);
  const auto [options, notes] = resolved(graph, asked, run);
  NamedPartition result;
  result.name = method.name;
  result.title = method.title;
  result.reference = method.reference;
  result.parameters = method.complete(options.parameters);
  result.quality_name = value_of(result.parameters, "quality", method.quality);
  result.parameters.insert(result.parameters.end(), notes.begin(), notes.end());
  result.parameters.emplace_back("runs", option_text(options.runs));
  result.parameters.emplace_back("seed", std::to_string(run.seed));

  const std::vector<Partition> partitions = run_all(method, graph, options, run);
  const auto best = std::max_element(partitions.begin(), partitions.end(),
                                     [](const Partition& a, const Partition& b) {
                                       return a.quality.value_or(0.0) < b.quality.value_or(0.0);
                                     });
  result.partition = *best;
  result.modularity = modularity(graph, *best);
  result.communities = community_profile(graph, *best);
  if (options.runs > 1) result.stability = stability_of(partitions, *best);
  return result;
}

}  // namespace summitry
