// What the rows of an edge list mean: its header, and a relation or several for each further row.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/csv.hpp"
#include "loaders/edge_list/row_block.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/load.hpp"

namespace summitry {

class EdgeListLoad {
 public:
  EdgeListLoad(NetworkBuilder& builder, const LoadOptions& options)
      : builder_(builder), options_(options) {}

  // Whether the first row names columns; then it is no relation. With neither names nor a number of
  // cells that can be understood, the list is not usable.
  [[nodiscard]] bool read_header(std::span<const Cell> row, bool expect_header);
  [[nodiscard]] bool usable() const { return !columns_.empty(); }
  // Of the first relation: whether types are directions.
  void note_direction(std::span<const Cell> row);

  // Summits must be there before a relation names them.
  void add_summits(std::span<const Cell> row);
  void add_row(std::span<const Cell> row, std::span<const CsvProblem> problems);
  void finish();

  // What plain rows look like, once the direction is noted. Nothing when summits are named, since
  // these must be known from further down.
  [[nodiscard]] std::optional<RowShape> plain_rows(char delimiter) const;

 private:
  struct Column {
    Cell EdgeRow::*cell = nullptr;
    std::optional<std::size_t> attribute;
  };

  void name_columns(std::span<const Cell> row, bool ends_are_from_and_to);
  void read_direction(EdgeRow& edge);

  NetworkBuilder& builder_;
  const LoadOptions& options_;
  std::vector<Column> columns_;
  std::string direction_;  // the first of Gephi's Type: Directed or Undirected; "" for other types
  bool directed_ = false;  // by that
  bool mixed_ = false;
};

}  // namespace summitry
