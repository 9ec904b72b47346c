// What a NetworkBuilder holds until the Network is made. Private to engine/network_*.cpp.
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/entity_rows.hpp"
#include "engine/graph.hpp"
#include "engine/network_builder.hpp"
#include "engine/uniform_column.hpp"

namespace summitry {

// A value a row, or nothing at all until the first row that has one.
template <class T>
struct SparseColumn {
  T missing{};
  std::vector<T> values;

  void set(std::size_t row, T value) {
    values.resize(row, missing);
    values.push_back(value);
  }
  [[nodiscard]] T at(std::size_t row) const { return row < values.size() ? values[row] : missing; }
};

struct FindingList {
  // A hostile file could have millions of faults; nobody reads past the first thousands.
  static constexpr std::size_t kMost = 10'000;
  static constexpr std::size_t kMostSuggestions = 200;

  std::vector<std::string> files;  // in order of reading
  std::vector<Finding> list;
  std::size_t left_out = 0;
  std::size_t suggestions = 0;

  void add(Severity severity, const Cell& cell, std::string what, std::string remedy);
  void add(Finding finding);
  // In order of file, line, column.
  [[nodiscard]] std::vector<Finding> sorted() &&;
};

// Where something stands, for findings that wait until all is read.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

struct SummitReference {  // a `summit` cell that names something of another kind
  EntityIndex entity;
  Place place;
};

struct BuilderState {
  FindingList findings;
  Dataset dataset;
  std::map<std::string, RelationRule, std::less<>> rules;

  EntityRows entities;
  SparseColumn<std::size_t> entity_line;
  std::vector<Column> entity_columns;

  std::vector<Source> sources;
  std::vector<std::size_t> source_line;
  std::unordered_map<std::string, SourceIndex> source_index;

  Dictionary words;
  std::string relation_file;
  bool unstated_allowed = false;  // sources and rules have no place in the format
  bool repeats_allowed = false;   // parallel relations are the data, not a slip
  std::vector<Edge> ends;         // source and target, beside one another as edges are sorted
  UniformColumn<std::uint32_t> type;
  UniformColumn<Status> status;
  UniformColumn<Confidence> confidence;
  std::vector<std::uint32_t> line;  // where the row stands, for findings about repeated rows
  SparseColumn<std::uint32_t> role{0, {}};
  SparseColumn<EntityIndex> summit{kNone, {}};
  SparseColumn<Date> from;
  SparseColumn<Date> to;
  SparseColumn<double> weight{std::nan(""), {}};
  SparseColumn<double> amount{std::nan(""), {}};
  SparseColumn<std::uint32_t> currency{0, {}};
  SparseColumn<std::uint32_t> note{0, {}};
  SparseColumn<std::uint32_t> citation_count{0, {}};
  std::vector<Citation> citations;
  std::vector<Column> relation_columns;
  std::vector<SummitReference> odd_summits;

  std::vector<Claim> claims;
  std::vector<Series> series;
  std::vector<Place> series_place;
  std::vector<Container> containers;

  [[nodiscard]] std::optional<EntityIndex> find_entity(std::string_view id) const {
    return entities.find(id);
  }
  void add_entity(Entity entity, std::size_t line_of_id) {
    entity_line.set(entities.size(), line_of_id);
    entities.add(std::move(entity));
  }
  // Findings about repeated relations point to the file that the first relation came from.
  void relations_begin() {
    if (relation_file.empty() && !findings.files.empty()) relation_file = findings.files.back();
  }
  [[nodiscard]] Place place(const Cell& cell) const {
    return {findings.files.empty() ? std::string() : findings.files.back(), cell.line, cell.column};
  }
  void report(Severity severity, const Place& at, std::string what, std::string remedy) {
    findings.add({severity, at.file, at.line, at.column, std::move(what), std::move(remedy)});
  }
  void error(const Cell& cell, std::string what, std::string remedy) {
    findings.add(Severity::error, cell, std::move(what), std::move(remedy));
  }
  void broken_rule(const Cell& cell, std::string what, std::string remedy) {
    findings.add(unstated_allowed ? Severity::warning : Severity::error, cell, std::move(what),
                 std::move(remedy));
  }
  void warning(const Cell& cell, std::string what, std::string remedy) {
    findings.add(Severity::warning, cell, std::move(what), std::move(remedy));
  }
};

}  // namespace summitry
