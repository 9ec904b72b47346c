#include "exporters/interchange/gephi_csv.hpp"

#include <array>

#include "exporters/csv.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"

namespace summitry {
namespace {

using interchange::Attribute;
using Fields = std::vector<std::string>;

constexpr std::array<std::string_view, 4> kOfVertices = {"id", "label", "interval", "timeset"};
constexpr std::array<std::string_view, 8> kOfEdges = {"id",     "label",  "interval", "timeset",
                                                      "source", "target", "type",     "kind"};

std::string cell(const Value& value) {
  const bool words =
      std::holds_alternative<std::string>(value) || std::holds_alternative<List>(value);
  return words ? no_formula(to_string(value)) : to_string(value);
}

std::string id(const ExportParts& parts, VertexId v) {
  return no_formula(parts.network.entity(parts.graph.entity(v)).id);
}

std::string nodes(const ExportParts& parts) {
  std::vector<Attribute> attributes = interchange::vertex_attributes(parts);
  interchange::make_distinct(attributes, "entity", kOfVertices);
  Fields header = {"Id"};
  for (const Attribute& attribute : attributes) {
    header.push_back(attribute.name == "name" ? "Label" : attribute.name);
  }
  std::string out = csv_line(header);
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    Fields fields = {id(parts, v)};
    for (const Attribute& attribute : attributes) fields.push_back(cell(attribute.value(v)));
    out += csv_line(fields);
  }
  return out;
}

std::string edges(const ExportParts& parts) {
  std::vector<Attribute> attributes = interchange::edge_attributes(parts);
  interchange::make_distinct(attributes, "relation", kOfEdges);
  Fields header = {"Source", "Target", "Type", "Id"};
  for (const Attribute& attribute : attributes) {
    header.push_back(attribute.name == "weight" ? "Weight" : attribute.name);
  }
  std::string out = csv_line(header);
  const std::vector<Edge> all = asserted_edges(parts.network, parts.graph);
  for (EdgeId e = 0; e < all.size(); ++e) {
    Fields fields = {id(parts, all[e].source), id(parts, all[e].target),
                     parts.graph.directed() ? "Directed" : "Undirected", std::to_string(e)};
    for (const Attribute& attribute : attributes) fields.push_back(cell(attribute.value(e)));
    out += csv_line(fields);
  }
  return out;
}

}  // namespace

std::string no_formula(std::string_view text) {
  static constexpr std::string_view kBegins = "=+-@\t\r";
  const bool runs = !text.empty() && kBegins.find(text.front()) != std::string_view::npos;
  return (runs ? "'" : "") + std::string(text);
}

std::vector<PackageFile> to_gephi_csv(const ExportParts& parts) {
  return {{"", nodes(parts)}, {".edges.csv", edges(parts)}};
}

}  // namespace summitry
