#include "exporters/interchange/gephi_csv.hpp"

#include <array>
#include <span>

#include "exporters/csv.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"

namespace summitry {
namespace {

using interchange::Attribute;
using Fields = std::vector<std::string>;

constexpr std::array<std::string_view, 4> kOfVertices = {"id", "label", "interval", "timeset"};
// The last is the graph's own where it has weights.
constexpr std::array<std::string_view, 9> kOfEdges = {
    "id", "label", "interval", "timeset", "source", "target", "type", "kind", "weight"};

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
    header.push_back(attribute.name == "name" ? "Label" : no_formula(attribute.name));
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
  const std::size_t reserved = kOfEdges.size() - (parts.graph.weighted() ? 1 : 0);
  interchange::make_distinct(attributes, "relation", std::span(kOfEdges).first(reserved));
  Fields header = {"Source", "Target", "Type", "Id"};
  for (const Attribute& attribute : attributes) {
    header.push_back(attribute.name == "weight" ? "Weight" : no_formula(attribute.name));
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
  // Behind apostrophes as well, so that whoever takes one off has the text again.
  const std::size_t begin = text.find_first_not_of('\'');
  const bool runs =
      begin != std::string_view::npos && kBegins.find(text[begin]) != std::string_view::npos;
  return (runs ? "'" : "") + std::string(text);
}

std::vector<PackageFile> to_gephi_csv(const ExportParts& parts) {
  return {{"", nodes(parts)}, {".edges.csv", edges(parts)}};
}

}  // namespace summitry
