// The schema that our exporters write: what JSON does not tell about attributes.
#pragma once

#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/json.hpp"

namespace summitry::graph_json {

// `{"nodes": {"since": {"type": "date"}, …}, "edges": {…}}`, or that as a string: declares the types and
// own names of attributes. What does not read so says nothing.
void read_schema(const JsonValue& schema, interchange::ForeignGraph& graph);

}  // namespace summitry::graph_json
