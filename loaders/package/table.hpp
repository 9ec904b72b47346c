// One table of a data package: the CSV file of a resource, its header matched with the columns that
// the format knows, further columns as attributes, every row's cells in the builder's spelling.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/csv.hpp"
#include "loaders/package/descriptor.hpp"

namespace summitry::package {

struct KnownColumn {
  std::string_view name;
  bool required = false;  // the builder demands it in every row
  bool closed = false;    // one of a few words, which the builder checks
};

class Table {
 public:
  // Declares a further column to the builder; empty where the table may have none.
  using Declare = std::function<std::size_t(ColumnInfo)>;

  // `text` is what clean_text makes of the file. All outlive the table.
  Table(NetworkBuilder& builder, std::string_view text, const Resource& resource,
        std::span<const KnownColumn> known);

  // Reads the header. False when no row can be read by it: what is wrong is reported.
  [[nodiscard]] bool open(const Declare& declare);

  // The next row; false after the last. A row whose cells do not match the header is reported, and
  // only its first columns are there: enough to know an id that others refer to.
  [[nodiscard]] bool next();
  [[nodiscard]] bool ragged() const { return ragged_; }
  // The cell under the known column of this number; empty, at the row's start, when there is none.
  [[nodiscard]] Cell cell(std::size_t known) const;
  [[nodiscard]] const std::vector<AttributeCell>& attributes() const { return attributes_; }

 private:
  struct HeaderColumn {
    std::optional<std::size_t> known;      // number among the known columns
    std::optional<std::size_t> attribute;  // what declare returned
    const Field* field = nullptr;
    std::string name;
  };

  void match(const Cell& name, const Declare& declare);
  void match_further(const Cell& name, const Field* field, const Declare& declare,
                     HeaderColumn& column);
  [[nodiscard]] bool suggest_delimiter();
  void check_header(const Cell& start);
  [[nodiscard]] Cell spelt(const HeaderColumn& column, const Cell& cell);
  void check(const HeaderColumn& column, const Cell& cell);

  NetworkBuilder& builder_;
  const Resource& resource_;
  std::span<const KnownColumn> known_;
  CsvReader reader_;
  std::vector<HeaderColumn> header_;
  std::vector<Cell> cells_;  // by known column
  std::vector<AttributeCell> attributes_;
  std::deque<std::string> respelt_;  // of the row in hand; a deque: cells point into it
  bool ragged_ = false;
};

}  // namespace summitry::package
