#include "algorithms/communities/portraits/series_description.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "algorithms/communities/portraits/description.hpp"
#include "engine/partition.hpp"

namespace summitry {
namespace {

std::uint32_t usual_community(const Itinerary& one) {
  std::map<std::uint32_t, std::size_t> times;
  for (const std::uint32_t c : one.communities) ++times[c];
  std::uint32_t usual = one.communities.back();
  for (const std::uint32_t c : one.communities) {
    if (times[c] > times[usual]) usual = c;
  }
  return usual;
}

// The edges of all slices between entities, a vertex for each itinerary.
Graph all_together(std::span<const Graph> slices, std::span<const Itinerary> itineraries) {
  GraphParts parts;
  parts.vertices = static_cast<VertexId>(itineraries.size());
  std::map<std::uint32_t, VertexId> vertex;
  for (const Itinerary& one : itineraries) {
    vertex.emplace(one.entity, static_cast<VertexId>(parts.entities.size()));
    parts.entities.push_back(one.entity);
  }
  for (const Graph& slice : slices) {
    if (slice.vertex_count() == 0) continue;
    parts.direction = slice.directed() ? Direction::directed : Direction::undirected;
    parts.meaning = slice.weight_meaning();
    for (const Edge& edge : slice.edges()) {
      parts.edges.push_back(
          {vertex.at(slice.entity(edge.source)), vertex.at(slice.entity(edge.target))});
    }
    const std::vector<double> weights = slice.edge_weights();
    parts.weights.insert(parts.weights.end(), weights.begin(), weights.end());
  }
  return Graph(std::move(parts));
}

}  // namespace

std::vector<Description> series_descriptions(const Network& network, std::span<const Graph> slices,
                                             const SlicedPartition& partition,
                                             std::span<const Itinerary> itineraries,
                                             std::span<const RelationIndex> relations) {
  std::vector<Description> descriptions(partition.count);
  if (itineraries.empty()) return descriptions;
  std::vector<std::uint32_t> usual;
  for (const Itinerary& one : itineraries) usual.push_back(usual_community(one));
  const Partition entities = canonical(usual);
  auto found =
      community_descriptions(network, all_together(slices, itineraries), entities, relations);
  for (std::size_t i = 0; i < usual.size(); ++i) {
    Description& from = found[entities.community[i]];
    if (!from.name.empty()) descriptions[usual[i]] = std::exchange(from, {});
  }
  return descriptions;
}

}  // namespace summitry
