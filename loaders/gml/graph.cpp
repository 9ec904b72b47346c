#include "loaders/gml/graph.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/text.hpp"

namespace summitry::gml {
namespace {

using interchange::Facts;
using interchange::ForeignGraph;

// The values of one vertex or edge by name, in the order of first mention.
struct Said {
  std::vector<std::pair<std::string, std::vector<const Value*>>> values;
  std::map<std::string, std::size_t> place;
};

// Of a flattened name. Each value has its own, so long ones would cost more than the file itself.
constexpr std::size_t kLongestName = 200;
// What NetworkX writes before a list of one item or none.
constexpr std::string_view kListMark = "_networkx_list_start";

class GraphReader {
 public:
  GraphReader(NetworkBuilder& builder, ForeignGraph& graph) : builder_(builder), graph_(graph) {}

  void read(const Value& list);

 private:
  void read_field(const Value& field);
  void add_vertex(const Value& list);
  void add_edge(const Value& list);
  void name_vertices();
  void add_facts(Facts& facts, const Value& list, std::span<const std::string_view> taken);
  void add_number(Facts& facts, const std::string& name, const Cell& cell);
  void collect(const Value& list, const std::string& prefix, Said& said) const;
  [[nodiscard]] Cell joined(const std::vector<const Value*>& values);
  [[nodiscard]] const Value* demand(const Value& list, std::string_view key);
  [[nodiscard]] Cell end(const Value& list, std::string_view key);

