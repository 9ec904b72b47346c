#include "algorithms/communities/trust/stability.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/communities/agreement/against.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/inference/quantile.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

using Stability = NamedPartition::Stability;
using Partitions = std::span<const Partition>;

double quality_of_run(const Partition& partition) {
  return partition.quality.value_or(0.0);
}

double mean_agreement(Partitions partitions, const std::vector<Variant>& variants, const Run& run) {
  std::vector<double> rows(variants.size(), 0.0);
  parallel_blocks(variants.size(), 1, run, "agreement of runs", [&](const Block& block) {
    const std::size_t i = block.index;
    const double same = static_cast<double>(variants[i].runs);
    Against against(partitions[variants[i].run]);
    rows[i] = 0.5 * same * (same - 1.0);
    for (std::size_t k = i + 1; k < variants.size(); ++k) {
      const double agreement = against.to(partitions[variants[k].run]).agreement;
      rows[i] += same * static_cast<double>(variants[k].runs) * agreement;
    }
  });
  const double all = static_cast<double>(partitions.size());
  return std::accumulate(rows.begin(), rows.end(), 0.0) / (0.5 * all * (all - 1.0));
}

// For each vertex the share of its community in `kept` that is with it in `other` as well.
void add_companions(const std::vector<std::vector<std::uint32_t>>& groups, const Partition& other,
                    double times, std::vector<double>& confidence) {
  std::vector<std::uint32_t> size_there(other.count, 0);
  for (const std::uint32_t c : other.community) ++size_there[c];
  std::vector<std::uint32_t> together(other.count, 0);
  for (const auto& group : groups) {
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

void set_confidence(Partitions partitions, const std::vector<Variant>& variants,
                    const Partition& kept, Stability& stability) {
  const auto groups = members(kept);
  std::vector<double>& confidence = stability.confidence;
  confidence.assign(kept.community.size(), 0.0);
  for (const Variant& variant : variants) {
    add_companions(groups, partitions[variant.run], static_cast<double>(variant.runs), confidence);
  }
  for (double& share : confidence) share /= static_cast<double>(partitions.size());
  for (VertexId v = 0; v < confidence.size(); ++v) {
    if (confidence[v] < kSure) stability.wavering.push_back(v);
  }
  std::stable_sort(stability.wavering.begin(), stability.wavering.end(),
                   [&](VertexId u, VertexId v) { return confidence[u] < confidence[v]; });
}

void set_qualities(Partitions partitions, Stability& stability) {
  std::vector<double> qualities;
  for (const Partition& partition : partitions) qualities.push_back(quality_of_run(partition));
  std::sort(qualities.begin(), qualities.end());
  const double n = static_cast<double>(qualities.size());
  const double mean = std::accumulate(qualities.begin(), qualities.end(), 0.0) / n;
  double squares = 0.0;
  for (const double quality : qualities) squares += (quality - mean) * (quality - mean);
  stability.quality_min = qualities.front();
  stability.quality_lower = quantile(qualities, 0.25);
  stability.quality_median = quantile(qualities, 0.5);
  stability.quality_upper = quantile(qualities, 0.75);
  stability.quality_max = qualities.back();
  stability.quality_sd =
      qualities.front() == qualities.back() ? 0.0 : std::sqrt(squares / (n - 1.0));
}

std::vector<double> distances(const Partition& from, Partitions partitions,
                              const std::vector<Variant>& variants) {
  Against against(from);
  std::vector<double> result;
  result.reserve(variants.size());
  for (const Variant& variant : variants) {
    result.push_back(against.to(partitions[variant.run]).distance);
  }
  return result;
}

void set_distances(const std::vector<double>& distance, const std::vector<Variant>& variants,
                   double runs, Stability& stability) {
  for (std::size_t i = 0; i < variants.size(); ++i) {
    stability.distance_mean += static_cast<double>(variants[i].runs) * distance[i] / runs;
    stability.distance_farthest = std::max(stability.distance_farthest, distance[i]);
    if (distance[i] == 0.0) continue;
    if (stability.distance_nearest == 0.0 || distance[i] < stability.distance_nearest) {
      stability.distance_nearest = distance[i];
    }
  }
}

std::vector<Solution> solutions_of(Partitions partitions, const std::vector<Variant>& variants,
                                   const std::vector<double>& from_kept, const Run& run) {
  std::vector<std::size_t> order(variants.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return quality_of_run(partitions[variants[a].run]) >
           quality_of_run(partitions[variants[b].run]);
  });
  std::vector<bool> taken(variants.size(), false);
  std::vector<Solution> solutions;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (taken[order[i]]) continue;
    run.check();
    const Partition& centre = partitions[variants[order[i]].run];
    Solution solution;
    solution.communities = centre.count;
    solution.quality = quality_of_run(centre);
    solution.distance = from_kept[order[i]];
    Against against(centre);
    for (std::size_t k = i; k < order.size(); ++k) {
      const Variant& variant = variants[order[k]];
      if (taken[order[k]]) continue;
      if (k > i && against.to(partitions[variant.run]).distance > kNearlySame) continue;
      taken[order[k]] = true;
      solution.runs += variant.runs;
      ++solution.distinct;
    }
    solutions.push_back(solution);
  }
  // That of the partition kept comes first, whichever is nearest to it, then by runs.
  const auto nearest = std::min_element(
      solutions.begin(), solutions.end(),
      [](const Solution& a, const Solution& b) { return a.distance < b.distance; });
  std::rotate(solutions.begin(), nearest, nearest + 1);
  std::stable_sort(solutions.begin() + 1, solutions.end(),
                   [](const Solution& a, const Solution& b) { return a.runs > b.runs; });
  return solutions;
}

}  // namespace

double mean_agreement(std::span<const Partition> partitions, const Run& run) {
  if (partitions.size() < 2) return 1.0;
  return mean_agreement(partitions, variants_of(partitions), run);
}

NamedPartition::Stability stability_of(std::span<const Partition> partitions, const Partition& kept,
                                       const Run& run) {
  const std::vector<Variant> variants = variants_of(partitions);
  Stability stability;
  stability.runs = partitions.size();
  stability.distinct = variants.size();
  stability.mean_agreement = mean_agreement(partitions, variants, run);
  stability.stable = stability.mean_agreement >= kStable;
  set_qualities(partitions, stability);
  set_confidence(partitions, variants, kept, stability);
  const std::vector<double> distance = distances(kept, partitions, variants);
  set_distances(distance, variants, static_cast<double>(partitions.size()), stability);
  stability.solutions = solutions_of(partitions, variants, distance, run);
  return stability;
}

}  // namespace summitry::communities
