// Any bytes as a SQLite database, read as one of ours or asked for all of two tables: as a database
// where they begin as one, else as its tables (see files_in.hpp), since bytes changed within a database
// are mostly refused by SQLite itself. A table's lines are its columns and its rows, between tabs; the
// first byte of a cell may say that it is a number or a blob.
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/database/sqlite/sqlite.hpp"
#include "tests/fuzz/files_in.hpp"

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(at); end != text.npos; end = text.find(at)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string in_sql(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

bool run(sqlite3* database, const std::string& sql) {
  return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

void bind(sqlite3_stmt* row, int at, std::string_view cell) {
  const std::string rest(cell.substr(cell.empty() ? 0 : 1));
  if (cell.empty()) {
    sqlite3_bind_null(row, at);
  } else if (cell.front() == '#') {
    sqlite3_bind_int64(row, at, std::strtoll(rest.c_str(), nullptr, 10));
  } else if (cell.front() == '~') {
    sqlite3_bind_double(row, at, std::strtod(rest.c_str(), nullptr));
  } else if (cell.front() == '!') {
    sqlite3_bind_blob(row, at, rest.data(), static_cast<int>(rest.size()), SQLITE_TRANSIENT);
  } else {
    sqlite3_bind_text(row, at, cell.data(), static_cast<int>(cell.size()), SQLITE_TRANSIENT);
  }
}

void add_table(sqlite3* database, const std::string& name, std::string_view text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  const std::vector<std::string_view> columns = split(lines[0], '\t');
  std::string names;
  std::string places;
  for (const std::string_view column : columns) {
    names.append(names.empty() ? "" : ", ").append(in_sql(column));
    places.append(places.empty() ? "?" : ", ?");
  }
  if (!run(database, "CREATE TABLE " + in_sql(name) + " (" + names + ")")) return;
  sqlite3_stmt* row = nullptr;
  const std::string insert = "INSERT INTO " + in_sql(name) + " VALUES (" + places + ")";
  sqlite3_prepare_v2(database, insert.c_str(), -1, &row, nullptr);
  for (std::size_t i = 1; row != nullptr && i < lines.size(); ++i) {
    const std::vector<std::string_view> cells = split(lines[i], '\t');
    if (cells.size() != columns.size()) continue;
    for (std::size_t c = 0; c < cells.size(); ++c) bind(row, static_cast<int>(c) + 1, cells[c]);
    sqlite3_step(row);
    sqlite3_reset(row);
  }
  sqlite3_finalize(row);
}

std::string database_of(const std::string& bytes) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  run(database, "PRAGMA page_size = 512; BEGIN");
  for (const auto& [name, text] : files_in(bytes)) add_table(database, name, text);
  run(database, "COMMIT");
  sqlite3_int64 size = 0;
  unsigned char* written = sqlite3_serialize(database, "main", &size, 0);
  std::string out;
  if (written != nullptr) out.assign(written, written + size);
  sqlite3_free(written);
  sqlite3_close(database);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  return 0;
}

// The length decides how it is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(data, data + size);
  if (!bytes.starts_with("SQLite")) bytes = database_of(bytes);
  summitry::LoadOptions options;
  if (size % 2 == 1) {
    options.entities_query = "SELECT * FROM entities LIMIT 1000";
    options.relations_query = "SELECT * FROM relations LIMIT 1000";
  }
  const summitry::Built built = summitry::read_sqlite(bytes, "fuzz.sqlite", options);
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
