// Rows of a data package's tables. See rows.hpp.
#include "loaders/package/rows.hpp"

#include <array>

#include "loaders/row_parts.hpp"

namespace summitry::package {
namespace {

template <class Row>
constexpr auto columns_of() {
  std::array<KnownColumn, kParts<Row>.size()> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const RowPart<Row>& part = kParts<Row>[i];
    columns[i] = {part.name, part.demand == Demand::every_row, part.demand == Demand::few_words};
  }
  return columns;
}

constexpr auto kSourceColumns = columns_of<SourceRow>();
constexpr auto kEntityColumns = columns_of<EntityRow>();
constexpr auto kRelationColumns = columns_of<RelationRow>();
constexpr auto kClaimColumns = columns_of<ClaimRow>();

template <class Row>
Row row_of(const Table& table) {
  Row row;
  for (std::size_t i = 0; i < kParts<Row>.size(); ++i) row.*kParts<Row>[i].cell = table.cell(i);
  return row;
}

}  // namespace

std::span<const KnownColumn> source_columns() {
  return kSourceColumns;
}
std::span<const KnownColumn> entity_columns() {
  return kEntityColumns;
}
std::span<const KnownColumn> relation_columns() {
  return kRelationColumns;
}
std::span<const KnownColumn> claim_columns() {
  return kClaimColumns;
}

void add_source(NetworkBuilder& builder, const Table& table) {
  SourceRow row = row_of<SourceRow>(table);
  if (table.ragged()) {
    row = {};
    row.id = row.title = table.cell(0);
  }
  builder.add_source(row);
}

void add_entity(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) {  // reported: now only those that refer to it need to find it
    if (!table.cell(0).text.empty()) builder.ensure_entity(table.cell(0), table.cell(1).text);
    return;
  }
  auto row = row_of<EntityRow>(table);
  row.attributes = table.attributes();
  builder.add_entity(row);
}

void add_relation(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) return;
  auto row = row_of<RelationRow>(table);
  row.attributes = table.attributes();
  builder.add_relation(row);
}

void add_claim(NetworkBuilder& builder, const Table& table) {
  if (!table.ragged()) builder.add_claim(row_of<ClaimRow>(table));
}

}  // namespace summitry::package
