#include "loaders/database/sqlite/file.hpp"

#include <algorithm>
#include <system_error>

#include "engine/error.hpp"
#include "loaders/text.hpp"

namespace summitry::database {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRemedy = "mend the database, or save it anew";

// As the path of an address that SQLite opens.
std::string address_of(const fs::path& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const std::string text = path.string();
  std::string address = "file:";
  for (const char c : text) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      address.append("%").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
    } else {
      address += c;
    }
  }
  return address + "?mode=ro&immutable=1";
}

// What another program has written, and not yet put into the file itself, would be missed.
bool has_unfinished_work(NetworkBuilder& builder, const fs::path& path) {
  for (const char* ending : {"-wal", "-journal"}) {
    fs::path beside = path;
    beside += ending;
    std::error_code none;
    const auto size = fs::file_size(beside, none);
    if (none || size == 0) continue;
    builder.error({}, "a program is still writing: " + beside.filename().string() + " is beside it",
                  "close that program, or run PRAGMA wal_checkpoint(TRUNCATE), and read it then");
    return true;
  }
  return false;
}

// Asked by SQLite after every so many of its steps: whether to end the query.
int is_set(void* flag) {
  return static_cast<const std::atomic<bool>*>(flag)->load() ? 1 : 0;
}

bool is_blank(std::string_view sql) {
  return sql.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace

std::optional<SqliteFile> SqliteFile::open(NetworkBuilder& builder, const fs::path& path,
                                           const std::atomic<bool>* cancel) {
  std::error_code none;
  const auto size = fs::file_size(path, none);
  if (has_unfinished_work(builder, path)) return std::nullopt;
  sqlite3* database = nullptr;
  const int result = sqlite3_open_v2(address_of(path).c_str(), &database,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
  return opened(builder, database, result, none ? 0 : static_cast<std::size_t>(size), cancel);
}

std::optional<SqliteFile> SqliteFile::open(NetworkBuilder& builder, std::string& bytes,
                                           const std::atomic<bool>* cancel) {
  sqlite3* database = nullptr;
  int result = sqlite3_open(":memory:", &database);
  if (result == SQLITE_OK) {
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    result = sqlite3_deserialize(database, "main", reinterpret_cast<unsigned char*>(bytes.data()),
                                 size, size, SQLITE_DESERIALIZE_READONLY);
  }
  return opened(builder, database, result, bytes.size(), cancel);
}

std::optional<SqliteFile> SqliteFile::opened(NetworkBuilder& builder, sqlite3* database, int result,
                                             std::size_t size, const std::atomic<bool>* cancel) {
  constexpr int kStepsBetweenLooks = 10'000;
  SqliteFile file;
  file.database_.reset(database);
  file.size_ = size;
  if (result == SQLITE_OK && cancel != nullptr) {
    sqlite3_progress_handler(database, kStepsBetweenLooks, is_set,
                             const_cast<std::atomic<bool>*>(cancel));
  }
  if (result == SQLITE_OK && size > 0) {
    // A schema from elsewhere runs no function that it should not.
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    result = sqlite3_exec(database, "PRAGMA cell_size_check = ON; SELECT 1 FROM sqlite_schema",
                          nullptr, nullptr, nullptr);
  }
  if (result == SQLITE_OK && size > 0) return file;
  if (size == 0 || result == SQLITE_NOTADB) {
    builder.error({}, size == 0 ? "the file is empty" : "the file is no SQLite database",
                  "name a database, or another format with --input-format");
  } else {
    file.report(builder);
  }
  return std::nullopt;
}

void SqliteFile::report(NetworkBuilder& builder, const Cell& place) const {
  if (sqlite3_errcode(database_.get()) == SQLITE_INTERRUPT) throw Cancelled();
  builder.error(place, std::string("SQLite: ") + sqlite3_errmsg(database_.get()), kRemedy);
}

void SqliteFile::bound_cells() const {
  constexpr std::size_t kAlways = 1'000'000;
  constexpr std::size_t kMost = 1'000'000'000;  // SQLite's own bound
  const std::size_t most = std::min(std::max(size_, kAlways), kMost);
  sqlite3_limit(database_.get(), SQLITE_LIMIT_LENGTH, static_cast<int>(most));
}

SqliteStatement SqliteFile::prepare(NetworkBuilder& builder, std::string_view sql) const {
  sqlite3_stmt* made = nullptr;
  const char* rest = nullptr;
  const int result =
      sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &made, &rest);
  SqliteStatement statement(made);
  const auto fail = [&builder](const std::string& what, const char* remedy) {
    builder.error({}, what, remedy);
    return nullptr;
  };
  if (result != SQLITE_OK) {
    return fail(std::string("SQLite: ") + sqlite3_errmsg(database_.get()), "mend the query");
  }
  const std::string_view after = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (!statement) return fail("the query is empty", "write SELECT … FROM …");
  if (!is_blank(after)) return fail("more than one query", "write one, such as SELECT … FROM …");
  if (sqlite3_stmt_readonly(made) == 0 || sqlite3_column_count(made) == 0) {
    return fail("the query does not read: it would change something, or gives no rows",
                "write a SELECT");
  }
  return statement;
}

// The texts in the first column of an answer.
std::vector<std::string> SqliteFile::texts(NetworkBuilder& builder, std::string_view sql,
                                           std::string_view given) const {
  std::vector<std::string> all;
  const SqliteStatement statement = prepare(builder, sql);
  if (!statement) return all;
  if (!given.empty()) {
    sqlite3_bind_text(statement.get(), 1, given.data(), static_cast<int>(given.size()),
                      SQLITE_TRANSIENT);
  }
  int result = sqlite3_step(statement.get());
  for (; result == SQLITE_ROW; result = sqlite3_step(statement.get())) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
    if (text != nullptr && is_clean(text)) all.emplace_back(text);
  }
  if (result != SQLITE_DONE) report(builder);
  return all;
}

std::vector<std::string> SqliteFile::tables(NetworkBuilder& builder) const {
  return texts(builder,
               "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
               "AND name NOT LIKE 'sqlite_%'");
}

std::vector<std::string> SqliteFile::columns_of(NetworkBuilder& builder,
                                                std::string_view table) const {
  return texts(builder,
               "SELECT c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c "
               "WHERE t.type = 'table' AND t.rootpage > 0 AND t.name = ?1 AND NOT EXISTS "
               "(SELECT 1 FROM pragma_table_xinfo(?1) h WHERE h.hidden > 0) ORDER BY c.cid",
               table);
}

}  // namespace summitry::database
