// The graph in a GML tree.
#pragma once

#include "loaders/gml/value.hpp"
#include "loaders/interchange/foreign_graph.hpp"

namespace summitry::gml {

// Fills `graph` from the whole file's list; what is wrong is reported.
void read_graph(NetworkBuilder& builder, const Value& root, interchange::ForeignGraph& graph);

}  // namespace summitry::gml
