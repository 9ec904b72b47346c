// A graph from its elements in JSON.
#pragma once

#include "loaders/graph_json/elements.hpp"
#include "loaders/interchange/foreign_graph.hpp"

namespace summitry::graph_json {

// Fills `graph`, whose cells point into the document; what is wrong is reported.
void read_graph(NetworkBuilder& builder, const Elements& elements,
                interchange::ForeignGraph& graph);

}  // namespace summitry::graph_json
