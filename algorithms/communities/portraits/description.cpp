#include "algorithms/communities/portraits/description.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "algorithms/communities/portraits/description_name.hpp"
#include "algorithms/communities/portraits/traits.hpp"
#include "algorithms/continuity/statistics/hypergeometric.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

using communities::Shared;

constexpr std::size_t kSmallest = 3;  // members of a community that is looked at

void check(const Graph& graph, const Partition& partition, const DescriptionOptions& options) {
  if (!(options.significance > 0.0 && options.significance < 1.0)) {
    refuse_option("description", "significance", "in (0, 1)", option_text(options.significance));
  }
  if (partition.community.size() != graph.vertex_count()) {
    refuse_option("description", "partition", "one label a vertex",
                  option_text(partition.community.size()));
  }
}

// Weight of the edges to vertices of the same community, both ways; loops aside.
double inside_weight(const Graph& graph, const Partition& partition, VertexId v) {
  const auto sum = [&](std::span<const VertexId> ends, std::span<const double> weights) {
    double total = 0.0;
    for (std::size_t k = 0; k < ends.size(); ++k) {
      if (ends[k] == v || partition.community[ends[k]] != partition.community[v]) continue;
      total += weights.empty() ? 1.0 : weights[k];
    }
    return total;
  };
  const double out = sum(graph.out(v), graph.out_weights(v));
  return graph.directed() ? out + sum(graph.in(v), graph.in_weights(v)) : out;
}

std::vector<VertexId> leading(const Graph& graph, const Partition& partition,
                              std::vector<VertexId> members, std::size_t most) {
  std::vector<std::pair<double, VertexId>> order;
  order.reserve(members.size());
  for (const VertexId v : members) order.emplace_back(-inside_weight(graph, partition, v), v);
  std::sort(order.begin(), order.end());
  members.clear();
  for (std::size_t i = 0; i < std::min(most, order.size()); ++i) members.push_back(order[i].second);
  return members;
}

struct Found {
  std::uint32_t community = 0;
  Trait trait;
};

// Every trait that a community has more often than expected, with its p; any other's is not small.
std::vector<Found> over_represented(const std::vector<Shared>& shared, const Partition& partition,
                                    const std::vector<std::size_t>& size) {
  std::vector<Found> found;
  std::vector<std::size_t> inside(partition.count, 0);
  const double n = static_cast<double>(partition.community.size());
  for (const Shared& one : shared) {
    std::vector<std::uint32_t> touched;
    for (const VertexId v : one.vertices) {
      if (inside[partition.community[v]]++ == 0) touched.push_back(partition.community[v]);
    }
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t c : touched) {
      const std::size_t count = std::exchange(inside[c], 0);
      const double expected = static_cast<double>(one.trait.size * size[c]) / n;
      if (size[c] < kSmallest || static_cast<double>(count) <= expected) continue;
      Found next{c, one.trait};
      next.trait.inside = count;
      next.trait.expected = expected;
      next.trait.p =
          hypergeometric_overlap(partition.community.size(), one.trait.size, size[c], count)
              .upper_tail;
      found.push_back(std::move(next));
    }
  }
  return found;
}

// Benjamini and Hochberg: the smallest rate of false discoveries at which each would be one.
void adjust(std::vector<Found>& found, double tests) {
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return found[a].trait.p < found[b].trait.p;
  });
  double least = 1.0;
  for (std::size_t i = order.size(); i > 0; --i) {
    Trait& trait = found[order[i - 1]].trait;
    least = std::min(least, trait.p * tests / static_cast<double>(i));
    trait.p_adjusted = least;
  }
}

bool more_surprising(const Trait& a, const Trait& b) {
  if (a.p != b.p) return a.p < b.p;
  if (a.inside != b.inside) return a.inside > b.inside;
  return a.size < b.size;
}

}  // namespace

std::vector<Description> community_descriptions(const Network& network, const Graph& graph,
                                                const Partition& partition,
                                                std::span<const RelationIndex> relations,
                                                const DescriptionOptions& options) {
  check(graph, partition, options);
  const auto groups = members(partition);
  std::vector<Description> descriptions(groups.size());
  std::vector<std::size_t> size;
  double tested = 0.0;
  for (std::size_t c = 0; c < groups.size(); ++c) {
    descriptions[c].top_members = leading(graph, partition, groups[c], options.top_members);
    size.push_back(groups[c].size());
    tested += groups[c].size() >= kSmallest ? 1.0 : 0.0;
  }
  const std::vector<Shared> shared =
      communities::shared_traits(network, graph, relations, {.most_values = options.most_values});
  std::vector<Found> found = over_represented(shared, partition, size);
  adjust(found, tested * static_cast<double>(shared.size()));
  for (Found& one : found) {
    if (one.trait.p_adjusted >= options.significance) continue;
    descriptions[one.community].traits.push_back(std::move(one.trait));
  }
  for (Description& one : descriptions) {
    std::stable_sort(one.traits.begin(), one.traits.end(), more_surprising);
  }
  communities::name_communities(network, graph, groups, descriptions);
  for (Description& one : descriptions) {
    if (one.traits.size() > options.most_traits) one.traits.resize(options.most_traits);
  }
  return descriptions;
}

}  // namespace summitry
