#include "exporters/series_communities.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "exporters/csv.hpp"
#include "exporters/json_parts.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

const std::string& edition_id(const Network& network, const SeriesCommunities& communities,
                              std::uint32_t slice) {
  return network.entity(communities.editions[slice]).id;
}

void write_editions(JsonWriter& json, const Network& network,
                    const SeriesCommunities& communities) {
  json.key("editions");
  json.begin_array();
  for (std::size_t s = 0; s < communities.editions.size(); ++s) {
    const Entity& edition = network.entity(communities.editions[s]);
    json.begin_object(Layout::line);
    json.field("id", edition.id);
    json.field("name", edition.name);
    json.field("vertices", communities.slices[s].vertex_count());
    json.field("edges", communities.slices[s].edge_count());
    json.end();
  }
  json.end();
}

// How many of each edition are in each community.
void write_communities(JsonWriter& json, const SeriesCommunities& communities) {
  std::vector<std::vector<std::size_t>> sizes(
      communities.found.count, std::vector<std::size_t>(communities.editions.size(), 0));
  for (std::size_t s = 0; s < communities.editions.size(); ++s) {
    for (const std::uint32_t c : communities.found.community[s]) ++sizes[c][s];
  }
  json.key("communities");
  json.begin_array();
  for (std::size_t c = 0; c < sizes.size(); ++c) {
    json.begin_object(Layout::line);
    json.field("id", c);
    const auto& descriptions = communities.descriptions;
    json.field("name", c < descriptions.size() ? descriptions[c].name : "");
    json.list("sizes", sizes[c]);
    json.end();
  }
  json.end();
}

void write_stability(JsonWriter& json, const SeriesCommunities& communities) {
  json.key("stability");
  if (!communities.found.stability) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  write_agreement(json, *communities.found.stability);
  json.end();
}

// By slice and entity: the vertex, counted through all slices.
std::vector<std::map<std::uint32_t, std::size_t>> places_of(const std::vector<Graph>& slices) {
  std::vector<std::map<std::uint32_t, std::size_t>> places(slices.size());
  std::size_t place = 0;
  for (std::size_t s = 0; s < slices.size(); ++s) {
    for (VertexId v = 0; v < slices[s].vertex_count(); ++v) {
      places[s].emplace(slices[s].entity(v), place++);
    }
  }
  return places;
}

void write_entities(JsonWriter& json, const Network& network,
                    const SeriesCommunities& communities) {
  const auto places = places_of(communities.slices);
  json.key("entities");
  json.begin_array();
  for (const Itinerary& one : communities.itineraries) {
    json.begin_object(Layout::line);
    write_identity(json, network.entity(one.entity));
    json.field("switches", one.switches);
    json.key("communities");
    json.begin_object(Layout::line);
    for (std::size_t i = 0; i < one.slices.size(); ++i) {
      json.field(edition_id(network, communities, one.slices[i]), one.communities[i]);
    }
    json.end();
    if (communities.found.stability) {
      json.key("confidence");
      json.begin_object(Layout::line);
      for (const std::uint32_t slice : one.slices) {
        json.field(edition_id(network, communities, slice),
                   communities.found.stability->confidence[places[slice].at(one.entity)]);
      }
      json.end();
    }
    json.end();
  }
  json.end();
}

}  // namespace

std::string series_communities_csv(const Network& network, const SeriesCommunities& communities) {
  std::string out = "id,kind,name,edition,community\n";
  for (const Itinerary& one : communities.itineraries) {
    const Entity& entity = network.entity(one.entity);
    for (std::size_t i = 0; i < one.slices.size(); ++i) {
      out += csv_line(std::array{entity.id, entity.kind, entity.name,
                                 edition_id(network, communities, one.slices[i]),
                                 std::to_string(one.communities[i])});
    }
  }
  return out;
}

std::string series_communities_json(const Network& network, const SeriesCommunities& communities,
                                    const Provenance& provenance) {
  JsonWriter json;
  json.begin_object();
  write_head(json, network, provenance);
  json.field("method", "multislice");
  json.field("series", communities.series);
  write_parameters(json, "parameters", communities.parameters);
  json.field("reference", communities.reference);
  write_convergence(json, communities.found.convergence);
  json.field("quality_function", "multislice-modularity");
  json.field("quality", communities.found.quality);
  write_stability(json, communities);
  write_editions(json, network, communities);
  write_communities(json, communities);
  write_entities(json, network, communities);
  json.end();
  return json.take();
}

}  // namespace summitry
