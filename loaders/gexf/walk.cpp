// Elements within elements. See walk.hpp.
#include "loaders/gexf/walk.hpp"

#include <string>

namespace summitry::gexf {

void walk(const XmlElement& one, const Cell& parent, const Visitor& visitor) {
  if (one.name() == "edge") return visitor.edge(one);
  const Cell given = one.attribute("pid");
  visitor.node(one, given.text.empty() ? parent : given);
  const Cell id = one.attribute("id");
  for (XmlElement list = one.first(); list; list = list.next()) {
    const bool of_nodes = list.name() == "nodes";
    if (!of_nodes && list.name() != "edges") continue;
    for (XmlElement inner = list.first(); inner; inner = inner.next()) {
      if (inner.name() == (of_nodes ? "node" : "edge")) walk(inner, id, visitor);
    }
  }
}

void leave_out_rest(NetworkBuilder& builder, Remarks& remarks, const XmlElement& graph) {
  for (XmlElement other = graph.next(); other; other = other.next()) {
    if (other.name() != "graph") continue;
    builder.error(other.place(), "a second graph in the file",
                  "write each graph to a file of its own");
  }
  const auto leave_out = [&remarks](const XmlElement& element) {
    remarks.once(element.place(), "<" + std::string(element.name()) + "> is left out",
                 "it is no part of a network");
  };
  for (XmlElement part = graph.first(); part; part = part.next()) {
    if (part.name() == "attributes") continue;
    if (part.name() != "nodes" && part.name() != "edges") {
      leave_out(part);
      continue;
    }
    for (XmlElement other = part.first(); other; other = other.next()) leave_out(other);
  }
}

}  // namespace summitry::gexf
