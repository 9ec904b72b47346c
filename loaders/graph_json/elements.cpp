#include "loaders/graph_json/elements.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"

namespace summitry::graph_json {
namespace {

using Kind = JsonValue::Kind;

constexpr std::array<std::string_view, 8> kTopKeys{
    "directed", "multigraph", "graph", "nodes", "links", "edges", "attributes", "options"};
constexpr std::array<std::string_view, 7> kCytoscapeKeys{"data",
                                                         "directed",
                                                         "elements",
                                                         "format_version",
                                                         "generated_by",
                                                         "multigraph",
                                                         "target_cytoscapejs_version"};

std::span<const JsonValue> items(NetworkBuilder& builder, const JsonValue* list,
                                 std::string_view key) {
  if (list == nullptr || list->is(Kind::null)) return {};
  if (list->is(Kind::array)) return list->items;
  builder.error(at(*list), in_quotes(key) + " is " + std::string(to_string(list->kind)),
                "write an array");
  return {};
}

class Finder {
 public:
  explicit Finder(NetworkBuilder& builder) : builder_(builder) {}

  std::optional<Elements> find(const JsonValue& root) {
    if (root.is(Kind::array)) {
      add_mixed(root.items);
      return std::move(found_);
    }
    if (!demand_object(builder_, root, "the file")) return std::nullopt;
    const JsonFields top(builder_, root, "the file");
    if (root.find("elements") != nullptr) {
      top.warn_of_others(kCytoscapeKeys);
      found_.is_directed = top.flag("directed");  // as NetworkX writes it
      read_cytoscape(root);
      return std::move(found_);
    }
    if (root.find("nodes") == nullptr) {
      builder_.error(at(root), "no \"nodes\" and no \"elements\", so this is no graph",
                     "write {\"nodes\": […], \"edges\": […]}");
      return std::nullopt;
    }
    top.warn_of_others(kTopKeys);
    read_node_link(top);
    return std::move(found_);
  }

 private:
  void read_cytoscape(const JsonValue& root);
  void read_node_link(const JsonFields& top);
  void add_mixed(std::span<const JsonValue> elements);
  void add_vertex(const JsonValue& whole);
  void add_edge(const JsonValue& whole);

  NetworkBuilder& builder_;
  Elements found_;
  bool is_graphology_ = false;
};

// Of Cytoscape.js the attributes of an element are in its data, of graphology in its attributes.
const JsonValue* inner(const JsonValue& whole) {
  const JsonValue* data = whole.find("data");
  return data != nullptr && data->is(Kind::object) ? data : nullptr;
}

bool is_of_graphology(const JsonValue& whole) {
  const JsonValue* attributes = whole.find("attributes");
  return whole.find("id") == nullptr && whole.find("key") != nullptr &&
         (attributes == nullptr || attributes->is(Kind::object));
}

void Finder::add_vertex(const JsonValue& whole) {
  if (!demand_object(builder_, whole, "a node")) return;
  if (const JsonValue* data = inner(whole)) {
    found_.vertices.push_back({&whole, data->find("id"), data});
  } else if (is_of_graphology(whole)) {
    found_.vertices.push_back({&whole, whole.find("key"), whole.find("attributes")});
  } else {
    found_.vertices.push_back({&whole, whole.find("id"), &whole});
  }
}

void Finder::add_edge(const JsonValue& whole) {
  if (!demand_object(builder_, whole, "an edge")) return;
  const JsonValue* data = inner(whole);
  const JsonValue* attributes = whole.find("attributes");
  const bool is_nested = attributes != nullptr && attributes->is(Kind::object);
  const JsonValue* ends = data != nullptr ? data : &whole;
  const JsonValue* fields = is_nested ? attributes : is_graphology_ ? nullptr : ends;
  const JsonValue* undirected = whole.find("undirected");
  found_.edges.push_back({&whole, ends->find("source"), ends->find("target"), fields,
                          undirected != nullptr && undirected->is_true()});
}

void Finder::add_mixed(std::span<const JsonValue> elements) {
  for (const JsonValue& element : elements) {
    const JsonValue* data = inner(element);
    if (data == nullptr) {
      builder_.error(at(element), "an element without \"data\"",
                     "write an object with its data in an object");
    } else if (data->find("source") != nullptr || data->find("target") != nullptr) {
      add_edge(element);
    } else {
      add_vertex(element);
    }
  }
}

void Finder::read_cytoscape(const JsonValue& root) {
  found_.about = root.find("data");
  if (found_.about != nullptr) {
    const JsonValue* directed = found_.about->find("directed");
    found_.is_directed |= directed != nullptr && directed->is_true();
  }
  const JsonValue& elements = *root.find("elements");
  if (elements.is(Kind::array)) {
    add_mixed(elements.items);
    return;
  }
  for (const JsonValue& v : items(builder_, elements.find("nodes"), "nodes")) add_vertex(v);
  for (const JsonValue& e : items(builder_, elements.find("edges"), "edges")) add_edge(e);
}

void Finder::read_node_link(const JsonFields& top) {
  const JsonValue& root = top.value();
  found_.is_directed = top.flag("directed");
  found_.about = root.find("graph");
  if (found_.about == nullptr) found_.about = root.find("attributes");
  const JsonValue* options = root.find("options");
  is_graphology_ = options != nullptr;
  for (const JsonValue& v : items(builder_, root.find("nodes"), "nodes")) add_vertex(v);
  for (const char* key : {"links", "edges"}) {
    for (const JsonValue& e : items(builder_, root.find(key), key)) add_edge(e);
  }
  if (options != nullptr) {
    const JsonValue* type = options->find("type");
    found_.is_directed = type == nullptr || type->text != "undirected";
    const bool all_undirected =
        std::all_of(found_.edges.begin(), found_.edges.end(),
                    [](const EdgeElement& edge) { return edge.is_undirected; });
    if (!found_.edges.empty() && all_undirected) found_.is_directed = false;
  }
}

}  // namespace

std::optional<Elements> find_elements(NetworkBuilder& builder, const JsonValue& root) {
  return Finder(builder).find(root);
}

}  // namespace summitry::graph_json
