// The answer of a PostgreSQL server, a row at a time. Its types are those of the columns: integers and
// oids, numbers, truth, dates, times (of which the day is kept, which is said), arrays as lists;
// everything else is text, but bytes, which are an error.
#pragma once

#include <atomic>
#include <deque>
#include <string>
#include <vector>

#include "loaders/database/postgresql/connection.hpp"

namespace summitry::database {

// The first line of what the server or libpq says, as the text of a finding.
[[nodiscard]] std::string said(const char* message);

class PostgresqlRows final : public RowSource {
 public:
  // Of the query that was sent; the connection outlives it. Nothing, with what is wrong reported, when
  // it gives no rows.
  [[nodiscard]] static std::unique_ptr<PostgresqlRows> of(NetworkBuilder& builder,
                                                          PGconn* connection,
                                                          const std::atomic<bool>* cancel);
  ~PostgresqlRows() override;

  [[nodiscard]] std::span<const SourceColumn> columns() const override { return columns_; }
  [[nodiscard]] bool next() override;
  [[nodiscard]] Cell cell(std::size_t column) override;

 private:
  PostgresqlRows(NetworkBuilder& builder, PGconn* connection, const std::atomic<bool>* cancel)
      : builder_(builder), connection_(connection), cancel_(cancel) {}

  [[nodiscard]] bool begin();
  void fetch() { result_.reset(PQgetResult(connection_)); }
  void await_answer() const;
  [[nodiscard]] Cell day(const Cell& cell, std::size_t column);
  [[nodiscard]] Cell list(const Cell& cell);
  void check_digits(const Cell& cell, std::size_t column);
  void warn_once(const Cell& cell, std::size_t column, std::string what, std::string remedy);

  NetworkBuilder& builder_;
  PGconn* connection_;
  const std::atomic<bool>* cancel_;
  PostgresqlResult result_;
  std::vector<SourceColumn> columns_;
  std::vector<Oid> types_;
  std::vector<bool> warned_;  // by column
  std::size_t row_ = 0;
  bool started_ = false;           // the first result is in hand from the beginning
  std::deque<std::string> spelt_;  // of the row in hand; a deque: cells point into it
};

}  // namespace summitry::database
