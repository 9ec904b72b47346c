#include "exporters/tabular/sqlite.hpp"

#include <sqlite3.h>

#include <memory>
#include <string_view>
#include <vector>

#include "engine/error.hpp"
#include "engine/number.hpp"
#include "exporters/tabular/result_tables.hpp"

namespace summitry {
namespace {

using tabular::result_tables;

// Closed and finalised by the handle that holds them.
struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

// A database in memory. Throws SaveError with what SQLite says.
class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int result = sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    check(result);
  }

  void run(const std::string& sql) {
    check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
  }

  [[nodiscard]] std::unique_ptr<sqlite3_stmt, Close> prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr));
    return std::unique_ptr<sqlite3_stmt, Close>(statement);
  }

  void check(int result) const {
    if (result == SQLITE_OK || result == SQLITE_DONE) return;
    throw SaveError(std::string("SQLite: ") +
                    (database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(result)));
  }

  [[nodiscard]] std::string bytes() const {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, Close> held(
        sqlite3_serialize(database_.get(), "main", &size, 0));
    if (!held) throw SaveError("SQLite: out of memory");
    return {held.get(), held.get() + size};
  }

 private:
  std::unique_ptr<sqlite3, Close> database_;
};

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string_view affinity(const std::string& type) {
  if (type == "integer" || type == "boolean") return "INTEGER";
  return type == "number" ? "REAL" : "TEXT";
}

std::string key_of(std::string_view table) {
  return table == "relations" ? "relation" : "id";
}

std::string create(const PackageTable& table) {
  std::string sql = "CREATE TABLE " + quoted(table.name) + " (";
  for (const PackageColumn& column : table.columns) {
    if (&column != &table.columns.front()) sql += ", ";
    sql.append(quoted(column.name)).append(" ").append(affinity(column.type));
    if (column.name == table.key) sql += " PRIMARY KEY";
    if (column.required) sql += " NOT NULL";
    if (column.refers_to.empty()) continue;
    sql.append(" REFERENCES ").append(quoted(column.refers_to));
    sql.append("(").append(quoted(key_of(column.refers_to))).append(")");
  }
  return sql + ')';
}

std::string insert(const PackageTable& table) {
  std::string sql = "INSERT INTO " + quoted(table.name) + " VALUES (?";
  for (std::size_t c = 1; c < table.columns.size(); ++c) sql += ", ?";
  return sql + ')';
}

int put(sqlite3_stmt* statement, int at, const std::string& text, const PackageColumn& column) {
  if (text.empty() && !column.required) return sqlite3_bind_null(statement, at);
  const std::string& type = column.type;
  if (type == "boolean") return sqlite3_bind_int(statement, at, text == "true" ? 1 : 0);
  if (type == "integer") {
    if (const auto integer = parse_integer(text)) {
      return sqlite3_bind_int64(statement, at, *integer);
    }
  }
  if (type == "number") {
    if (const auto number = parse_number(text)) return sqlite3_bind_double(statement, at, *number);
  }
  return sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8);
}

void fill(Database& database, const PackageTable& table) {
  const auto statement = database.prepare(insert(table));
  for (std::size_t row = 0; row < table.rows; ++row) {
    int at = 0;
    for (const PackageColumn& column : table.columns) {
      database.check(put(statement.get(), ++at, column.cell(row), column));
    }
    database.check(sqlite3_step(statement.get()));
    database.check(sqlite3_reset(statement.get()));
  }
}

}  // namespace

std::string to_sqlite(const ExportParts& parts) {
  Database database;
  database.run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; BEGIN");
  for (const PackageTable& table : result_tables(parts)) {
    database.run(create(table));
    fill(database, table);
  }
  database.run("COMMIT; VACUUM");
  return database.bytes();
}

}  // namespace summitry
