#include "loaders/graph_json/graph.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/number.hpp"
#include "loaders/graph_json/attributes.hpp"
#include "loaders/graph_json/schema.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"

namespace summitry::graph_json {
namespace {

using interchange::ForeignGraph;
using Kind = JsonValue::Kind;

bool is_id(const JsonValue* value) {
  return value != nullptr && (value->is(Kind::string) || value->is(Kind::number));
}

class GraphReader {
 public:
  GraphReader(NetworkBuilder& builder, const Elements& elements, ForeignGraph& graph)
      : builder_(builder), elements_(elements), graph_(graph) {}

  void read();

 private:
  void add_vertices();
  void name_nameless();
  void add_edges();
  void add_edge(const EdgeElement& edge, const Cell& source, const Cell& target);
  [[nodiscard]] bool mixes_directions() const;
  [[nodiscard]] Cell end(const EdgeElement& edge, const JsonValue* value, const char* key);
  [[nodiscard]] std::vector<std::string_view> taken(std::span<const std::string_view> keys) const;

  NetworkBuilder& builder_;
  const Elements& elements_;
  ForeignGraph& graph_;
  std::unordered_map<std::string_view, std::size_t> vertex_of_;
  bool by_position_ = true;  // no id is a number
  bool is_ours_ = false;     // our exporters add how to draw
};

constexpr std::array<std::string_view, 2> kOfVertices{"id", "label"};  // a label is a name
constexpr std::array<std::string_view, 3> kOfEdges{"source", "target", "id"};

void GraphReader::read() {
  const JsonValue* about = elements_.about;
  if (about != nullptr && about->is(Kind::object)) {
    const JsonValue* maker = about->find("made-by");
    is_ours_ = maker != nullptr && maker->text.starts_with("Summitry ");
    describe(builder_, about, graph_.dataset);
    if (const JsonValue* schema = about->find("schema")) {
      read_schema(*schema, graph_);
    }
  }
  graph_.dataset.directed = elements_.is_directed;
  add_vertices();
  name_nameless();
  for (std::size_t v = 0; v < graph_.vertices.size(); ++v) {
    vertex_of_.emplace(graph_.vertices[v].id.text, v);
  }
  add_edges();
}

std::vector<std::string_view> GraphReader::taken(std::span<const std::string_view> keys) const {
  std::vector<std::string_view> all(keys.begin(), keys.end());
  if (is_ours_) all.insert(all.end(), {"size", "colour"});
  return all;
}

void GraphReader::add_vertices() {
  const bool labels_are_names = !graph_.of_vertices.declares("label");  // as a file of ours may
  const std::span<const std::string_view> keys(kOfVertices);
  const std::vector<std::string_view> own = taken(keys.first(labels_are_names ? 2 : 1));
  for (const VertexElement& vertex : elements_.vertices) {
    if (vertex.id != nullptr && !is_id(vertex.id)) {
      builder_.error(at(*vertex.id), "an id is " + std::string(to_string(vertex.id->kind)),
                     "write a string or a number");
    }
    const bool is_named = labels_are_names && vertex.fields != nullptr;
    const JsonValue* label = is_named ? vertex.fields->find("label") : nullptr;
    by_position_ = by_position_ && (vertex.id == nullptr || !vertex.id->is(Kind::number));
    graph_.vertices.push_back({is_id(vertex.id) ? vertex.id->cell() : at(*vertex.whole),
                               is_id(label) ? label->cell() : Cell()});
    add_facts(builder_, vertex.fields, own, graph_, graph_.of_vertices);
  }
}

// Nodes without an id: their names, where nobody has an id and all names can be ids; else positions.
void GraphReader::name_nameless() {
  std::vector<Cell> names;
  bool any_id = false;
  names.reserve(graph_.vertices.size());
  for (std::size_t v = 0; v < graph_.vertices.size(); ++v) {
    const VertexElement& vertex = elements_.vertices[v];
    const JsonValue* name = vertex.fields == nullptr ? nullptr : vertex.fields->find("name");
    names.push_back(is_id(name) ? name->cell() : graph_.vertices[v].label);
    any_id = any_id || vertex.id != nullptr;
  }
  const bool named = !any_id && interchange::can_be_ids(names);
  for (std::size_t v = 0; v < graph_.vertices.size(); ++v) {
    Cell& id = graph_.vertices[v].id;
    if (is_id(elements_.vertices[v].id)) continue;
    id = named ? names[v] : graph_.keep(std::to_string(v), id);
  }
}

Cell GraphReader::end(const EdgeElement& edge, const JsonValue* value, const char* key) {
  if (!is_id(value)) {
    builder_.error(at(value == nullptr ? *edge.whole : *value),
                   std::string(value == nullptr ? "no " : "no id as ") + key,
                   "write the id of a node");
    return {};
  }
  const Cell cell = value->cell();
  const auto position = parse_integer(cell.text);
  if (by_position_ && value->is(Kind::number) && position && *position >= 0 &&
      static_cast<std::size_t>(*position) < graph_.vertices.size()) {
    const auto v = static_cast<std::size_t>(*position);
    return {graph_.vertices[v].id.text, cell.line, cell.column};
  }
  if (vertex_of_.contains(cell.text)) return cell;
  builder_.error(cell, "no node has the id " + in_quotes(cell.text),
                 "write a node for it, or mend the " + std::string(key));
  return {};
}

bool GraphReader::mixes_directions() const {
  return elements_.is_directed &&
         std::any_of(elements_.edges.begin(), elements_.edges.end(),
                     [](const EdgeElement& edge) { return edge.is_undirected; });
}

void GraphReader::add_edge(const EdgeElement& edge, const Cell& source, const Cell& target) {
  std::vector<std::string_view> own;
  const JsonValue* attributes = edge.whole->find("attributes");
  if (edge.fields != nullptr && edge.fields != attributes) {  // beside the ends
    own.assign(kOfEdges.begin(), kOfEdges.end());
    const JsonValue* key = edge.fields->find("key");
    if (key != nullptr && key->is(Kind::number) && parse_integer(key->text))
      own.emplace_back("key");
  }
  graph_.edges.push_back({source, target});
  add_facts(builder_, edge.fields, own, graph_, graph_.of_edges);
}

void GraphReader::add_edges() {
  const bool mixed = mixes_directions();
  bool warned = false;
  for (const EdgeElement& edge : elements_.edges) {
    const Cell source = end(edge, edge.source, "source");
    const Cell target = end(edge, edge.target, "target");
    if (source.text.empty() || target.text.empty()) continue;
    add_edge(edge, source, target);
    if (!mixed || !edge.is_undirected) continue;
    if (!std::exchange(warned, true)) {
      builder_.warning(at(*edge.whole),
                       "undirected edges beside directed ones: each is read in both directions",
                       "write a graph of one sort");
    }
    if (source.text != target.text) add_edge(edge, target, source);
  }
}

}  // namespace

void read_graph(NetworkBuilder& builder, const Elements& elements, ForeignGraph& graph) {
  GraphReader(builder, elements, graph).read();
}

}  // namespace summitry::graph_json
