// What the writers of a series as JSON share: ids of entities and editions, lists, sources.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network.hpp"
#include "engine/transitions.hpp"
#include "exporters/json_writer.hpp"

namespace summitry {

class SeriesWriter {
 protected:
  SeriesWriter(JsonWriter& json, const Network& network, const Continuity& continuity)
      : json_(json), network_(network), continuity_(continuity) {}

  [[nodiscard]] const std::string& id(EntityIndex entity) const {
    return network_.entity(entity).id;
  }
  [[nodiscard]] const std::string& edition(std::size_t position) const {
    return id(continuity_.editions[position].summit);
  }

  // An object a line for each item, its fields written by a member of the derived writer.
  template <class Writer, class Item>
  void write_all(const char* key, const std::vector<Item>& items,
                 void (Writer::*write_one)(const Item&)) {
    json_.key(key);
    json_.begin_array();
    for (const Item& item : items) {
      json_.begin_object(JsonWriter::Layout::line);
      (static_cast<Writer*>(this)->*write_one)(item);
      json_.end();
    }
    json_.end();
  }

  void write_ids(const char* key, const std::vector<EntityIndex>& entities) {
    json_.key(key);
    json_.begin_array(JsonWriter::Layout::line);
    for (const EntityIndex entity : entities) json_.value(id(entity));
    json_.end();
  }

  // Ids of the sources behind the relations, unverified ones left out.
  void write_sources(const std::vector<RelationIndex>& relations) {
    std::set<std::string_view> sources;
    for (const RelationIndex index : relations) {
      const Relation relation = network_.relation(index);
      if (relation.confidence == Confidence::unverified) continue;
      for (const Citation& citation : relation.citations) {
        if (citation.source != kNone) sources.insert(network_.sources()[citation.source].id);
      }
    }
    json_.list("sources", sources);
  }

  JsonWriter& json_;
  const Network& network_;
  const Continuity& continuity_;
};

}  // namespace summitry
