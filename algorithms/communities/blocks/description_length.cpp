#include "algorithms/communities/blocks/description_length.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "algorithms/communities/blocks/log_factorials.hpp"
#include "algorithms/communities/proofs/restricted_partitions.hpp"
#include "algorithms/options.hpp"
#include "engine/partition.hpp"

namespace summitry {
namespace communities {
namespace {

// Edges between the vertices of `graph`, whether they are vertices or groups: the sum of ln A_ij! and
// ln A_ii!!.
double log_ways_of_edges(const CountedGraph& graph, const LogFactorials& log_factorial) {
  double sum = 0.0;
  for (VertexId r = 0; r < graph.count(); ++r) {
    sum += log_factorial(graph.loops[r]);
    if (!graph.directed) sum += static_cast<double>(graph.loops[r]) * std::numbers::ln2;
    const auto targets = graph.neighbours(r);
    const auto out = graph.leaving(r);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (graph.directed || targets[k] > r) sum += log_factorial(out[k]);
    }
  }
  return sum;
}

double log_ways_of_ends(const CountedGraph& graph, const LogFactorials& log_factorial) {
  double sum = 0.0;
  for (const std::int64_t ends : graph.out_ends) sum += log_factorial(ends);
  for (const std::int64_t ends : graph.in_ends) sum += log_factorial(ends);
  return sum;
}

double log_choices_of_ends(const CountedGraph& groups) {
  double sum = 0.0;
  for (VertexId r = 0; r < groups.count(); ++r) {
    const std::int64_t ends = groups.out_ends[r] + (groups.directed ? groups.in_ends[r] : 0);
    sum += static_cast<double>(ends) * std::log(static_cast<double>(groups.size[r]));
  }
  return sum;
}

double degree_length(const CountedGraph& groups, const LogFactorials& log_factorial) {
  std::vector<PartitionsAsked> asked;
  double sum = 0.0;
  for (VertexId r = 0; r < groups.count(); ++r) {
    asked.push_back({groups.out_ends[r], groups.size[r]});
    if (groups.directed) asked.push_back({groups.in_ends[r], groups.size[r]});
    sum += (groups.directed ? 2.0 : 1.0) * log_factorial(groups.size[r]);
    for (const auto& [degree_class, count] : groups.degrees_of(r)) sum -= log_factorial(count);
  }
  for (const double log_count : log_restricted_partitions(asked)) sum += log_count;
  return sum;
}

double partition_length(const CountedGraph& groups, const LogFactorials& log_factorial) {
  const std::int64_t n = groups.vertices;
  double sum = std::log(static_cast<double>(n)) + log_factorial.choose(n - 1, groups.count() - 1) +
               log_factorial(n);
  for (const std::int64_t size : groups.size) sum -= log_factorial(size);
  return sum;
}

}  // namespace

double log_edge_choices(const LogFactorials& log_factorial, std::int64_t groups, std::int64_t edges,
                        bool directed) {
  const std::int64_t pairs = directed ? groups * groups : groups * (groups + 1) / 2;
  return log_factorial.choose(pairs + edges - 1, edges);
}

DescriptionLength varying_length(const CountedGraph& graph, std::span<const std::uint32_t> group,
                                 std::uint32_t count, Degrees degrees,
                                 const LogFactorials& log_factorial) {
  DescriptionLength length;
  if (graph.vertices == 0) return length;
  const CountedGraph groups = condense(graph, group, count);
  length.graph = -log_ways_of_edges(groups, log_factorial);
  if (degrees == Degrees::corrected) {
    length.graph += log_ways_of_ends(groups, log_factorial);
    length.degrees = degree_length(groups, log_factorial);
  } else {
    length.graph += log_choices_of_ends(groups);
  }
  length.edges = log_edge_choices(log_factorial, count, graph.edges, graph.directed);
  length.partition = partition_length(groups, log_factorial);
  return length;
}

}  // namespace communities

DescriptionLength description_length(const Graph& graph, std::span<const std::uint32_t> community,
                                     Degrees degrees) {
  if (community.size() != graph.vertex_count()) {
    refuse_option("description-length", "community", "one label a vertex",
                  option_text(community.size()) + " labels for " +
                      option_text(std::size_t{graph.vertex_count()}) + " vertices");
  }
  const auto counted = communities::count_edges(graph, "description-length");
  const Partition partition = canonical(community);
  const communities::LogFactorials log_factorial(2 * counted.edges + counted.vertices);
  DescriptionLength length = communities::varying_length(counted, partition.community,
                                                         partition.count, degrees, log_factorial);
  length.graph += communities::log_ways_of_edges(counted, log_factorial);
  if (degrees == Degrees::corrected) {
    length.graph -= communities::log_ways_of_ends(counted, log_factorial);
  }
  return length;
}

}  // namespace summitry
