#include "exporters/interchange/gexf.hpp"

#include <algorithm>
#include <array>

#include "engine/number.hpp"
#include "engine/version.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/attributes.hpp"
#include "exporters/interchange/looks.hpp"
#include "exporters/interchange/marks.hpp"
#include "exporters/interchange/spells.hpp"
#include "exporters/interchange/values.hpp"
#include "exporters/interchange/xml_writer.hpp"

namespace summitry {
namespace {

using interchange::Attribute;
using interchange::Spell;
using interchange::XmlWriter;

// Gephi's own columns, ignoring case; NetworkX adds viz and spells.
constexpr std::array<std::string_view, 6> kOfVertices = {"id",        "label", "interval",
                                                         "timestamp", "viz",   "spells"};
constexpr std::array<std::string_view, 10> kOfEdges = {
    "id", "label", "interval", "timestamp", "source", "target", "type", "weight", "kind", "spells"};

std::string_view shape_name(drawing::Shape shape) {
  switch (shape) {
    case drawing::Shape::square:
    case drawing::Shape::pill:
      return "square";
    case drawing::Shape::triangle:
      return "triangle";
    case drawing::Shape::diamond:
      return "diamond";
    case drawing::Shape::circle:
    case drawing::Shape::ring:
    case drawing::Shape::hexagon:
      return "disc";
  }
  return "disc";
}

std::string_view type_name(ColumnType type) {
  return type == ColumnType::list ? "liststring" : interchange::xml_type(type);
}

// A list as JSON has it, which Gephi reads as a list: ["a", "b, c"].
std::string value_text(const Value& value) {
  if (!std::holds_alternative<List>(value)) return interchange::xml_value(value);
  JsonWriter json;
  interchange::write_value(json, value);
  std::string text = json.take();
  text.pop_back();  // the line feed
  return text;
}

// The description has a line for each name; those that go on are told from it by two spaces.
std::string indented(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(1, c).append(c == '\n' ? "  " : "");
  return out;
}

// The attribute with this name, taken out of the list.
std::vector<Attribute> take(std::vector<Attribute>& from, std::string_view name) {
  const auto found = std::find_if(from.begin(), from.end(),
                                  [name](const Attribute& one) { return one.name == name; });
  if (found == from.end()) return {};
  std::vector<Attribute> taken = {*found};
  from.erase(found);
  return taken;
}

class Writer {
 public:
  Writer(const ExportParts& parts, GexfVersion version)
      : parts_(parts),
        version_(version),
        of_vertices_(interchange::vertex_attributes(parts)),
        of_edges_(interchange::edge_attributes(parts)),
        looks_(interchange::looks(parts)) {
    label_ = take(of_vertices_, "name");  // these have a place of their own
    weight_ = take(of_edges_, "weight");
    interchange::make_distinct(of_vertices_, "entity", kOfVertices);
    interchange::make_distinct(of_edges_, "relation", kOfEdges);
    for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
      vertex_spells_.push_back(interchange::vertex_spells(parts, v));
    }
    for (EdgeId e = 0; e < parts.graph.edge_count(); ++e) {
      edge_spells_.push_back(interchange::edge_spells(parts, e));
    }
  }

  std::string write() {
    const bool older = version_ == GexfVersion::v1_2;
    const std::string space = older ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3";
    xml_.begin("gexf");
    xml_.attribute("xmlns", space);
    xml_.attribute("xmlns:viz", space + "/viz");
    interchange::declare_marks(xml_);
    xml_.attribute("version", older ? "1.2" : "1.3");
    write_meta();
    xml_.begin("graph");
    xml_.attribute("defaultedgetype", parts_.graph.directed() ? "directed" : "undirected");
    xml_.attribute("mode", dynamic() ? "dynamic" : "static");
    if (dynamic()) xml_.attribute("timeformat", "date");
    if (dynamic() && !older) xml_.attribute("timerepresentation", "interval");
    declare("node", of_vertices_);
    declare("edge", of_edges_);
    write_vertices();
    write_edges();
    xml_.end();
    xml_.end();
    return xml_.take();
  }

 private:
  [[nodiscard]] bool dynamic() const {
    const auto has_spell = [](const auto& spells) { return !spells.empty(); };
    return std::any_of(vertex_spells_.begin(), vertex_spells_.end(), has_spell) ||
           std::any_of(edge_spells_.begin(), edge_spells_.end(), has_spell);
  }

