// The answer of a SQLite database. A column has the type of its values, which the query is run for
// twice: as integer, number or text, as a date where all texts are dates (or it is declared so), and as
// truth where it is declared BOOLEAN and all are 0 and 1. Nothing is copied but the row in hand.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "loaders/database/sqlite/file.hpp"

namespace summitry::database {

class SqliteRows final : public RowSource {
 public:
  // With `most`, a table of more content than so many bytes is no table, but damage.
  [[nodiscard]] static std::unique_ptr<SqliteRows> of(NetworkBuilder& builder,
                                                      const SqliteFile& file, std::string_view sql,
                                                      std::optional<std::size_t> most = {});

  [[nodiscard]] std::span<const SourceColumn> columns() const override { return columns_; }
  // What the database says elsewhere of its columns.
  [[nodiscard]] std::vector<SourceColumn>& columns() { return columns_; }
  [[nodiscard]] bool next() override;
  [[nodiscard]] Cell cell(std::size_t column) override;

 private:
  SqliteRows(NetworkBuilder& builder, const SqliteFile& file, SqliteStatement statement)
      : builder_(builder), file_(file), statement_(std::move(statement)) {}

  [[nodiscard]] bool look(std::optional<std::size_t> most);
  [[nodiscard]] std::string_view text(std::size_t column);

  NetworkBuilder& builder_;
  const SqliteFile& file_;
  SqliteStatement statement_;
  std::vector<SourceColumn> columns_;
  std::size_t row_ = 0;
  std::deque<std::string> numbers_;  // of the row in hand; a deque: cells point into it
};

}  // namespace summitry::database
