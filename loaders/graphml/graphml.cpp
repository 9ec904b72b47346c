// GraphML through pugixml. See graphml.hpp.
#include "loaders/graphml/graphml.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "engine/names.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/graphml/keys.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/document.hpp"
#include "loaders/xml/edges.hpp"
#include "loaders/xml/stream/file.hpp"
#include "loaders/xml/typed_fields.hpp"

namespace summitry {
namespace {

using graphml::Keys;

// What our exporter derives.
constexpr std::array<std::string_view, 5> kDerivedOfNodes{"sources", "x", "y", "size", "color"};

constexpr std::string_view kDrawnLabel = "EdgeLabel";  // yEd's element, and the id of its field

class GraphmlLoad {
 public:
  GraphmlLoad(NetworkBuilder& builder, const LoadOptions& options, XmlFile& file)
      : builder_(builder), remarks_(builder), options_(options), file_(file) {}

  void run(const XmlElement& root);

 private:
  void survey(const XmlElement& graph);
  void survey_edge(const XmlElement& edge);
  void describe(const XmlElement& graph);
  void declare();
  void add_node(const XmlElement& node);
  void add_summits();
  void add_summit(const XmlElement& edge);
  void add_edge(const XmlElement& edge);
  [[nodiscard]] bool is_drawing(const XmlElement& data) const;
  [[nodiscard]] bool is_directed(const XmlElement& edge) const;
  void leave_out(const XmlElement& child, const char* where);

  template <class Row>
  void read_data(const XmlElement& data, TypedFields<Row>& fields);

