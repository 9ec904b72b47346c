// What is vertex and what is edge in a graph as JSON, whichever program wrote it: node-link
// (NetworkX, d3), Cytoscape.js or graphology.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/json.hpp"

namespace summitry::graph_json {

struct VertexElement {
  const JsonValue* whole;   // the object, for its place
  const JsonValue* id;      // nothing: it is known by its position
  const JsonValue* fields;  // the object with its attributes; nothing: it has none
};

struct EdgeElement {
  const JsonValue* whole;
  const JsonValue* source;
  const JsonValue* target;
  const JsonValue* fields;     // as above
  bool is_undirected = false;  // although the graph is directed
};

struct Elements {
  std::vector<VertexElement> vertices;
  std::vector<EdgeElement> edges;
  bool is_directed = false;
  const JsonValue* about = nullptr;  // the object with what is said about the graph
};

// All point into `root`. What is wrong is reported; nothing where there is no graph.
[[nodiscard]] std::optional<Elements> find_elements(NetworkBuilder& builder, const JsonValue& root);

}  // namespace summitry::graph_json
