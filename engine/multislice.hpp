// What multislice communities are: a community for every entity in every edition that it is in. Plain
// data, so that exporters and algorithms need not know one another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"
#include "engine/scores.hpp"

namespace summitry {

// The division of several Graphs, slices, at once.
struct SlicedPartition {
  std::vector<std::vector<std::uint32_t>> community;  // by slice and vertex
  std::uint32_t count = 0;                            // over all slices
  std::optional<double> quality;                      // multislice modularity
  std::optional<Convergence> convergence;
  std::size_t runs = 0;  // that were made
  // Over the runs; nothing for one run, nor without quality. `confidence` and `wavering` are by place: the vertices of all
  // slices, one after the other.
  std::optional<NamedPartition::Stability> stability;
};

// Who changed communities: an entity with the slices that it is in, in their order.
struct Itinerary {
  std::uint32_t entity = 0;  // Graph::entity()
  std::vector<std::uint32_t> slices;
  std::vector<std::uint32_t> communities;  // parallel to slices
  std::size_t switches = 0;                // between a slice and the next that it is in
};

// With all that an exporter must say of it.
struct SeriesCommunities {
  std::string series;
  std::vector<EntityIndex> editions;
  std::vector<Graph> slices;  // by edition
  std::string reference;
  std::vector<std::pair<std::string, std::string>> parameters;
  SlicedPartition found;
  std::vector<Description> descriptions;  // by community
  std::vector<Itinerary> itineraries;     // by entity
};

}  // namespace summitry