  NetworkBuilder& builder_;
  ForeignGraph& graph_;
  std::vector<Cell> names_;
  std::unordered_map<std::string_view, std::size_t> vertex_of_;
};

constexpr std::array<std::string_view, 2> kOfVertices{"id", "label"};
constexpr std::array<std::string_view, 3> kOfEdges{"source", "target", "id"};

bool is_drawing(std::string_view key) {
  return key == "graphics" || key == "LabelGraphics";
}

void GraphReader::read(const Value& list) {
  for (const Value& item : list.items) {
    if (item.key == "node") {
      add_vertex(item);
    } else if (item.key != "edge") {
      read_field(item);
    }
  }
  name_vertices();
  for (const Value& item : list.items) {
    if (item.key == "edge") add_edge(item);
  }
}

void GraphReader::read_field(const Value& field) {
  Dataset& dataset = graph_.dataset;
  const std::string_view key = field.key;
  if (key == "directed") {
    dataset.directed = field.cell.text == "1";
  } else if (key == "name" || (key == "label" && dataset.name.empty())) {
    dataset.name = field.cell.text;
  } else if (key == "title") {
    dataset.title = field.cell.text;
  } else if (key == "comment" || key == "description") {
    dataset.description = field.cell.text;
  } else if (key != "multigraph" && key != "hierarchic" && key != "id" && !is_drawing(key)) {
    builder_.warning(field.cell, in_quotes(key) + " of the graph is not kept",
                     "directed, name, title and comment are");
  }
}

const Value* GraphReader::demand(const Value& list, std::string_view key) {
  const Value* value = list.find(key);
  if (value != nullptr && value->kind != Kind::list) return value;
  builder_.error(list.cell, "no " + std::string(key),
                 "write " + std::string(key) + " and a number");
  return nullptr;
}

void GraphReader::add_vertex(const Value& list) {
  const Value* id = demand(list, "id");
  if (id == nullptr) return;
  const auto [first, added] = vertex_of_.emplace(id->cell.text, graph_.vertices.size());
  if (!added) {
    builder_.error(id->cell,
                   "the id " + in_quotes(id->cell.text) + " stands twice, first on line " +
                       std::to_string(graph_.vertices[first->second].id.line),
                   "give every node an id of its own");
    return;
  }
  const Value* label = list.find("label");
  const Value* name = list.find("name");
  graph_.vertices.push_back({id->cell, label == nullptr ? Cell() : label->cell});
  names_.push_back(name == nullptr ? Cell() : name->cell);
  add_facts(graph_.of_vertices, list, kOfVertices);
}

void GraphReader::name_vertices() {
  std::vector<Cell> labels;
  labels.reserve(graph_.vertices.size());
  bool any = false;
  for (const auto& vertex : graph_.vertices) {
    labels.push_back(vertex.label);
    any = any || !vertex.label.text.empty();
  }
  const std::vector<Cell>& ids = any ? labels : names_;
  if (!interchange::can_be_ids(ids)) return;
  for (std::size_t v = 0; v < ids.size(); ++v) graph_.vertices[v].id = ids[v];
}

// The id of the entity at an end of an edge; empty with an error where there is no such vertex.
Cell GraphReader::end(const Value& list, std::string_view key) {
  const Value* value = demand(list, key);
  if (value == nullptr) return {};
  const auto found = vertex_of_.find(value->cell.text);
  if (found == vertex_of_.end()) {
    builder_.error(value->cell, "no node has the id " + in_quotes(value->cell.text),
                   "write a node for it, or mend the " + std::string(key));
    return {};
  }
  return {graph_.vertices[found->second].id.text, value->cell.line, value->cell.column};
}

void GraphReader::add_edge(const Value& list) {
  const Cell source = end(list, "source");
  const Cell target = end(list, "target");
  if (source.text.empty() || target.text.empty()) return;
  graph_.edges.push_back({source, target});
  add_facts(graph_.of_edges, list, kOfEdges);
}

void GraphReader::collect(const Value& list, const std::string& prefix, Said& said) const {
  for (const Value& item : list.items) {
    if (is_drawing(item.key)) continue;
    if (prefix.size() + item.key.size() > kLongestName) {
      builder_.error(item.cell, "a name of more than 200 letters: " + in_quotes(item.key),
                     "give the attribute a shorter name");
      continue;
    }
    const std::string name = prefix + std::string(item.key);
    if (item.kind == Kind::list) {
      collect(item, name + '.', said);
      continue;
    }
    const auto [known, added] = said.place.emplace(name, said.values.size());
    if (added) said.values.push_back({name, {}});
    said.values[known->second].second.push_back(&item);
  }
}

Cell GraphReader::joined(const std::vector<const Value*>& values) {
  std::string text;
  bool first = true;
  for (const Value* value : values) {
    if (value->cell.text == kListMark) continue;
    if (value->cell.text.find('|') != std::string_view::npos) {
      builder_.error(value->cell,
                     "a vertical bar within the list item " + in_quotes(value->cell.text),
                     "lists are kept with bars between their items: use another character");
    }
    if (!first) text += '|';
    first = false;
    text += value->cell.text;
  }
  return graph_.keep(std::move(text), values.front()->cell);
}

// Integer keys only number the edges between the same two vertices.
void GraphReader::add_number(Facts& facts, const std::string& name, const Cell& cell) {
  const ColumnType type = interchange::type_of_number(cell.text);
  const bool is_numbering = name == "key" && type == ColumnType::integer;
  if (is_numbering && &facts == &graph_.of_edges) return;
  if (lower(cell.text) != "nan") facts.add(name, type, cell);
}

void GraphReader::add_facts(Facts& facts, const Value& list,
                            std::span<const std::string_view> taken) {
  Said said;
  collect(list, "", said);
  for (const auto& [name, values] : said.values) {
    if (std::find(taken.begin(), taken.end(), name) != taken.end()) continue;
    const Value& first = *values.front();
    if (values.size() > 1 || first.cell.text == kListMark) {
      facts.add(name, ColumnType::list, joined(values));
    } else if (first.kind == Kind::text) {
      facts.add(name, ColumnType::text, first.cell);
    } else {
      add_number(facts, name, first.cell);
    }
  }
  facts.end_row();
}

}  // namespace

void read_graph(NetworkBuilder& builder, const Value& root, ForeignGraph& graph) {
  const Value* found = nullptr;
  for (const Value& item : root.items) {
    if (item.key != "graph" || item.kind != Kind::list) continue;
    if (found != nullptr) {
      builder.error(item.cell, "a second graph in the file",
                    "write each graph to a file of its own");
    } else {
      found = &item;
    }
  }
  if (found == nullptr) {
    builder.error({{}, 1, 1}, "no graph", "begin with graph [");
  } else {
    GraphReader(builder, graph).read(*found);
  }
}

}  // namespace summitry::gml
