// What the rows of entities, relations, sources and claims hold, by name: the columns of every table,
// and, as far as they are told by attributes, of vertices and edges.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "loaders/edge_rows.hpp"

namespace summitry {

// Where a part stands beside the columns of tables that are called so.
enum class Told : std::uint8_t {
  anywhere,  // graphs tell it of vertices and edges by an attribute of that name
  by_tables,  // of a graph it is its structure, or our exporter's count: an attribute is something else
};

// What a data package demands of a column.
enum class Demand : std::uint8_t {
  nothing,
  every_row,  // a value in every row
  few_words,  // one of a few words, which the builder checks
};

template <class Row>
struct RowPart {
  std::string_view name;
  Cell Row::*cell;
  Demand demand = Demand::nothing;
  Told told = Told::anywhere;
};

template <class Row>
inline constexpr std::array<RowPart<Row>, 0> kParts{};

template <>
inline constexpr std::array<RowPart<EntityRow>, 10> kParts<EntityRow>{
    {{"id", &EntityRow::id, Demand::every_row, Told::by_tables},
     {"kind", &EntityRow::kind, Demand::every_row},
     {"name", &EntityRow::name, Demand::every_row},
     {"subtype", &EntityRow::subtype},
     {"iso3", &EntityRow::iso3},
     {"aliases", &EntityRow::aliases},
     {"description", &EntityRow::description},
     {"from", &EntityRow::from},
     {"to", &EntityRow::to},
     {"sources", &EntityRow::sources, Demand::nothing, Told::by_tables}}};

template <>
inline constexpr std::array<RowPart<RelationRow>, 14> kParts<RelationRow>{
    {{"source", &RelationRow::source, Demand::every_row, Told::by_tables},
     {"type", &RelationRow::type, Demand::every_row},
     {"target", &RelationRow::target, Demand::every_row, Told::by_tables},
     {"status", &RelationRow::status, Demand::few_words},
     {"role", &RelationRow::role},
     {"summit", &RelationRow::summit},
     {"from", &RelationRow::from},
     {"to", &RelationRow::to},
     {"weight", &RelationRow::weight},
     {"amount", &RelationRow::amount},
     {"currency", &RelationRow::currency},
     {"sources", &RelationRow::sources, Demand::nothing, Told::by_tables},
     {"confidence", &RelationRow::confidence, Demand::few_words},
     {"note", &RelationRow::note}}};

template <>
inline constexpr std::array<RowPart<SourceRow>, 6> kParts<SourceRow>{
    {{"id", &SourceRow::id, Demand::every_row},
     {"title", &SourceRow::title, Demand::every_row},
     {"publisher", &SourceRow::publisher},
     {"date", &SourceRow::date},
     {"url", &SourceRow::url},
     {"licence", &SourceRow::licence}}};

template <>
inline constexpr std::array<RowPart<ClaimRow>, 7> kParts<ClaimRow>{
    {{"entity", &ClaimRow::entity, Demand::every_row},
     {"attribute", &ClaimRow::attribute, Demand::every_row},
     {"value", &ClaimRow::value, Demand::every_row},
     {"source", &ClaimRow::source, Demand::every_row},
     {"qualifier", &ClaimRow::qualifier, Demand::few_words},
     {"date", &ClaimRow::date},
     {"note", &ClaimRow::note}}};

// Whether further columns may be there.
template <class Row>
inline constexpr bool kHasAttributes = requires(Row row) {
  row.attributes;
};

// Nothing where no part is called so.
template <class Row>
[[nodiscard]] const RowPart<Row>* part_named(std::string_view name) {
  const auto& parts = kParts<Row>;
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [name](const auto& part) { return part.name == name; });
  return found == parts.end() ? nullptr : &*found;
}

// What an attribute of that name fills.
template <class Row>
[[nodiscard]] Cell Row::*cell_of_attribute(std::string_view name) {
  const RowPart<Row>* part = part_named<Row>(name);
  return part == nullptr || part->told == Told::by_tables ? nullptr : part->cell;
}

// What exporters count of an edge, which is no data; of vertices they count the sources.
inline constexpr std::array<std::string_view, 2> kCounts{"relations", "sources"};

[[nodiscard]] inline bool is_count(std::string_view name) {
  return std::find(kCounts.begin(), kCounts.end(), name) != kCounts.end();
}

// Whether graphs have the name for something else than an attribute.
template <class Row>
[[nodiscard]] bool is_of_structure(std::string_view name) {
  const RowPart<Row>* part = part_named<Row>(name);
  if (part != nullptr) return part->told == Told::by_tables;
  return std::is_same_v<Row, EntityRow> ? name == "label" : name == "key" || name == "relations";
}

}  // namespace summitry
