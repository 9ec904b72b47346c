// Edges as relations. See edge_rows.hpp.
#include "loaders/edge_rows.hpp"

#include <string>
#include <vector>

#include "engine/items.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

std::vector<Cell> items_or(const Cell& cell, const Cell& none) {
  std::vector<Cell> found = items(cell);
  if (found.empty()) found.push_back(none);
  return found;
}

bool is_one(const Cell& cell) {
  return cell.text.find('|') == std::string_view::npos;
}

RelationRow row_of(NetworkBuilder& builder, const EdgeRow& edge, bool is_several) {
  RelationRow row = edge;
  if (!is_one(edge.summit)) {
    row.summit = {};
    builder.warning(edge.summit,
                    "the summits " + in_quotes(edge.summit.text) + " of one edge are left out",
                    "write an edge a relation, so that each can name its summit");
  }
  if (is_several) row.weight = {};
  if (is_several && !edge.weight.text.empty()) {
    builder.warning(
        edge.weight,
        "the weight " + in_quotes(edge.weight.text) + " of several relations together is left out",
        "write an edge a relation, so that each has its own");
  }
  return row;
}

}  // namespace

void add_edge(NetworkBuilder& builder, const EdgeRow& edge) {
  for (const Cell& end : {edge.source, edge.target}) {
    if (!end.text.empty()) builder.ensure_entity(end, kEntityKind);
  }
  add_relations(builder, edge);
}

void add_relations(NetworkBuilder& builder, const EdgeRow& edge) {
  const Cell related(kRelationType, edge.source.line, edge.source.column);
  const Cell& type_or_several = edge.type.text.empty() ? related : edge.type;
  if (is_one(type_or_several) && is_one(edge.status)) {
    RelationRow row = row_of(builder, edge, false);
    row.type = type_or_several;
    row.status = edge.status;
    builder.add_relation(row);
    return;
  }
  const std::vector<Cell> types = items_or(edge.type, related);
  const std::vector<Cell> statuses = items_or(edge.status, {});
  if (types.size() > 1 && statuses.size() > 1) {
    builder.error(edge.status,
                  "which status of " + in_quotes(edge.status.text) + " belongs to which type of " +
                      in_quotes(edge.type.text) + " cannot be known",
                  "write an edge a relation");
    return;
  }
  RelationRow row = row_of(builder, edge, types.size() + statuses.size() > 2);
  for (const Cell& type : types) {
    for (const Cell& status : statuses) {
      row.type = type;
      row.status = status;
      builder.add_relation(row);
    }
  }
}

}  // namespace summitry
