#include "loaders/interchange/foreign_graph.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "loaders/edge_rows.hpp"
#include "loaders/row_parts.hpp"

namespace summitry::interchange {
namespace {

// Where an attribute goes: into a cell of a row, or into a column; neither: it is a count of ours.
template <class Row>
struct Reading {
  Cell Row::*cell = nullptr;
  std::optional<std::size_t> column;
};

bool is_count_of_ours(std::string_view name, ColumnType type) {
  return type == ColumnType::integer && is_count(name);
}

template <class Row, class Declare>
std::vector<Reading<Row>> readings(const Facts& facts, Declare declare) {
  const std::vector<std::string>& names = facts.names();
  const std::vector<std::string> own_names = facts.own_names();
  const std::vector<ColumnType> types = facts.types();
  const bool weighted = std::find(names.begin(), names.end(), "weight") != names.end();
  std::vector<Reading<Row>> all;
  all.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& own = own_names[i];
    const bool is_weight = names[i] == "relation-weight" && !weighted;
    const std::string_view name = is_weight ? std::string_view("weight") : own;
    if (const auto cell = cell_of_attribute<Row>(name)) {
      all.push_back({cell, std::nullopt});
    } else if (is_count_of_ours(names[i], types[i])) {
      all.push_back({});
    } else {
      all.push_back({nullptr, declare(ColumnInfo{own, types[i], "", ""})});
    }
  }
  return all;
}

template <class Row>
void fill(Row& row, const std::vector<Reading<Row>>& readings, std::span<const Fact> facts) {
  for (const Fact& fact : facts) {
    const Reading<Row>& reading = readings[fact.name];
    if (reading.column) {
      row.attributes.push_back({*reading.column, fact.cell});
    } else if (reading.cell != nullptr) {
      row.*reading.cell = fact.cell;
    }
  }
}

// A Network keeps a cell for each row of a column, so a file of names that hardly any row has would
// take far more memory than it has bytes.
bool is_too_wide(NetworkBuilder& builder, const Facts& facts, std::size_t rows, const char* what) {
  constexpr std::size_t kAlways = 1'000'000;
  const std::size_t names = facts.names().size();
  if (names <= 1 || rows <= (kAlways + 16 * facts.size()) / names) return false;
  builder.error({{}, 1, 1},
                std::to_string(names) + " attributes of " + what + ", of which most are missing",
                "give what means the same one name, or leave out what nearly nobody has");
  return true;
}

void add_vertices(NetworkBuilder& builder, const ForeignGraph& graph,
                  const std::vector<Reading<EntityRow>>& readings) {
  for (std::size_t v = 0; v < graph.vertices.size(); ++v) {
    EntityRow row;
    row.id = graph.vertices[v].id;
    fill(row, readings, graph.of_vertices.row(v));
    if (row.kind.text.empty()) row.kind = kEntityKind;
    if (row.name.text.empty()) row.name = graph.vertices[v].label;
    if (row.name.text.empty()) row.name = row.id;
    builder.add_entity(row);
  }
}

// A summit that is no vertex must be there before the first relation that names it.
void add_summit(NetworkBuilder& builder, const Cell& summit) {
  if (summit.text.empty() || summit.text.find('|') != std::string_view::npos) return;
  builder.ensure_entity(summit, "summit");
}

EdgeRow edge_row(const ForeignGraph& graph, std::size_t e,
                 const std::vector<Reading<EdgeRow>>& readings) {
  EdgeRow row;
  row.source = graph.edges[e].source;
  row.target = graph.edges[e].target;
  fill(row, readings, graph.of_edges.row(e));
  return row;
}

}  // namespace

void add_graph(NetworkBuilder& builder, ForeignGraph&& graph, const LoadOptions& options) {
  if (options.direction) graph.dataset.directed = *options.direction == Direction::directed;
  builder.allow_repeats();
  builder.allow_unstated();
  const bool too_wide =
      is_too_wide(builder, graph.of_vertices, graph.vertices.size(), "vertices") ||
      is_too_wide(builder, graph.of_edges, graph.edges.size(), "edges");
  if (too_wide) return;
  builder.describe(std::move(graph.dataset));
  const auto of_vertices = readings<EntityRow>(graph.of_vertices, [&builder](ColumnInfo info) {
    return builder.declare_entity_attribute(std::move(info));
  });
  const auto of_edges = readings<EdgeRow>(graph.of_edges, [&builder](ColumnInfo info) {
    return builder.declare_relation_attribute(std::move(info));
  });
  add_vertices(builder, graph, of_vertices);
  const std::vector<std::string>& names = graph.of_edges.names();
  if (std::find(names.begin(), names.end(), "summit") != names.end()) {
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
      add_summit(builder, edge_row(graph, e, of_edges).summit);
    }
  }
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    add_edge(builder, edge_row(graph, e, of_edges));
  }
}

bool can_be_ids(const std::vector<Cell>& labels) {
  std::unordered_set<std::string_view> taken;
  taken.reserve(labels.size());
  return std::all_of(labels.begin(), labels.end(), [&taken](const Cell& label) {
    const std::string_view text = label.text;
    if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
    const bool plain = std::none_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 32; });
    return plain && taken.insert(text).second;
  });
}

}  // namespace summitry::interchange
