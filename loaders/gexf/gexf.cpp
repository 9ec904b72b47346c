// GEXF through pugixml. See gexf.hpp.
#include "loaders/gexf/gexf.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

#include "loaders/gexf/declarations.hpp"
#include "loaders/gexf/times.hpp"
#include "loaders/gexf/walk.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/document.hpp"
#include "loaders/xml/edges.hpp"
#include "loaders/xml/stream/file.hpp"
#include "loaders/xml/typed_fields.hpp"

namespace summitry {
namespace {

using gexf::Declarations;
using gexf::Spell;
using gexf::Times;
using gexf::Visitor;
using gexf::walk;

// What our exporter derives.
constexpr std::array<std::string_view, 1> kDerivedOfNodes{"sources"};

constexpr std::array<std::string_view, 5> kDrawing{"color", "position", "size", "shape",
                                                   "thickness"};

// Ids of fields for what the format keeps elsewhere.
constexpr std::string_view kStart = "start of a spell";
constexpr std::string_view kEnd = "end of a spell";
constexpr std::string_view kParent = "parent of a node";
constexpr std::string_view kLabel = "label of an edge";
constexpr std::string_view kKind = "kind of an edge";

// What must be known before the first row.
struct Survey {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t relations = 0;  // of the edges, one for each spell
  Directions directions;
  bool parents = false;
  bool edges_in_nodes = false;
  bool times_of_nodes = false;
  bool times_of_edges = false;
  bool labels = false;  // of edges
  bool kinds = false;
};

class GexfLoad {
 public:
  GexfLoad(NetworkBuilder& builder, const LoadOptions& options, XmlFile& file,
           const XmlElement& graph)
      : builder_(builder),
        remarks_(builder),
        options_(options),
        file_(file),
        graph_(graph),
        times_(remarks_, graph) {}

  void run(const XmlElement& root);

 private:
  [[nodiscard]] Dataset read_meta(const XmlElement& meta);
  void survey();
  void survey_node(const XmlElement& node, const Cell& group);
  void survey_edge(const XmlElement& edge);
  void declare();
  void each_edge(const std::function<void(const XmlElement& edge)>& visit);
  void add_node(const XmlElement& node, const Cell& group);
  void add_summits(const XmlElement& edge);
  void add_edge(const XmlElement& edge);
  [[nodiscard]] std::string_view type_of(const XmlElement& edge) const;
  [[nodiscard]] std::vector<Spell> spells_of(const XmlElement& element);
  [[nodiscard]] bool is_too_much(const XmlElement& edge, std::size_t spells);

  template <class Row>
  void set(TypedFields<Row>& fields, std::string_view id, const Cell& value);
  template <class Row>
  void set_times(TypedFields<Row>& fields, Row& row, const Spell& spell);
  template <class Row>
  void read_parts(const XmlElement& element, TypedFields<Row>& fields);
  template <class Row>
  void read_values(const XmlElement& values, TypedFields<Row>& fields);
  template <class Row>
  void add_to_list(TypedFields<Row>& fields, std::size_t field, const Cell& value);

