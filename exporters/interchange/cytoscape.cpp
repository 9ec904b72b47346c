#include "exporters/interchange/cytoscape.hpp"

#include <array>

#include "engine/number.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"
#include "exporters/interchange/looks.hpp"
#include "exporters/interchange/values.hpp"

namespace summitry {
namespace {

using interchange::Attribute;
using Attributes = std::vector<Attribute>;
using Layout = JsonWriter::Layout;

// What both programs read as the element itself; parent would nest it.
constexpr std::array<std::string_view, 8> kReserved = {"id",   "source",   "target", "parent",
                                                       "suid", "selected", "size",   "colour"};

std::string edge_prefix(const ExportParts& parts) {
  std::string prefix = "edge-";
  const auto taken = [&] {
    for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
      if (parts.network.entity(parts.graph.entity(v)).id.starts_with(prefix)) return true;
    }
    return false;
  };
  while (taken()) prefix += '-';
  return prefix;
}

// What is said of the network are cells of a table to Cytoscape, so no object.
std::string schema_text(const Attributes& of_vertices, const Attributes& of_edges) {
  JsonWriter json;
  interchange::write_schema(json, of_vertices, of_edges, Layout::line);
  std::string text = json.take();
  text.pop_back();  // the line feed
  return text;
}

void write_look(JsonWriter& json, const drawing::Look& look) {
  json.key("position");
  json.begin_object();
  json.field("x", parse_number(rounded(look.at.x, 2)));
  json.field("y", parse_number(rounded(look.at.y, 2)));
  json.end();
}

void write_vertices(JsonWriter& json, const ExportParts& parts, const Attributes& attributes) {
  const std::vector<drawing::Look> looks = interchange::looks(parts);
  json.key("nodes");
  json.begin_array();
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    json.begin_object(Layout::line);
    json.key("data");
    json.begin_object();
    json.field("id", parts.network.entity(parts.graph.entity(v)).id);
    interchange::write_fields(json, attributes, v);
    if (!looks.empty()) {
      json.field("size", parse_number(rounded(2.0 * looks[v].radius, 2)));
      json.field("colour", looks[v].colour);
    }
    json.end();
    if (!looks.empty()) write_look(json, looks[v]);
    json.end();
  }
  json.end();
}

void write_edges(JsonWriter& json, const ExportParts& parts, const Attributes& attributes) {
  const std::string prefix = edge_prefix(parts);
  const std::vector<Edge> edges = asserted_edges(parts.network, parts.graph);
  json.key("edges");
  json.begin_array();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    json.begin_object(Layout::line);
    json.key("data");
    json.begin_object();
    json.field("id", prefix + std::to_string(e));
    json.field("source", parts.network.entity(parts.graph.entity(edges[e].source)).id);
    json.field("target", parts.network.entity(parts.graph.entity(edges[e].target)).id);
    interchange::write_fields(json, attributes, e);
    json.end();
    json.end();
  }
  json.end();
}

}  // namespace

std::string to_cytoscape(const ExportParts& parts) {
  Attributes of_vertices = interchange::vertex_attributes(parts);
  Attributes of_edges = interchange::edge_attributes(parts);
  interchange::make_distinct(of_vertices, "entity", kReserved);
  interchange::make_distinct(of_edges, "relation", kReserved);
  JsonWriter json;
  json.begin_object();
  json.field("format_version", "1.0");
  json.field("target_cytoscapejs_version", "~3");
  json.key("data");
  json.begin_object();
  json.field("directed", parts.graph.directed());
  for (const auto& [name, value] : interchange::graph_attributes(parts)) json.field(name, value);
  json.field("schema", schema_text(of_vertices, of_edges));
  json.end();
  json.key("elements");
  json.begin_object();
  write_vertices(json, parts, of_vertices);
  write_edges(json, parts, of_edges);
  json.end();
  json.end();
  return json.take();
}

}  // namespace summitry