  void write_meta() {
    std::string said;
    for (const auto& [name, value] : interchange::graph_attributes(parts_)) {
      said.append(said.empty() ? "" : "\n").append(name).append(": ").append(indented(value));
    }
    xml_.begin("meta");
    xml_.element("creator", "Summitry " + std::string(version()));
    xml_.element("description", said);
    xml_.end();
  }

  void declare(std::string_view owner, const std::vector<Attribute>& attributes) {
    if (attributes.empty()) return;
    xml_.begin("attributes");
    xml_.attribute("class", owner);
    xml_.attribute("mode", "static");
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      xml_.begin("attribute");
      xml_.attribute("id", std::to_string(i));
      xml_.attribute("title", attributes[i].name);
      const std::string_view type = type_name(attributes[i].type);
      xml_.attribute("type", type);
      interchange::write_marks(xml_, attributes[i], type);
      xml_.end();
    }
    xml_.end();
  }

  void write_values(const std::vector<Attribute>& attributes, std::size_t id) {
    if (attributes.empty()) return;
    xml_.begin("attvalues");
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const Value value = attributes[i].value(id);
      if (interchange::missing(value)) continue;
      xml_.begin("attvalue");
      xml_.attribute("for", std::to_string(i));
      xml_.attribute("value", value_text(value));
      xml_.end();
    }
    xml_.end();
  }

  void write_spells(const std::vector<Spell>& spells) {
    if (spells.empty()) return;
    xml_.begin("spells");
    for (const Spell& spell : spells) {
      xml_.begin("spell");
      if (!spell.start.empty()) xml_.attribute("start", spell.start);
      if (!spell.end.empty()) xml_.attribute("end", spell.end);
      xml_.end();
    }
    xml_.end();
  }

  void write_look(const drawing::Look& look) {
    const auto [red, green, blue] = interchange::rgb(look.colour);
    xml_.begin("viz:color");
    xml_.attribute("r", std::to_string(red));
    xml_.attribute("g", std::to_string(green));
    xml_.attribute("b", std::to_string(blue));
    xml_.end();
    xml_.begin("viz:position");
    xml_.attribute("x", rounded(look.at.x, 2));
    xml_.attribute("y", rounded(-look.at.y, 2));
    xml_.attribute("z", "0");
    xml_.end();
    xml_.begin("viz:size");
    xml_.attribute("value", rounded(look.radius, 2));
    xml_.end();
    xml_.begin("viz:shape");
    xml_.attribute("value", shape_name(look.shape));
    xml_.end();
  }

  void write_vertices() {
    xml_.begin("nodes");
    for (VertexId v = 0; v < parts_.graph.vertex_count(); ++v) {
      xml_.begin("node");
      xml_.attribute("id", parts_.network.entity(parts_.graph.entity(v)).id);
      xml_.attribute("label", label_.empty() ? "" : to_string(label_.front().value(v)));
      write_values(of_vertices_, v);
      write_spells(vertex_spells_[v]);
      if (!looks_.empty()) write_look(looks_[v]);
      xml_.end();
    }
    xml_.end();
  }

  void write_edges() {
    const std::vector<Edge> edges = asserted_edges(parts_.network, parts_.graph);
    xml_.begin("edges");
    for (EdgeId e = 0; e < edges.size(); ++e) {
      xml_.begin("edge");
      xml_.attribute("id", std::to_string(e));
      xml_.attribute("source", parts_.network.entity(parts_.graph.entity(edges[e].source)).id);
      xml_.attribute("target", parts_.network.entity(parts_.graph.entity(edges[e].target)).id);
      const Value weight = weight_.empty() ? Value() : weight_.front().value(e);
      if (!interchange::missing(weight)) xml_.attribute("weight", interchange::xml_value(weight));
      write_values(of_edges_, e);
      write_spells(edge_spells_[e]);
      xml_.end();
    }
    xml_.end();
  }

  const ExportParts& parts_;
  GexfVersion version_;
  std::vector<Attribute> of_vertices_;
  std::vector<Attribute> of_edges_;
  std::vector<Attribute> label_;   // one, or none
  std::vector<Attribute> weight_;  // the same
  std::vector<drawing::Look> looks_;
  std::vector<std::vector<Spell>> vertex_spells_;
  std::vector<std::vector<Spell>> edge_spells_;
  XmlWriter xml_;
};

}  // namespace

std::string to_gexf(const ExportParts& parts, GexfVersion version) {
  return Writer(parts, version).write();
}

}  // namespace summitry
