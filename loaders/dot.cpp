// DOT through cgraph. See dot.hpp.
#include "loaders/dot.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/dot_text.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

using dot::name_from_label;
using dot::plain;

// Attributes that only say how to draw, in bytewise order.
constexpr auto kDrawing = std::to_array<std::string_view>({"K",
                                                           "arrowhead",
                                                           "arrowsize",
                                                           "arrowtail",
                                                           "bb",
                                                           "color",
                                                           "colorscheme",
                                                           "constraint",
                                                           "decorate",
                                                           "dir",
                                                           "distortion",
                                                           "fillcolor",
                                                           "fixedsize",
                                                           "fontcolor",
                                                           "fontname",
                                                           "fontsize",
                                                           "gradientangle",
                                                           "group",
                                                           "head_lp",
                                                           "headclip",
                                                           "headport",
                                                           "height",
                                                           "image",
                                                           "imagepos",
                                                           "imagescale",
                                                           "labelangle",
                                                           "labeldistance",
                                                           "labelfloat",
                                                           "labelfontcolor",
                                                           "labelfontname",
                                                           "labelfontsize",
                                                           "labeljust",
                                                           "labelloc",
                                                           "layer",
                                                           "len",
                                                           "lhead",
                                                           "lp",
                                                           "ltail",
                                                           "margin",
                                                           "minlen",
                                                           "nojustify",
                                                           "ordering",
                                                           "orientation",
                                                           "penwidth",
                                                           "peripheries",
                                                           "pin",
                                                           "pos",
                                                           "rects",
                                                           "regular",
                                                           "samehead",
                                                           "sametail",
                                                           "samplepoints",
                                                           "shape",
                                                           "shapefile",
                                                           "showboxes",
                                                           "sides",
                                                           "skew",
                                                           "sortv",
                                                           "style",
                                                           "tail_lp",
                                                           "tailclip",
                                                           "tailport",
                                                           "vertices",
                                                           "width",
                                                           "xlp",
                                                           "z"});

static_assert(std::is_sorted(kDrawing.begin(), kDrawing.end()));

// An attribute of vertices or edges that is read: into a cell of a row, or as a further one.
template <class Row>
struct Reading {
  Agsym_t* attribute;
  Cell Row::*cell = nullptr;
  std::optional<std::size_t> further;
};

class DotLoad {
 public:
  DotLoad(NetworkBuilder& builder, Agraph_t* graph) : builder_(builder), graph_(graph) {}

  void run(const LoadOptions& options) {
    describe(options);
    warn_of_subgraphs();
    declare();
    for (Agnode_t* v = agfstnode(graph_); v != nullptr; v = agnxtnode(graph_, v)) add_vertex(v);
    add_summits();
    for (Agnode_t* v = agfstnode(graph_); v != nullptr; v = agnxtnode(graph_, v)) {
      for (Agedge_t* e = agfstout(graph_, v); e != nullptr; e = agnxtout(graph_, e)) add_edge_of(e);
    }
  }

 private:
  void describe(const LoadOptions& options);
  void warn_of_subgraphs();
  void declare();
  void add_vertex(Agnode_t* vertex);
  void add_summits();
  void add_edge_of(Agedge_t* edge);
  [[nodiscard]] Cell keep(std::string text) { return {texts_.emplace_back(std::move(text))}; }
  [[nodiscard]] static std::string id_of(void* object) { return plain(agnameof(object)); }

  template <class Row, class Declare>
  std::vector<Reading<Row>> readings(int kind, Declare declare);

  NetworkBuilder& builder_;
  Agraph_t* graph_;
  std::vector<Reading<EntityRow>> of_vertices_;
  std::vector<Reading<EdgeRow>> of_edges_;
  std::deque<std::string> texts_;  // of the row in hand; a deque: cells point into it
};

void DotLoad::describe(const LoadOptions& options) {
  Dataset dataset;
  const std::string name = id_of(graph_);
  if (!name.starts_with('%')) dataset.name = name;  // cgraph's own name for one without
  dataset.directed =
      options.direction ? *options.direction == Direction::directed : agisdirected(graph_) != 0;
  builder_.describe(std::move(dataset));
}

