// NetworkBuilder: the only way to make a Network. It is handed rows of text cells with their place,
// reads dates, numbers and references, and collects every finding, not only the first.
//
// Order of calls: attributes and rules, then sources, entities, relations, claims, series,
// containers. A reference must have been added before it is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding.hpp"
#include "engine/network.hpp"
#include "engine/run.hpp"

namespace summitry {

// One field of the input: its text and where it stands (1-based; 0 when made by a program).
struct Cell {
  std::string_view text;
  std::size_t line = 0;
  std::size_t column = 0;

  Cell() = default;
  Cell(std::string_view text_, std::size_t line_ = 0, std::size_t column_ = 0)  // NOLINT: implicit
      : text(text_), line(line_), column(column_) {}
  Cell(const char* text_) : text(text_) {}         // NOLINT: implicit, for programs and tests
  Cell(const std::string& text_) : text(text_) {}  // NOLINT: implicit
};

struct AttributeCell {
  std::size_t attribute = 0;  // what declare_… returned
  Cell cell;
};

// The fields of contract.md's entities.csv; cells that are not there stay empty.
struct EntityRow {
  Cell id, kind, name, subtype, iso3, aliases, description, from, to, sources;
  std::vector<AttributeCell> attributes;
};

struct RelationRow {
  Cell source, type, target, status, role, summit, from, to, weight, amount, currency, sources,
      confidence, note;
  std::vector<AttributeCell> attributes;
};

// Relations between entities that are there, without dates, words or sources of their own: what most
// lines of a long list are. Beside one another, an item a relation.
struct PlainRelations {
  std::span<const EntityIndex> sources;  // what ensure_entities() returned
  std::span<const EntityIndex> targets;
  std::span<const std::uint32_t> types;  // what intern_type() returned; one alone is that of all
  std::span<const double> weights;       // not a number: none; empty: nobody has one
};

struct SourceRow {
  Cell id, title, publisher, date, url, licence;
};

struct ClaimRow {
  Cell entity, attribute, value, source, qualifier, date, note;
};

struct SeriesRow {
  Cell id, name;
  std::vector<Cell> editions;
  std::vector<Cell> participation;
};

struct Built {
  std::optional<Network> network;  // nothing when there is an error among the findings
  std::vector<Finding> findings;
};

struct BuilderState;  // private to the builder's own sources
struct SortedRows;

class NetworkBuilder {
 public:
  NetworkBuilder();
  NetworkBuilder(NetworkBuilder&&) noexcept;
  NetworkBuilder& operator=(NetworkBuilder&&) noexcept;
  ~NetworkBuilder();

  // Names the file that the following findings point to.
  void reading(std::string file);
  void describe(Dataset dataset);
  void add_rule(RelationRule rule);
  [[nodiscard]] std::size_t declare_entity_attribute(ColumnInfo info);
  [[nodiscard]] std::size_t declare_relation_attribute(ColumnInfo info);

  void add_source(const SourceRow& row);
  void add_entity(const EntityRow& row);
  void add_relation(const RelationRow& row);
  void add_claim(const ClaimRow& row);
  void add_series(const SeriesRow& row);
  void add_container(const Cell& entity, const Cell& type);

  // For formats without a table of entities: adds the entity unless it is there already.
  void ensure_entity(const Cell& id, std::string_view kind);

  // The same for millions of rows, faster. Ids are as ensure_entity() takes them without a finding:
  // not empty, without spaces at their ends and without control characters. `hashes` are
  // NameIndex::hash_of() of each.
  [[nodiscard]] std::vector<EntityIndex> ensure_entities(std::span<const std::string_view> ids,
                                                         std::span<const std::size_t> hashes,
                                                         std::string_view kind);
  // Of those alone that are there, kNone for the others. From any thread, while nothing is added.
  [[nodiscard]] std::vector<EntityIndex> find_entities(std::span<const std::string_view> ids,
                                                       std::span<const std::size_t> hashes) const;
  // Of a type that is not "". No rule is checked: only for types, or kinds, that none speaks of.
  [[nodiscard]] std::uint32_t intern_type(std::string_view type);
  void add_relations(const PlainRelations& rows);
  // A hint: about how many relations there will be in all.
  void expect_relations(std::size_t count);

  // For formats whose repeated relations are data, not slips (an edge list): no warning.
  void allow_repeats();
  // For formats without a place for sources and rules: confidence without a source is no slip, and what
  // a standard rule forbids a warning, since the data set may have a rule of its own.
  void allow_unstated();

  // A loader's own finding, at a cell of the file being read.
  void error(const Cell& cell, std::string what, std::string remedy);
  void warning(const Cell& cell, std::string what, std::string remedy);
  [[nodiscard]] std::span<const Finding> findings() const;

  // Findings come in the order of the files as they were read, then by line and column.
  [[nodiscard]] Built build(const Run& run) &&;
  [[nodiscard]] Built build() &&;  // on one thread
  // build(), throwing LoadError when there is an error.
  [[nodiscard]] Network finish() &&;

 private:
  void place_entities(Network& network, const std::vector<std::uint32_t>& order);
  void place_plain_relations(Network& network, SortedRows rows);
  void place_relations(Network& network, const std::vector<std::uint32_t>& order);

  std::unique_ptr<BuilderState> state_;
};

}  // namespace summitry
