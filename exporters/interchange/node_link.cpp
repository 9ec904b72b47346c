#include "exporters/interchange/node_link.hpp"

#include <array>

#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"
#include "exporters/interchange/values.hpp"
#include "exporters/json_parts.hpp"

namespace summitry {
namespace {

using interchange::Attribute;
using Layout = JsonWriter::Layout;

constexpr std::array<std::string_view, 4> kReserved = {"id", "source", "target", "key"};

using Attributes = std::vector<Attribute>;

void write_graph_data(JsonWriter& json, const ExportParts& parts, const Attributes& of_vertices,
                      const Attributes& of_edges) {
  json.key("graph");
  json.begin_object();
  json.field("flavour", "node-link, edges under \"edges\"");
  write_program(json);
  write_dataset(json, parts.network);
  for (const auto& [name, value] : interchange::graph_attributes(parts)) {
    if (name == "selection" || name == "options" || name == "command" || name == "communities" ||
        name == "citation" || name == "description" || name.starts_with("measure-")) {
      json.field(name, value);
    }
  }
  json.key("schema");
  interchange::write_schema(json, of_vertices, of_edges, Layout::lines);
  json.end();
}

void write_vertices(JsonWriter& json, const ExportParts& parts, const Attributes& attributes) {
  json.key("nodes");
  json.begin_array();
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    json.begin_object(Layout::line);
    json.field("id", parts.network.entity(parts.graph.entity(v)).id);
    interchange::write_fields(json, attributes, v);
    json.end();
  }
  json.end();
}

void write_edges(JsonWriter& json, const ExportParts& parts, const Attributes& attributes) {
  const std::vector<Edge> edges = asserted_edges(parts.network, parts.graph);
  json.key("edges");
  json.begin_array();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    json.begin_object(Layout::line);
    json.field("source", parts.network.entity(parts.graph.entity(edges[e].source)).id);
    json.field("target", parts.network.entity(parts.graph.entity(edges[e].target)).id);
    json.field("key", e);
    interchange::write_fields(json, attributes, e);
    json.end();
  }
  json.end();
}

}  // namespace

std::string to_node_link(const ExportParts& parts) {
  Attributes of_vertices = interchange::vertex_attributes(parts);
  Attributes of_edges = interchange::edge_attributes(parts);
  interchange::make_distinct(of_vertices, "entity", kReserved);
  interchange::make_distinct(of_edges, "relation", kReserved);
  JsonWriter json;
  json.begin_object();
  json.field("directed", parts.graph.directed());
  json.field("multigraph", true);
  write_graph_data(json, parts, of_vertices, of_edges);
  write_vertices(json, parts, of_vertices);
  write_edges(json, parts, of_edges);
  json.end();
  return json.take();
}

}  // namespace summitry