  NetworkBuilder& builder_;
  Remarks remarks_;
  const LoadOptions& options_;
  XmlFile& file_;
  Keys keys_;
  bool ours_ = false;
  bool directed_by_default_ = false;
  bool network_is_directed_ = false;
  bool edges_have_labels_ = false;
  Directions directions_;
  TypedFields<EntityRow> of_nodes_;
  TypedFields<EdgeRow> of_edges_;
};

void GraphmlLoad::run(const XmlElement& root) {
  keys_ = graphml::read_keys(builder_, remarks_, root);
  const XmlElement graph = root.child("graph");
  if (!graph) {
    builder_.error(root.place(), "no graph", "write <graph edgedefault=\"directed\"> within it");
    return;
  }
  for (XmlElement other = graph.next(); other; other = other.next()) {
    if (other.name() != "graph") continue;
    builder_.error(other.place(), "a second graph in the file",
                   "write each graph to a file of its own");
  }
  survey(graph);
  describe(graph);
  declare();
  file_.each_node([this](const XmlElement& node) { add_node(node); });
  add_summits();
  file_.each_edge([this](const XmlElement& edge) { add_edge(edge); });
}

// What must be known before the first row: how many there are, and how they are directed.
void GraphmlLoad::survey(const XmlElement& graph) {
  const Cell given = graph.attribute("edgedefault");
  directed_by_default_ = given.text == "directed";
  if (given.text != "directed" && given.text != "undirected") {
    builder_.error(given, "edgedefault is " + in_quotes(given.text),
                   "write directed or undirected");
  }
  for (XmlElement child = graph.first(); child; child = child.next()) {
    const std::string_view name = child.name();
    if (name == "hyperedge") {
      builder_.error(child.place(), "a hyperedge",
                     "write a vertex for it, with an edge to each of its ends");
    } else if (name != "data" && name != "desc") {
      leave_out(child, "a graph");
    }
  }
  const auto visit = [this](const XmlElement& edge) { survey_edge(edge); };
  keys_.drawn.empty() ? file_.each_telling_edge(visit) : file_.each_edge(visit);
  const std::size_t seen = directions_.directed + directions_.undirected;
  (directed_by_default_ ? directions_.directed : directions_.undirected) += file_.edges() - seen;
  directions_.otherwise = directed_by_default_;
  network_is_directed_ = directions_.network_is_directed(options_);
  directions_.warn_of_both(builder_, given, options_);
}

void GraphmlLoad::survey_edge(const XmlElement& edge) {
  const Cell given = edge.attribute("directed");
  if (!given.text.empty() && given.text != "true" && given.text != "false") {
    builder_.error(given, "directed is " + in_quotes(given.text), "write true or false");
  }
  ++(is_directed(edge) ? directions_.directed : directions_.undirected);
  if (edges_have_labels_ || keys_.drawn.empty()) return;
  for (XmlElement data = edge.first(); data && !edges_have_labels_; data = data.next()) {
    edges_have_labels_ = is_drawing(data) && !graphml::drawn_label(data, kDrawnLabel).text.empty();
  }
}

// Whether it is what yEd draws.
bool GraphmlLoad::is_drawing(const XmlElement& data) const {
  return !keys_.drawn.empty() && keys_.drawn.contains(data.value("key"));
}

bool GraphmlLoad::is_directed(const XmlElement& edge) const {
  const std::string_view given = edge.value("directed");
  return given.empty() ? directed_by_default_ : given == "true";
}

void GraphmlLoad::describe(const XmlElement& graph) {
  Dataset dataset;
  std::string others;
  for (XmlElement child = graph.first(); child; child = child.next()) {
    if (child.name() == "desc") dataset.description = child.text().text;
    if (child.name() != "data") continue;
    const auto key = keys_.of_graph.find(child.attribute("key").text);
    if (key == keys_.of_graph.end()) continue;
    const std::string_view name = key->second;
    const std::string_view value = child.text().text;
    if (name == "made-by" && value.starts_with(kMadeByUs)) {
      ours_ = true;
    } else if (!describe_by(dataset, name, value) && name != "hash") {
      others.append(others.empty() ? "" : ", ").append(name);
    }
  }
  if (!others.empty()) {
    builder_.warning(graph.place(), "what the graph itself has is not kept: " + others,
                     "a data set has a title, a version, a description and a citation");
  }
  const Cell id = graph.attribute("id");
  if (dataset.name.empty() && !ours_ && id.text != "G") dataset.name = id.text;
  dataset.directed = network_is_directed_;
  builder_.describe(std::move(dataset));
}

void GraphmlLoad::declare() {
  const bool looks = ours_ && graphml::begins_with_looks(keys_.of_nodes);
  if (looks) {
    builder_.warning(keys_.of_nodes.front().id, "how entities are drawn is left out",
                     "draw them anew with `summitry draw`");
  }
  const auto named = [this](std::string_view name) {
    return std::find_if(keys_.of_nodes.begin(), keys_.of_nodes.end(),
                        [name](const TypedField& field) { return field.name.text == name; });
  };
  const auto label = named("label");
  if (label != keys_.of_nodes.end() && named("name") == keys_.of_nodes.end()) {
    label->name.text = "name";
  }
  if (edges_have_labels_) keys_.of_edges.push_back({kDrawnLabel, "label", ColumnType::text, {}});
  const std::span<const std::string_view> derived(kDerivedOfNodes);
  of_nodes_.declare(builder_, std::move(keys_.of_nodes),
                    {ours_, derived.first(looks ? derived.size() : 1)}, file_.nodes(),
                    file_.size());
  of_edges_.declare(builder_, std::move(keys_.of_edges), {ours_, kCounts},
                    directions_.directed + directions_.undirected, file_.size());
}

template <class Row>
void GraphmlLoad::read_data(const XmlElement& data, TypedFields<Row>& fields) {
  const std::string_view key = data.value("key");
  const auto field = fields.find(key);
  if (!field) {
    builder_.error(data.attribute("key"), "unknown key " + in_quotes(key), "declare it by <key>");
    return;
  }
  if (data.first()) {
    remarks_.once(data.place(), "elements within the data of " + in_quotes(key) + " are left out",
                  "write a text");
  }
  if (fields.set(*field, data.text())) {
    builder_.warning(data.attribute("key"),
                     "the key " + in_quotes(key) + " stands twice; the later one is kept",
                     "give it once");
  }
}

// An element that is no data of a node, an edge or the graph.
void GraphmlLoad::leave_out(const XmlElement& child, const char* where) {
  if (child.name() == "graph") {
    builder_.error(child.place(), std::string("a graph within ") + where,
                   "write its vertices into the one graph, and an edge to each from their group");
  } else if (child.name() == "port") {
    remarks_.once(child.place(), "ports are left out", "an edge ends at a vertex");
  } else {
    remarks_.once(child.place(),
                  "<" + std::string(child.name()) + "> within " + where + " is left out",
                  "it is no part of a network");
  }
}

void GraphmlLoad::add_node(const XmlElement& node) {
  EntityRow row;
  row.id = node.attribute("id");
  Cell drawn;
  Cell description;
  for (XmlElement child = node.first(); child; child = child.next()) {
    const std::string_view name = child.name();
    if (name == "desc") {
      description = child.text();
    } else if (name != "data") {
      leave_out(child, "a node");
    } else if (is_drawing(child)) {
      if (drawn.text.empty()) drawn = graphml::drawn_label(child, "NodeLabel");
      remarks_.once(child.place(), "how yEd draws is left out", "labels are kept");
    } else {
      read_data(child, of_nodes_);
    }
  }
  of_nodes_.fill(builder_, row);
  if (row.description.text.empty()) row.description = description;
  if (row.kind.text.empty()) row.kind = kEntityKind;
  if (row.name.text.empty()) row.name = drawn.text.empty() ? row.id : drawn;
  builder_.add_entity(row);
}

// A summit that is no vertex must be there before the first relation that names it.
void GraphmlLoad::add_summits() {
  if (!of_edges_.fills(&EdgeRow::summit)) return;
  file_.each_edge([this](const XmlElement& edge) { add_summit(edge); });
}

void GraphmlLoad::add_summit(const XmlElement& edge) {
  for (XmlElement data = edge.first(); data; data = data.next()) {
    const auto field = of_edges_.find(data.value("key"));
    if (field && of_edges_.is(*field, &EdgeRow::summit)) ensure_summit(builder_, data.text());
  }
}

void GraphmlLoad::add_edge(const XmlElement& edge) {
  EdgeRow row;
  row.source = edge.attribute("source");
  row.target = edge.attribute("target");
  Cell note;
  for (XmlElement child = edge.first(); child; child = child.next()) {
    const std::string_view name = child.name();
    if (name == "desc") {
      note = child.text();
    } else if (name != "data") {
      leave_out(child, "an edge");
    } else if (is_drawing(child)) {
      const Cell label = graphml::drawn_label(child, kDrawnLabel);
      const auto field = of_edges_.find(kDrawnLabel);
      if (field && !label.text.empty()) of_edges_.set(*field, label);
    } else {
      read_data(child, of_edges_);
    }
  }
  of_edges_.fill(builder_, row);
  if (row.note.text.empty()) row.note = note;
  if (edge.has("sourceport") || edge.has("targetport")) {
    remarks_.once(edge.place(), "ports are left out", "an edge ends at a vertex");
  }
  add_directed(builder_, row, network_is_directed_ && !options_.direction && !is_directed(edge));
}

Built read(XmlBytes bytes, const std::string& name, const LoadOptions& options) {
  constexpr XmlShape kShape{3, "graph", "graph", "directed"};
  NetworkBuilder builder;
  builder.reading(name);
  builder.allow_repeats();
  builder.allow_unstated();
  XmlFile file(builder, std::move(bytes), kShape);
  if (const XmlElement root = file.root("graphml")) GraphmlLoad(builder, options, file).run(root);
  return std::move(builder).build();
}

}  // namespace

Built read_graphml(std::string bytes, const std::string& file, const LoadOptions& options) {
  return read(XmlBytes(std::move(bytes)), file, options);
}

Built load_graphml(const std::filesystem::path& path, const LoadOptions& options) {
  return read(XmlBytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