  NetworkBuilder& builder_;
  Remarks remarks_;
  const LoadOptions& options_;
  XmlFile& file_;
  XmlElement graph_;
  interchange::Repeats repeats_{file_.size()};
  Times times_;
  bool ours_ = false;
  bool directed_ = false;
  std::string_view default_type_ = "undirected";
  Survey found_;
  TypedFields<EntityRow> of_nodes_;
  TypedFields<EdgeRow> of_edges_;
  std::deque<std::string> texts_;  // lists of the row in hand; a deque: cells point into it
  std::vector<std::pair<std::size_t, std::string*>> lists_;  // by field
};

void GexfLoad::run(const XmlElement& root) {
  Dataset dataset = read_meta(root.child("meta"));
  const Cell type = graph_.attribute("defaultedgetype");
  if (!type.text.empty()) default_type_ = type.text;
  gexf::leave_out_rest(builder_, remarks_, graph_);
  survey();
  found_.directions.otherwise = default_type_ == "directed";
  directed_ = found_.directions.network_is_directed(options_);
  found_.directions.warn_of_both(builder_, type, options_);
  dataset.directed = directed_;
  builder_.describe(std::move(dataset));
  declare();
  const Visitor nodes{[this](const XmlElement& node, const Cell& group) { add_node(node, group); },
                      [](const XmlElement& /*edge*/) {}};
  file_.each_node([&nodes](const XmlElement& node) { walk(node, {}, nodes); });
  // A summit that is no vertex must be there before the first relation that names it.
  if (of_edges_.fills(&EdgeRow::summit)) {
    each_edge([this](const XmlElement& edge) { add_summits(edge); });
  }
  each_edge([this](const XmlElement& edge) { add_edge(edge); });
}

void GexfLoad::each_edge(const std::function<void(const XmlElement& edge)>& visit) {
  if (!found_.edges_in_nodes) return file_.each_edge(visit);
  const Visitor edges{[](const XmlElement& /*node*/, const Cell& /*group*/) {}, visit};
  file_.each_record([&edges](const XmlElement& one) { walk(one, {}, edges); });
}

Dataset GexfLoad::read_meta(const XmlElement& meta) {
  Dataset dataset;
  for (XmlElement part = meta.first(); part; part = part.next()) {
    if (part.name() == "creator") ours_ = part.text().text.starts_with(kMadeByUs);
    if (part.name() == "keywords") {
      remarks_.once(part.place(), "keywords are left out", "write them into the description");
    }
  }
  const XmlElement description = meta.child("description");
  if (description && ours_) {
    gexf::describe_by_lines(dataset, description.text().text);
  } else if (description) {
    dataset.description = description.text().text;
  }
  return dataset;
}

void GexfLoad::survey() {
  const Visitor visitor{
      [this](const XmlElement& node, const Cell& group) { survey_node(node, group); },
      [this](const XmlElement& edge) { survey_edge(edge); }};
  file_.each_record([this, &visitor](const XmlElement& one) {
    const std::size_t edges = found_.edges;
    walk(one, {}, visitor);
    found_.edges_in_nodes |= one.name() == "node" && found_.edges > edges;
  });
}

void GexfLoad::survey_node(const XmlElement& node, const Cell& group) {
  ++found_.nodes;
  if (!group.text.empty()) {
    found_.parents = true;
    remarks_.once(node.place(), "groups of nodes are flattened",
                  "the attribute parent names the group of each");
  }
  if (!times_.are_numbers() && !times_.tell_what_they_are()) return;
  const std::vector<Spell> spells = spells_of(node);
  times_.see(spells);
  found_.times_of_nodes |= !spells.empty();
}

void GexfLoad::survey_edge(const XmlElement& edge) {
  ++found_.edges;
  const std::string_view type = type_of(edge);
  if (type != "directed" && type != "undirected" && type != "mutual") {
    builder_.error(edge.attribute("type"), "unknown type of an edge " + in_quotes(type),
                   "write directed, undirected or mutual");
  }
  ++(type == "undirected" ? found_.directions.undirected : found_.directions.directed);
  const std::vector<Spell> spells = spells_of(edge);
  times_.see(spells);
  found_.relations += std::max<std::size_t>(spells.size(), 1);
  found_.times_of_edges |= !spells.empty();
  found_.labels |= !edge.attribute("label").text.empty();
  found_.kinds |= !edge.attribute("kind").text.empty();
}

// Our exporter's spells are made from dates that stand among the attributes, to their precision.
std::vector<Spell> GexfLoad::spells_of(const XmlElement& element) {
  return ours_ ? std::vector<Spell>() : times_.spells(element);
}

std::string_view GexfLoad::type_of(const XmlElement& edge) const {
  const Cell given = edge.attribute("type");
  return given.text.empty() ? default_type_ : given.text;
}

void GexfLoad::declare() {
  Declarations all = gexf::read_declarations(builder_, remarks_, graph_);
  const auto add = [](std::vector<TypedField>& to, bool wanted, std::string_view id,
                      const char* name, ColumnType type) {
    if (wanted) to.push_back({id, name, type, {}});
  };
  const bool typed = std::any_of(all.of_edges.begin(), all.of_edges.end(),
                                 [](const TypedField& field) { return field.name.text == "type"; });
  add(all.of_nodes, found_.parents, kParent, "parent", ColumnType::text);
  const bool times_of_nodes = found_.times_of_nodes && times_.are_numbers();
  const bool times_of_edges = found_.times_of_edges && times_.are_numbers();
  add(all.of_nodes, times_of_nodes, kStart, "start", ColumnType::number);
  add(all.of_nodes, times_of_nodes, kEnd, "end", ColumnType::number);
  add(all.of_edges, times_of_edges, kStart, "start", ColumnType::number);
  add(all.of_edges, times_of_edges, kEnd, "end", ColumnType::number);
  add(all.of_edges, found_.labels, kLabel, "label", ColumnType::text);
  add(all.of_edges, found_.kinds, kKind, typed ? "kind" : "type", ColumnType::text);
  of_nodes_.declare(builder_, std::move(all.of_nodes), {ours_, kDerivedOfNodes}, found_.nodes,
                    file_.size());
  of_edges_.declare(builder_, std::move(all.of_edges), {ours_, kCounts}, found_.relations,
                    file_.size());
}

template <class Row>
void GexfLoad::set(TypedFields<Row>& fields, std::string_view id, const Cell& value) {
  const auto field = fields.find(id);
  if (field && !value.text.empty()) static_cast<void>(fields.set(*field, value));
}

// The times of the row, and the values that were read for it.
template <class Row>
void GexfLoad::set_times(TypedFields<Row>& fields, Row& row, const Spell& spell) {
  if (times_.are_numbers()) {
    set(fields, kStart, spell.start);
    set(fields, kEnd, spell.end);
  } else {
    row.from = spell.start;
    row.to = spell.end;
  }
  fields.fill(builder_, row);
}

template <class Row>
void GexfLoad::read_parts(const XmlElement& element, TypedFields<Row>& fields) {
  texts_.clear();
  lists_.clear();
  for (XmlElement part = element.first(); part; part = part.next()) {
    const std::string_view name = part.name();
    if (name == "attvalues") {
      read_values(part, fields);
    } else if (std::find(kDrawing.begin(), kDrawing.end(), name) != kDrawing.end()) {
      remarks_.once(part.place(), "how things are drawn is left out",
                    "draw them anew with `summitry draw`");
    } else if (name != "spells" && name != "nodes" && name != "edges") {
      remarks_.once(part.place(), "<" + std::string(name) + "> is left out",
                    "it is no part of a network");
    }
  }
}

template <class Row>
void GexfLoad::read_values(const XmlElement& values, TypedFields<Row>& fields) {
  for (XmlElement one = values.first(); one; one = one.next()) {
    const Cell of = one.attribute(one.has("for") ? "for" : "id");  // version 1.0 had the latter
    const Cell value = one.attribute("value");
    const auto field = fields.find(of.text);
    if (gexf::has_times(one)) {
      remarks_.once(of, "the times of values are left out", "an attribute has one value");
    }
    if (!field) {
      builder_.error(of, "unknown attribute " + in_quotes(of.text), "declare it by <attribute>");
    } else if (fields[*field].type == ColumnType::list) {
      add_to_list(fields, *field, value);
    } else if (fields.set(*field, value)) {
      remarks_.once(
          of, "of several values of " + in_quotes(fields[*field].name.text) + " the last is kept",
          "an attribute has one value");
    }
  }
}

// Values at several times are one list.
template <class Row>
void GexfLoad::add_to_list(TypedFields<Row>& fields, std::size_t field, const Cell& value) {
  auto list = std::find_if(lists_.begin(), lists_.end(),
                           [field](const auto& one) { return one.first == field; });
  if (list == lists_.end()) {
    lists_.emplace_back(field, &texts_.emplace_back(gexf::with_bars(value.text)));
    list = std::prev(lists_.end());
  } else {
    list->second->append("|").append(gexf::with_bars(value.text));
  }
  static_cast<void>(fields.set(field, {*list->second, value.line, value.column}));
}

void GexfLoad::add_node(const XmlElement& node, const Cell& group) {
  EntityRow row;
  row.id = node.attribute("id");
  read_parts(node, of_nodes_);
  set(of_nodes_, kParent, group);
  set_times(of_nodes_, row, times_.span(spells_of(node)));
  const Cell label = node.attribute("label");
  if (row.name.text.empty()) {
    row.name = label;
  } else if (row.aliases.text.empty() && label.text != row.name.text && label.text != row.id.text) {
    row.aliases = label;
  }
  if (row.name.text.empty()) row.name = row.id;
  if (row.kind.text.empty()) row.kind = kEntityKind;
  builder_.add_entity(row);
}

void GexfLoad::add_summits(const XmlElement& edge) {
  const XmlElement values = edge.child("attvalues");
  for (XmlElement one = values.first(); one; one = one.next()) {
    const auto field = of_edges_.find(one.attribute("for").text);
    if (field && of_edges_.is(*field, &EdgeRow::summit)) {
      ensure_summit(builder_, one.attribute("value"));
    }
  }
}

bool GexfLoad::is_too_much(const XmlElement& edge, std::size_t spells) {
  std::size_t size = 0;
  const XmlElement values = edge.child("attvalues");
  for (XmlElement one = values.first(); one; one = one.next()) {
    size += 1 + one.attribute("value").text.size();
  }
  return repeats_.are_too_many(builder_, edge.place(), spells, size);
}

void GexfLoad::add_edge(const XmlElement& edge) {
  std::vector<Spell> spells = spells_of(edge);
  if (spells.size() > 1 && is_too_much(edge, spells.size())) return;
  if (spells.empty()) spells.emplace_back();
  const std::string_view type = type_of(edge);
  const bool both_ways =
      directed_ && (type == "mutual" || (type == "undirected" && !options_.direction));
  for (const Spell& spell : spells) {
    EdgeRow row;
    row.source = edge.attribute("source");
    row.target = edge.attribute("target");
    read_parts(edge, of_edges_);
    set(of_edges_, kLabel, edge.attribute("label"));
    set(of_edges_, kKind, edge.attribute("kind"));
    set_times(of_edges_, row, spell);
    if (edge.has("weight")) row.weight = edge.attribute("weight");
    add_directed(builder_, row, both_ways);
  }
}

Built read(XmlBytes bytes, const std::string& name, const LoadOptions& options) {
  constexpr XmlShape kShape{4, "nodes", "edges", {}};
  NetworkBuilder builder;
  builder.reading(name);
  builder.allow_repeats();
  builder.allow_unstated();
  XmlFile file(builder, std::move(bytes), kShape);
  if (const XmlElement root = file.root("gexf")) {
    if (const XmlElement graph = root.child("graph")) {
      GexfLoad(builder, options, file, graph).run(root);
    } else {
      builder.error(root.place(), "no graph", "write <graph> within it");
    }
  }
  return std::move(builder).build();
}

}  // namespace

Built read_gexf(std::string bytes, const std::string& file, const LoadOptions& options) {
  return read(XmlBytes(std::move(bytes)), file, options);
}

Built load_gexf(const std::filesystem::path& path, const LoadOptions& options) {
  return read(XmlBytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
