#include "exporters/interchange/graphml.hpp"

#include <array>
#include <memory>

#include "engine/number.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"
#include "exporters/interchange/looks.hpp"
#include "exporters/interchange/marks.hpp"
#include "exporters/interchange/values.hpp"
#include "exporters/interchange/xml_writer.hpp"

namespace summitry {
namespace {

using interchange::Attribute;
using interchange::XmlWriter;

// What readers take for the id, the ends or the parallel edge itself.
constexpr std::array<std::string_view, 5> kReserved = {"id", "source", "target", "key", "label"};

void add_looks(const ExportParts& parts, std::vector<Attribute>& to) {
  const auto all = std::make_shared<const std::vector<drawing::Look>>(interchange::looks(parts));
  if (all->empty()) return;
  const auto number = [&](const char* name, auto field) {
    to.push_back({name, ColumnType::number, [all, field](auto v) {
                    return parse_value(rounded(field((*all)[v]), 2), ColumnType::number).value();
                  }});
  };
  number("x", [](const drawing::Look& look) { return look.at.x; });
  number("y", [](const drawing::Look& look) { return -look.at.y; });
  number("size", [](const drawing::Look& look) { return look.radius; });
  to.push_back({"color", ColumnType::text, [all](auto v) { return Value((*all)[v].colour); }});
}

std::vector<Attribute> vertex_attributes(const ExportParts& parts) {
  std::vector<Attribute> all;
  add_looks(parts, all);  // first, so that these names stay theirs
  const std::size_t looks = all.size();
  for (Attribute& attribute : interchange::vertex_attributes(parts)) all.push_back(attribute);
  interchange::make_distinct(all, "entity", kReserved);
  for (std::size_t i = looks; i < all.size(); ++i) {
    if (all[i].name == "name") interchange::rename(all[i], "label");
  }
  return all;
}

std::vector<Attribute> edge_attributes(const ExportParts& parts) {
  std::vector<Attribute> all = interchange::edge_attributes(parts);
  interchange::make_distinct(all, "relation", kReserved);
  return all;
}

void begin_key(XmlWriter& xml, std::string_view owner, std::size_t number, std::string_view name,
               std::string_view type) {
  xml.begin("key");
  xml.attribute("id", std::string(owner.substr(0, 1)) + std::to_string(number));
  xml.attribute("for", owner);
  xml.attribute("attr.name", name);
  xml.attribute("attr.type", type);
}

void declare(XmlWriter& xml, std::string_view owner, const std::vector<Attribute>& attributes) {
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::string_view type = interchange::xml_type(attributes[i].type);
    begin_key(xml, owner, i, attributes[i].name, type);
    interchange::write_marks(xml, attributes[i], type);
    xml.end();
  }
}

void data(XmlWriter& xml, char owner, std::size_t number, std::string_view value) {
  xml.begin("data");
  xml.attribute("key", owner + std::to_string(number));
  xml.text(value);
  xml.end();
}

void data(XmlWriter& xml, char owner, const std::vector<Attribute>& attributes, std::size_t id) {
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const Value value = attributes[i].value(id);
    if (!interchange::missing(value)) data(xml, owner, i, interchange::xml_value(value));
  }
}

void write_vertices(XmlWriter& xml, const ExportParts& parts,
                    const std::vector<Attribute>& attributes) {
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    xml.begin("node");
    xml.attribute("id", parts.network.entity(parts.graph.entity(v)).id);
    data(xml, 'n', attributes, v);
    xml.end();
  }
}

void write_edges(XmlWriter& xml, const ExportParts& parts,
                 const std::vector<Attribute>& attributes) {
  const std::vector<Edge> edges = asserted_edges(parts.network, parts.graph);
  for (EdgeId e = 0; e < edges.size(); ++e) {
    xml.begin("edge");
    xml.attribute("id", 'e' + std::to_string(e));
    xml.attribute("source", parts.network.entity(parts.graph.entity(edges[e].source)).id);
    xml.attribute("target", parts.network.entity(parts.graph.entity(edges[e].target)).id);
    data(xml, 'e', attributes, e);
    xml.end();
  }
}

}  // namespace

std::string to_graphml(const ExportParts& parts) {
  const auto of_graph = interchange::graph_attributes(parts);
  const std::vector<Attribute> of_vertices = vertex_attributes(parts);
  const std::vector<Attribute> of_edges = edge_attributes(parts);
  XmlWriter xml;
  xml.begin("graphml");
  xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  interchange::declare_marks(xml);
  xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  xml.attribute("xsi:schemaLocation",
                "http://graphml.graphdrawing.org/xmlns "
                "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
  for (std::size_t i = 0; i < of_graph.size(); ++i) {
    begin_key(xml, "graph", i, of_graph[i].first, "string");
    xml.end();
  }
  declare(xml, "node", of_vertices);
  declare(xml, "edge", of_edges);
  xml.begin("graph");
  xml.attribute("id", "G");
  xml.attribute("edgedefault", parts.graph.directed() ? "directed" : "undirected");
  for (std::size_t i = 0; i < of_graph.size(); ++i) data(xml, 'g', i, of_graph[i].second);
  write_vertices(xml, parts, of_vertices);
  write_edges(xml, parts, of_edges);
  xml.end();
  xml.end();
  return xml.take();
}

}  // namespace summitry
