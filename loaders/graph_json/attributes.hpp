// The fields of a JSON object as attributes.
#pragma once

#include <span>
#include <string_view>

#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/json.hpp"

namespace summitry::graph_json {

// Adds a row of `facts`: a fact for each field that is not null and not among `taken`. Objects are
// flattened ("a.b"), arrays are lists. `fields` may be nothing.
void add_facts(NetworkBuilder& builder, const JsonValue* fields,
               std::span<const std::string_view> taken, interchange::ForeignGraph& graph,
               interchange::Facts& facts);

// What is said about the graph, as far as a data set has a place for it; a warning for the rest.
void describe(NetworkBuilder& builder, const JsonValue* about, Dataset& dataset);

}  // namespace summitry::graph_json