void DotLoad::warn_of_subgraphs() {
  for (Agraph_t* part = agfstsubg(graph_); part != nullptr; part = agnxtsubg(part)) {
    const std::string name = id_of(part);
    if (name.starts_with('%')) continue;  // braces without a name
    builder_.warning({}, "the subgraph " + in_quotes(name) + " is not kept",
                     "its vertices and edges are; say what it means by an attribute of theirs");
  }
}

template <class Row, class Declare>
std::vector<Reading<Row>> DotLoad::readings(int kind, Declare declare) {
  std::vector<Reading<Row>> all;
  for (Agsym_t* a = agnxtattr(graph_, kind, nullptr); a != nullptr;
       a = agnxtattr(graph_, kind, a)) {
    const std::string name = plain(a->name);
    if (std::binary_search(kDrawing.begin(), kDrawing.end(), name)) continue;
    if (is_of_structure<Row>(name)) continue;
    if (const auto cell = cell_of_attribute<Row>(name)) {
      all.push_back({a, cell, std::nullopt});
    } else {
      all.push_back({a, nullptr, declare(ColumnInfo{name, ColumnType::text, "", ""})});
    }
  }
  return all;
}

void DotLoad::declare() {
  of_vertices_ = readings<EntityRow>(AGNODE, [this](ColumnInfo info) {
    return builder_.declare_entity_attribute(std::move(info));
  });
  of_edges_ = readings<EdgeRow>(AGEDGE, [this](ColumnInfo info) {
    return builder_.declare_relation_attribute(std::move(info));
  });
}

template <class Row>
void fill(Row& row, const std::vector<Reading<Row>>& readings, void* object,
          std::deque<std::string>& texts) {
  for (const Reading<Row>& reading : readings) {
    const std::string_view written = agxget(object, reading.attribute);
    if (written.empty()) continue;
    const Cell cell(texts.emplace_back(plain(written)));
    if (reading.further) {
      row.attributes.push_back({*reading.further, cell});
    } else {
      row.*reading.cell = cell;
    }
  }
}

void DotLoad::add_vertex(Agnode_t* vertex) {
  texts_.clear();
  EntityRow row;
  row.id = keep(id_of(vertex));
  fill(row, of_vertices_, vertex, texts_);
  if (row.kind.text.empty()) row.kind = kEntityKind;
  if (row.name.text.empty()) {
    std::string name = "label";
    const char* label = agget(vertex, name.data());
    row.name = label == nullptr || *label == '\0'
                   ? row.id
                   : keep(name_from_label(label, std::string(row.id.text)));
  }
  if (row.name.text.empty()) row.name = row.id;
  builder_.add_entity(row);
}

// A summit that is no vertex must be there before the first relation that names it.
void DotLoad::add_summits() {
  std::string name = "summit";
  if (agattr(graph_, AGEDGE, name.data(), nullptr) == nullptr) return;
  for (Agnode_t* v = agfstnode(graph_); v != nullptr; v = agnxtnode(graph_, v)) {
    for (Agedge_t* e = agfstout(graph_, v); e != nullptr; e = agnxtout(graph_, e)) {
      const std::string summit = plain(agget(e, name.data()));
      if (summit.empty() || summit.find('|') != std::string::npos) continue;
      builder_.ensure_entity(summit, "summit");
    }
  }
}

void DotLoad::add_edge_of(Agedge_t* edge) {
  texts_.clear();
  EdgeRow row;
  row.source = keep(id_of(agtail(edge)));
  row.target = keep(id_of(aghead(edge)));
  fill(row, of_edges_, edge, texts_);
  add_edge(builder_, row);
}

}  // namespace

Built read_dot(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  builder.allow_repeats();
  builder.allow_unstated();
  const CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  if (clean.readable) {
    const dot::GraphPointer graph = dot::parse(builder, clean.bytes);
    if (graph != nullptr) DotLoad(builder, graph.get()).run(options);
  }
  return std::move(builder).build();
}

Built load_dot(const std::filesystem::path& path, const LoadOptions& options) {
  return read_dot(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
