// The vertices and edges of a GEXF file, which may stand within each other, and what is beside them.
#pragma once

#include <functional>

#include "loaders/xml/document.hpp"
#include "loaders/xml/edges.hpp"

namespace summitry::gexf {

// What is done with each vertex, given the group that it stands in (empty: none), and each edge.
struct Visitor {
  std::function<void(const XmlElement& node, const Cell& group)> node;
  std::function<void(const XmlElement& edge)> edge;
};

// A vertex or an edge, and all that stands within it. The document bounds the depth.
void walk(const XmlElement& one, const Cell& parent, const Visitor& visitor);

// What is in the file beside its one graph, and in the graph beside vertices and edges.
void leave_out_rest(NetworkBuilder& builder, Remarks& remarks, const XmlElement& graph);

}  // namespace summitry::gexf
