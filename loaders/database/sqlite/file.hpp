// A SQLite database, opened for reading alone, and its answers to queries.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/database/row_source.hpp"

namespace summitry::database {

// Closed and finalised by the handle that holds them.
struct CloseSqlite {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, CloseSqlite>;

class SqliteFile {
 public:
  // Neither writes to it nor beside it. What is wrong is reported, and nothing comes of it. Once
  // `cancel` is set, whatever is asked throws Cancelled.
  [[nodiscard]] static std::optional<SqliteFile> open(NetworkBuilder& builder,
                                                      const std::filesystem::path& path,
                                                      const std::atomic<bool>* cancel);
  // The bytes of a file, which outlive this.
  [[nodiscard]] static std::optional<SqliteFile> open(NetworkBuilder& builder, std::string& bytes,
                                                      const std::atomic<bool>* cancel);

  [[nodiscard]] std::size_t size() const { return size_; }  // in bytes
  [[nodiscard]] std::vector<std::string> tables(NetworkBuilder& builder) const;
  // The columns of a table that holds them itself: of a view, a virtual table and where a column is
  // worked out, none.
  [[nodiscard]] std::vector<std::string> columns_of(NetworkBuilder& builder,
                                                    std::string_view table) const;
  // Cells may be no longer than the file, so that none can be made up.
  void bound_cells() const;

  // The one query in the text, which must give rows; nothing, with what is wrong reported, otherwise.
  [[nodiscard]] SqliteStatement prepare(NetworkBuilder& builder, std::string_view sql) const;
  // What went wrong last. Throws Cancelled where that was what ended a query.
  void report(NetworkBuilder& builder, const Cell& place = {}) const;

 private:
  [[nodiscard]] static std::optional<SqliteFile> opened(NetworkBuilder& builder, sqlite3* database,
                                                        int result, std::size_t size,
                                                        const std::atomic<bool>* cancel);
  [[nodiscard]] std::vector<std::string> texts(NetworkBuilder& builder, std::string_view sql,
                                               std::string_view given = {}) const;

  std::unique_ptr<sqlite3, CloseSqlite> database_;
  std::size_t size_ = 0;
};

}  // namespace summitry::database
