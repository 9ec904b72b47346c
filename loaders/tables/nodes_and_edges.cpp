// Tables of nodes and edges. See nodes_and_edges.hpp.
#include "loaders/tables/nodes_and_edges.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/tables/fields.hpp"
#include "loaders/text.hpp"

namespace summitry::tables {
namespace {

using interchange::trimmed;

// What our exporter never calls an attribute, and what it derives.
constexpr std::array<std::string_view, 4> kReservedOfNodes{"id", "label", "interval", "timeset"};
constexpr std::array<std::string_view, 9> kReservedOfEdges{
    "id", "label", "interval", "timeset", "source", "target", "type", "kind", "weight"};
constexpr std::array<std::string_view, 1> kDerivedOfNodes{"sources"};

constexpr std::array<Special, 2> kOfNodes{{{"id", ""}, {"label", "name"}}};

Cell trimmed_cell(Cell cell) {
  cell.text = trimmed(cell.text);
  return cell;
}

bool begins_with(const Table& table, std::initializer_list<std::string_view> names) {
  return table.columns() >= names.size() &&
         std::equal(names.begin(), names.end(), table.names().begin(),
                    [](std::string_view name, const Cell& cell) { return cell.text == name; });
}

// Our exporter's tables have these columns in this order, whatever the data.
bool nodes_are_ours(const Table& table) {
  return begins_with(table, {"Id", "Label", "kind"}) && table.column("sources");
}
TimesIn times_in(bool is_ours) {
  return is_ours ? TimesIn::no_column : TimesIn::gephis_columns;
}

bool edges_are_ours(const Table& table) {
  return begins_with(table, {"Source", "Target", "Type", "Id"}) && table.column("relations") &&
         table.column("sources");
}

class Load {
 public:
  Load(NetworkBuilder& builder, const LoadOptions& options)
      : builder_(builder), remarks_(builder), options_(options) {}

  void add_nodes(Table& table);
  void add_edges(Table& table);

 private:
  struct Columns {
    std::size_t source = 0;
    std::size_t target = 0;
    std::optional<std::size_t> direction;
  };

  void add_node(const Table& table, std::size_t row, std::size_t id, Times& times);
  [[nodiscard]] std::optional<Columns> find_columns(const Table& table);
  [[nodiscard]] std::vector<Special> special_of_edges(const Table& table,
                                                      const Columns& columns) const;
  void read_directions(const Table& table, const Columns& columns);
  void add_summits(const Table& table);
  void add_edge(const Table& table, std::size_t row, const Columns& columns, Times& times,
                interchange::Repeats& repeats);
  void ensure_end(const Cell& end);

