// datapackage.json: what a package says of itself, which files hold its tables, and the property
// "summitry" with what the standard has no place for:
//
//   "summitry": {
//     "directed": false,
//     "series": "series.json",
//     "containers": [{"entity": "eu", "type": "member-of"}],
//     "relationTypes": {"attended": {"title": "attended", "description": "…",
//                                    "source": ["country"], "target": ["summit"],
//                                    "duringSummit": true}}
//   }
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/package/schema.hpp"
#include "loaders/relation_types.hpp"

namespace summitry::package {

struct Resource {
  std::string name;  // entities, relations, sources, claims or series
  std::string path;  // within the package; empty when it names none that may be read
  Cell place;        // of the path, or of the resource
  char delimiter = ',';
  std::string comments;  // characters that begin a line to be skipped
  Schema schema;
};

struct Descriptor {
  Dataset dataset;
  std::vector<Resource> resources;
  RelationTypes types;
  std::vector<JsonValue> containers;
  const JsonValue* series = nullptr;  // given in place, as an array

  [[nodiscard]] const Resource* find(std::string_view name) const;
};

// Reads the descriptor, an object whose values outlive the result, with the builder reading that file: adds
// the rules of the relation types to it, and reports what it finds.
[[nodiscard]] Descriptor read_descriptor(NetworkBuilder& builder, const JsonValue& root);

}  // namespace summitry::package
