#include "loaders/database/sqlite/rows.hpp"

#include <utility>

#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "loaders/interchange/seen_values.hpp"
#include "loaders/text.hpp"

namespace summitry::database {
namespace {

// What a column is declared as, where the answer shows one as it stands in its table.
enum class Declared { nothing, boolean, date };

Declared declared(sqlite3_stmt* statement, int column) {
  const char* type = sqlite3_column_decltype(statement, column);
  const std::string words = type == nullptr ? "" : lower(type);
  if (words.find("bool") != std::string::npos) return Declared::boolean;
  return words == "date" ? Declared::date : Declared::nothing;
}

struct SeenColumn {
  interchange::SeenValues values;
  Declared declared = Declared::nothing;
  bool all_as_declared = true;
  bool any = false;

  void see(int kind, sqlite3_int64 integer, std::string_view text) {
    if (kind == SQLITE_NULL || kind == SQLITE_BLOB) return;
    any = true;
    const bool is_truth = kind == SQLITE_INTEGER && (integer == 0 || integer == 1);
    const bool is_year = kind == SQLITE_INTEGER && integer >= 1000 && integer <= 9999;
    const bool is_date = is_year || (kind == SQLITE_TEXT && parse_date(text).has_value());
    all_as_declared = all_as_declared && (declared == Declared::boolean ? is_truth : is_date);
    values.see(kind == SQLITE_INTEGER ? ColumnType::integer
               : kind == SQLITE_FLOAT ? ColumnType::number
                                      : ColumnType::text,
               text);
  }
  [[nodiscard]] ColumnType type() const {
    if (declared == Declared::nothing || !any || !all_as_declared) return values.type();
    return declared == Declared::boolean ? ColumnType::boolean : ColumnType::date;
  }
};

}  // namespace

std::unique_ptr<SqliteRows> SqliteRows::of(NetworkBuilder& builder, const SqliteFile& file,
                                           std::string_view sql, std::optional<std::size_t> most) {
  SqliteStatement statement = file.prepare(builder, sql);
  if (!statement) return nullptr;
  std::unique_ptr<SqliteRows> rows(new SqliteRows(builder, file, std::move(statement)));
  return rows->look(most) ? std::move(rows) : nullptr;
}

std::string_view SqliteRows::text(std::size_t column) {
  const int c = static_cast<int>(column);
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), c));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), c))};
}

// The first run, for names and types.
bool SqliteRows::look(std::optional<std::size_t> most) {
  constexpr std::size_t kAnyCell = 8;  // a byte or two of the file may hold that much
  sqlite3_stmt* const statement = statement_.get();
  std::vector<SeenColumn> seen(static_cast<std::size_t>(sqlite3_column_count(statement)));
  for (std::size_t c = 0; c < seen.size(); ++c) {
    seen[c].declared = declared(statement, static_cast<int>(c));
  }
  std::size_t content = 0;
  int result = sqlite3_step(statement);
  for (; result == SQLITE_ROW; result = sqlite3_step(statement)) {
    ++row_;
    for (std::size_t c = 0; c < seen.size(); ++c) {
      const int kind = sqlite3_column_type(statement, static_cast<int>(c));
      const bool is_integer = kind == SQLITE_INTEGER;
      const std::string_view said = kind == SQLITE_TEXT ? text(c) : std::string_view();
      seen[c].see(kind, is_integer ? sqlite3_column_int64(statement, static_cast<int>(c)) : 0,
                  said);
      content += kAnyCell + said.size();
    }
    if (!most || content <= *most) continue;
    builder_.error({{}, row_, 0}, "more content than the file has bytes",
                   "the database is damaged: mend it, or save it anew");
    return false;
  }
  if (result != SQLITE_DONE) file_.report(builder_, {{}, row_ + 1, 0});
  for (std::size_t c = 0; c < seen.size(); ++c) {
    const char* name = sqlite3_column_name(statement, static_cast<int>(c));
    const bool is_name = name != nullptr && is_clean(name) && *name != '\0';
    if (!is_name) builder_.error({{}, 0, c + 1}, "a column without a name", "SELECT x AS y");
    columns_.push_back({{is_name ? name : "", seen[c].type(), "", ""}});
  }
  row_ = 0;
  sqlite3_reset(statement);
  return result == SQLITE_DONE;
}

bool SqliteRows::next() {
  numbers_.clear();
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) ++row_;
  if (result != SQLITE_ROW && result != SQLITE_DONE) file_.report(builder_, {{}, row_ + 1, 0});
  return result == SQLITE_ROW;
}

Cell SqliteRows::cell(std::size_t column) {
  Cell cell({}, row_, column + 1);
  const int c = static_cast<int>(column);
  switch (sqlite3_column_type(statement_.get(), c)) {
    case SQLITE_INTEGER:
      cell.text = numbers_.emplace_back(std::to_string(sqlite3_column_int64(statement_.get(), c)));
      break;
    case SQLITE_FLOAT:
      cell.text = numbers_.emplace_back(shortest(sqlite3_column_double(statement_.get(), c)));
      break;
    case SQLITE_TEXT:
      cell.text = text(column);
      if (is_clean(cell.text)) break;
      builder_.error(cell, "a text that is not UTF-8, or has a NUL byte",
                     "mend it in the database");
      cell.text = {};
      break;
    case SQLITE_BLOB:
      builder_.error(cell, "bytes (a BLOB) in column " + in_quotes(columns_[column].name),
                     "leave the column out, or ask for text: hex(x) AS x");
      break;
    default:
      break;
  }
  return cell;
}

}  // namespace summitry::database