  NetworkBuilder& builder_;
  Remarks remarks_;
  const LoadOptions& options_;
  Fields<EntityRow> of_nodes_;
  Fields<EdgeRow> of_edges_;
  std::optional<std::unordered_set<std::string_view>> ids_;  // of the nodes, where there is a table
  bool directed_ = false;
  std::vector<bool> both_ways_;  // by row
};

void Load::add_nodes(Table& table) {
  builder_.reading(table.file());
  ids_.emplace();
  check_names(builder_, table);
  const auto id = table.column("id");
  if (!id) {
    builder_.error(table.start(0), "missing column \"Id\" of nodes",
                   "name the column that edges refer to Id");
    return;
  }
  Times times(builder_, remarks_, table, times_in(nodes_are_ours(table)));
  of_nodes_.declare(builder_, table, times, kOfNodes,
                    {nodes_are_ours(table), kReservedOfNodes, kDerivedOfNodes});
  for (std::size_t row = 1; row < table.rows(); ++row) add_node(table, row, *id, times);
}

void Load::add_node(const Table& table, std::size_t row, std::size_t id, Times& times) {
  EntityRow entity;
  entity.id = trimmed_cell(table.at(row, id));
  of_nodes_.fill(builder_, table, row, entity, times.span(row), times.are_numbers());
  if (entity.name.text.empty()) entity.name = entity.id;
  entity.kind = trimmed_cell(entity.kind);
  if (entity.kind.text.empty()) entity.kind = kEntityKind;
  ids_->insert(entity.id.text);
  builder_.add_entity(entity);
}

std::optional<Load::Columns> Load::find_columns(const Table& table) {
  auto source = table.column("source");
  auto target = table.column("target");
  if (!source && !target) {
    source = table.column("from");
    target = table.column("to");
  }
  if (!source || !target) {
    builder_.error(
        table.start(0),
        std::string("missing column ") + (source ? "\"Target\"" : "\"Source\"") + " of edges",
        "name both ends of the edges");
    return std::nullopt;
  }
  Columns columns{*source, *target, {}};
  const auto type = table.column("type");
  if (!type) return columns;
  for (std::size_t row = 1; row < table.rows(); ++row) {
    const std::string word = lower(trimmed(table.at(row, *type).text));
    if (word.empty()) continue;
    if (word == "directed" || word == "undirected" || word == "mutual") columns.direction = type;
    break;
  }
  if (edges_are_ours(table)) columns.direction = type;
  return columns;
}

std::vector<Special> Load::special_of_edges(const Table& table, const Columns& columns) const {
  const auto small = [&table](std::size_t column) { return lower(table.names()[column].text); };
  const bool are_from_and_to = small(columns.source) == "from";
  std::vector<Special> special{{are_from_and_to ? "from" : "source", ""},
                               {are_from_and_to ? "to" : "target", ""},
                               {"id", ""},
                               {"label", "label"},
                               {"weight", "weight"}};
  if (columns.direction) special.push_back({"type", ""});
  const bool is_typed =
      table.column("relation-type") || (table.column("type") && !columns.direction);
  special.push_back({"relation-type", "type"});
  special.push_back({"kind", is_typed ? "kind" : "type"});
  return special;
}

void Load::read_directions(const Table& table, const Columns& columns) {
  Directions directions;
  const Cell* place = nullptr;
  both_ways_.assign(table.rows(), false);
  for (std::size_t row = 1; columns.direction && row < table.rows(); ++row) {
    const Cell cell = trimmed_cell(table.at(row, *columns.direction));
    const std::string word = lower(cell.text);
    if (!word.empty() && word != "directed" && word != "undirected" && word != "mutual") {
      builder_.error(cell, "unknown direction " + in_quotes(cell.text),
                     "write Directed or Undirected");
    }
    const bool is_undirected = word.empty() || word == "undirected";
    ++(is_undirected ? directions.undirected : directions.directed);
    both_ways_[row] = word == "mutual" || (is_undirected && !options_.direction);
    place = &table.names()[*columns.direction];
  }
  directed_ = directions.network_is_directed(options_);
  if (place != nullptr) directions.warn_of_both(builder_, *place, options_);
}

void Load::add_summits(const Table& table) {
  const auto column = of_edges_.column_of(&EdgeRow::summit);
  if (!column) return;
  for (std::size_t row = 1; row < table.rows(); ++row) {
    ensure_summit(builder_, trimmed_cell(table.at(row, *column)));
  }
}

void Load::add_edges(Table& table) {
  builder_.reading(table.file());
  check_names(builder_, table);
  const auto columns = find_columns(table);
  if (!columns) return;
  read_directions(table, *columns);
  Dataset dataset;
  dataset.directed = directed_;
  builder_.describe(std::move(dataset));
  Times times(builder_, remarks_, table, times_in(edges_are_ours(table)));
  const std::vector<Special> special = special_of_edges(table, *columns);
  of_edges_.declare(builder_, table, times, special,
                    {edges_are_ours(table), kReservedOfEdges, kCounts});
  add_summits(table);
  interchange::Repeats repeats(table.bytes());
  for (std::size_t row = 1; row < table.rows(); ++row) {
    add_edge(table, row, *columns, times, repeats);
  }
}

// Gephi makes the node as well.
void Load::ensure_end(const Cell& end) {
  if (end.text.empty()) return;
  if (ids_ && ids_->insert(end.text).second) {
    builder_.warning(end,
                     in_quotes(end.text) + " is not in the table of nodes, and becomes an entity",
                     "add it there, or mend its id");
  }
  builder_.ensure_entity(end, kEntityKind);
}

void Load::add_edge(const Table& table, std::size_t row, const Columns& columns, Times& times,
                    interchange::Repeats& repeats) {
  std::vector<interchange::Spell> spells = times.spells(row);
  if (spells.size() > 1 &&
      repeats.are_too_many(builder_, table.start(row), spells.size(), table.bytes_of(row))) {
    return;
  }
  if (spells.empty()) spells.emplace_back();
  for (const interchange::Spell& spell : spells) {
    EdgeRow edge;
    edge.source = trimmed_cell(table.at(row, columns.source));
    edge.target = trimmed_cell(table.at(row, columns.target));
    of_edges_.fill(builder_, table, row, edge, spell, times.are_numbers());
    ensure_end(edge.source);
    ensure_end(edge.target);
    for (Cell EdgeRow::*cell : {&EdgeRow::status, &EdgeRow::summit, &EdgeRow::confidence}) {
      edge.*cell = trimmed_cell(edge.*cell);
    }
    add_directed(builder_, edge, directed_ && both_ways_[row]);
  }
}

}  // namespace

void add_nodes_and_edges(NetworkBuilder& builder, Table* nodes, Table* edges,
                         const LoadOptions& options) {
  builder.allow_repeats();
  builder.allow_unstated();
  Load load(builder, options);
  if (nodes != nullptr) load.add_nodes(*nodes);
  if (edges != nullptr) load.add_edges(*edges);
}

}  // namespace summitry::tables
