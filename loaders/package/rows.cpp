// Rows of a data package's tables. See rows.hpp.
#include "loaders/package/rows.hpp"

#include <array>

namespace summitry::package {
namespace {

constexpr std::array<KnownColumn, 6> kSourceColumns{
    {{"id", true}, {"title", true}, {"publisher"}, {"date"}, {"url"}, {"licence"}}};
constexpr std::array<KnownColumn, 10> kEntityColumns{{{"id", true},
                                                      {"kind", true},
                                                      {"name", true},
                                                      {"subtype"},
                                                      {"iso3"},
                                                      {"aliases"},
                                                      {"description"},
                                                      {"from"},
                                                      {"to"},
                                                      {"sources"}}};
constexpr std::array<KnownColumn, 14> kRelationColumns{{{"source", true},
                                                        {"type", true},
                                                        {"target", true},
                                                        {"status", false, true},
                                                        {"role"},
                                                        {"summit"},
                                                        {"from"},
                                                        {"to"},
                                                        {"weight"},
                                                        {"amount"},
                                                        {"currency"},
                                                        {"sources"},
                                                        {"confidence", false, true},
                                                        {"note"}}};
constexpr std::array<KnownColumn, 7> kClaimColumns{{{"entity", true},
                                                    {"attribute", true},
                                                    {"value", true},
                                                    {"source", true},
                                                    {"qualifier", false, true},
                                                    {"date"},
                                                    {"note"}}};

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
  SourceRow row;
  row.id = table.cell(0);
  row.title = table.ragged() ? table.cell(0) : table.cell(1);
  if (!table.ragged()) {
    row.publisher = table.cell(2);
    row.date = table.cell(3);
    row.url = table.cell(4);
    row.licence = table.cell(5);
  }
  builder.add_source(row);
}

void add_entity(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) {  // reported: now only those that refer to it need to find it
    if (!table.cell(0).text.empty()) builder.ensure_entity(table.cell(0), table.cell(1).text);
    return;
  }
  EntityRow row;
  row.id = table.cell(0);
  row.kind = table.cell(1);
  row.name = table.cell(2);
  row.subtype = table.cell(3);
  row.iso3 = table.cell(4);
  row.aliases = table.cell(5);
  row.description = table.cell(6);
  row.from = table.cell(7);
  row.to = table.cell(8);
  row.sources = table.cell(9);
  row.attributes = table.attributes();
  builder.add_entity(row);
}

void add_relation(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) return;
  RelationRow row;
  row.source = table.cell(0);
  row.type = table.cell(1);
  row.target = table.cell(2);
  row.status = table.cell(3);
  row.role = table.cell(4);
  row.summit = table.cell(5);
  row.from = table.cell(6);
  row.to = table.cell(7);
  row.weight = table.cell(8);
  row.amount = table.cell(9);
  row.currency = table.cell(10);
  row.sources = table.cell(11);
  row.confidence = table.cell(12);
  row.note = table.cell(13);
  row.attributes = table.attributes();
  builder.add_relation(row);
}

void add_claim(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) return;
  ClaimRow row;
  row.entity = table.cell(0);
  row.attribute = table.cell(1);
  row.value = table.cell(2);
  row.source = table.cell(3);
  row.qualifier = table.cell(4);
  row.date = table.cell(5);
  row.note = table.cell(6);
  builder.add_claim(row);
}

}  // namespace summitry::package
