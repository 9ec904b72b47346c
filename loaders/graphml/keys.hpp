// The keys that a GraphML file declares, by what they are for.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "loaders/xml/document.hpp"
#include "loaders/xml/edges.hpp"
#include "loaders/xml/typed_fields.hpp"

namespace summitry::graphml {

struct Keys {
  std::vector<TypedField> of_nodes;
  std::vector<TypedField> of_edges;
  std::unordered_map<std::string_view, std::string_view> of_graph;  // id to name
  std::unordered_set<std::string_view> drawn;  // ids of those that hold yEd's drawing
};

[[nodiscard]] Keys read_keys(NetworkBuilder& builder, Remarks& remarks, const XmlElement& root);

// Whether the first keys of nodes are what our exporter draws with: x, y, size, color.
[[nodiscard]] bool begins_with_looks(const std::vector<TypedField>& of_nodes);

// The text of the first label with this name within yEd's drawing; empty where there is none.
[[nodiscard]] Cell drawn_label(const XmlElement& data, std::string_view name);

}  // namespace summitry::graphml
