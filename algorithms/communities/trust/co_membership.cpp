#include "algorithms/communities/trust/co_membership.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

constexpr std::size_t kRows = 32;  // vertices a block
constexpr double kMostPairs = 1e8;

void check(std::span<const Partition> partitions, double from) {
  if (!(from > 0.0 && from <= 1.0)) {
    refuse_option("co-membership", "from", "in (0, 1]", option_text(from));
  }
  const double runs = std::max(1.0, static_cast<double>(partitions.size()));
  const double n =
      partitions.empty() ? 0.0 : static_cast<double>(partitions.front().community.size());
  const double pairs = std::min(pairs_together(partitions) / runs / from, 0.5 * n * (n - 1.0));
  if (pairs > kMostPairs) {
    refuse_option("co-membership", "from",
                  "high enough for at most 100 million pairs, and of these communities there may "
                  "be " +
                      option_text(std::floor(pairs)),
                  option_text(from));
  }
}

}  // namespace

double pairs_together(std::span<const Partition> partitions) {
  double sum = 0.0;
  for (const Partition& partition : partitions) {
    std::vector<double> size(partition.count, 0.0);
    for (const std::uint32_t c : partition.community) size[c] += 1.0;
    for (const double one : size) sum += 0.5 * one * (one - 1.0);
  }
  return sum;
}

Companions::Companions(std::span<const Partition> partitions) {
  for (const Variant& variant : variants_of(partitions)) {
    different_.push_back(&partitions[variant.run]);
    times_.push_back(static_cast<std::uint32_t>(variant.runs));
    members_.push_back(members(partitions[variant.run]));
  }
}

std::span<const Companions::Count> Companions::of(VertexId v, VertexId first,
                                                  Scratch& scratch) const {
  scratch.counts.clear();
  for (std::size_t i = 0; i < different_.size(); ++i) {
    if (scratch.runs.size() < different_[i]->community.size()) {
      scratch.runs.resize(different_[i]->community.size(), 0);
    }
    const auto& group = members_[i][different_[i]->community[v]];
    for (auto u = std::lower_bound(group.begin(), group.end(), first); u != group.end(); ++u) {
      if (*u == v) continue;
      if (scratch.runs[*u] == 0) scratch.counts.push_back({*u, 0});
      scratch.runs[*u] += times_[i];
    }
  }
  for (Count& count : scratch.counts) {
    count.runs = scratch.runs[count.vertex];
    scratch.runs[count.vertex] = 0;
  }
  std::sort(scratch.counts.begin(), scratch.counts.end(),
            [](const Count& a, const Count& b) { return a.vertex < b.vertex; });
  return scratch.counts;
}

std::uint32_t Companions::runs(VertexId u, VertexId v) const {
  std::uint32_t runs = 0;
  for (std::size_t i = 0; i < different_.size(); ++i) {
    if (different_[i]->community[u] == different_[i]->community[v]) runs += times_[i];
  }
  return runs;
}

CoMembership co_membership(std::span<const Partition> partitions,
                           const CoMembershipOptions& options, const Run& run) {
  check(partitions, options.from);
  CoMembership result;
  result.from = options.from;
  result.runs = partitions.size();
  if (partitions.empty()) return result;
  const Companions companions(partitions);
  const std::size_t n = partitions.front().community.size();
  const double all = static_cast<double>(partitions.size());
  std::vector<Companions::Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
  std::vector<std::vector<Together>> rows(block_count(n, kRows));
  parallel_blocks(n, kRows, run, "co-membership", [&](const Block& block) {
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const auto v = static_cast<VertexId>(i);
      for (const auto& [u, runs] : companions.of(v, v + 1, scratch[block.thread])) {
        const double share = runs / all;
        if (share >= options.from) rows[block.index].push_back({v, u, share});
      }
    }
  });
  for (std::vector<Together>& row : rows) {
    result.pairs.insert(result.pairs.end(), row.begin(), row.end());
    std::vector<Together>().swap(row);
  }
  return result;
}

}  // namespace summitry::communities
