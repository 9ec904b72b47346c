#include "loaders/database/postgresql/rows.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "engine/error.hpp"
#include "loaders/database/postgresql/array.hpp"
#include "loaders/text.hpp"

namespace summitry::database {
namespace {

// Numbers of built-in types, which never change (pg_type.dat of the server's source).
constexpr Oid kBytes = 17;
constexpr Oid kNumeric = 1700;

bool is_any_of(Oid type, std::initializer_list<Oid> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

struct StopPostgresql {
  void operator()(PGcancel* stop) const { PQfreeCancel(stop); }
};

// timestamp, timestamptz
bool is_time(Oid type) {
  return is_any_of(type, {1114, 1184});
}

ColumnType column_type(Oid type) {
  if (is_any_of(type, {20, 21, 23, 26})) return ColumnType::integer;
  if (is_any_of(type, {700, 701, kNumeric})) return ColumnType::number;
  if (type == 16) return ColumnType::boolean;
  if (type == 1082 || is_time(type)) return ColumnType::date;
  // Of text, varchar, char, name, int2, int4, int8, float4, float8, numeric, bool, date and uuid.
  if (is_any_of(type,
                {1009, 1015, 1014, 1003, 1005, 1007, 1016, 1021, 1022, 1231, 1000, 1182, 2951})) {
    return ColumnType::list;
  }
  return ColumnType::text;
}

}  // namespace

std::unique_ptr<PostgresqlRows> PostgresqlRows::of(NetworkBuilder& builder, PGconn* connection,
                                                   const std::atomic<bool>* cancel) {
  std::unique_ptr<PostgresqlRows> rows(new PostgresqlRows(builder, connection, cancel));
  return rows->begin() ? std::move(rows) : nullptr;
}

// A connection answers the next query only when it has nothing left to say about this one. From COPY,
// which is refused, it would never be done.
PostgresqlRows::~PostgresqlRows() {
  while (result_ && PQresultStatus(result_.get()) != PGRES_COPY_OUT &&
         PQresultStatus(result_.get()) != PGRES_COPY_IN) {
    fetch();
  }
}

// Until an answer is there or cancel_ is set, which is looked at now and then.
void PostgresqlRows::await_answer() const {
  constexpr int kMilliseconds = 100;
  while (cancel_ != nullptr && PQisBusy(connection_) == 1) {
    if (cancel_->load()) {
      const std::unique_ptr<PGcancel, StopPostgresql> stop(PQgetCancel(connection_));
      std::array<char, 256> said_of_it{};
      PQcancel(stop.get(), said_of_it.data(), static_cast<int>(said_of_it.size()));
      throw Cancelled();
    }
    pollfd socket{PQsocket(connection_), POLLIN, 0};
    poll(&socket, 1, kMilliseconds);
    if (PQconsumeInput(connection_) == 0) return;  // the connection is broken: the result says so
  }
}

// The first result tells the columns, even where there is no row.
bool PostgresqlRows::begin() {
  await_answer();
  fetch();
  const ExecStatusType status = PQresultStatus(result_.get());
  if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) {
    const bool is_command = status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY ||
                            status == PGRES_COPY_OUT || status == PGRES_COPY_IN;
    builder_.error(
        {}, is_command ? "the query gives no rows" : said(PQresultErrorMessage(result_.get())),
        is_command ? "write a SELECT" : "mend the query");
    return false;
  }
  const int count = PQnfields(result_.get());
  for (int c = 0; c < count; ++c) {
    types_.push_back(PQftype(result_.get(), c));
    columns_.push_back({{PQfname(result_.get(), c), column_type(types_.back()), "", ""}});
  }
  warned_.resize(columns_.size());
  return true;
}

bool PostgresqlRows::next() {
  if (started_) {
    await_answer();
    fetch();
  }
  started_ = true;
  spelt_.clear();
  const ExecStatusType status = PQresultStatus(result_.get());
  if (result_ && status == PGRES_SINGLE_TUPLE) {
    ++row_;
    return true;
  }
  if (result_ && status != PGRES_TUPLES_OK) {
    builder_.error({{}, row_ + 1, 0}, said(PQresultErrorMessage(result_.get())), "mend the query");
  }
  return false;
}

Cell PostgresqlRows::cell(std::size_t column) {
  Cell cell({}, row_, column + 1);
  const int c = static_cast<int>(column);
  if (PQgetisnull(result_.get(), 0, c) == 1) return cell;
  cell.text = {PQgetvalue(result_.get(), 0, c),
               static_cast<std::size_t>(PQgetlength(result_.get(), 0, c))};
  if (types_[column] == kBytes || !is_clean(cell.text)) {
    builder_.error(cell, "bytes in column " + in_quotes(columns_[column].name),
                   "leave the column out, or ask for text: encode(x, 'hex') AS x");
    cell.text = {};
  } else if (columns_[column].type == ColumnType::boolean) {
    cell.text = cell.text == "t" ? "true" : "false";
  } else if (columns_[column].type == ColumnType::list) {
    return list(cell);
  } else if (is_time(types_[column])) {
    return day(cell, column);
  } else if (types_[column] == kNumeric) {
    check_digits(cell, column);
  }
  return cell;
}

void PostgresqlRows::warn_once(const Cell& cell, std::size_t column, std::string what,
                               std::string remedy) {
  if (!warned_[column]) builder_.warning(cell, std::move(what), std::move(remedy));
  warned_[column] = true;
}

// 2023-11-02 10:30:00+00
Cell PostgresqlRows::day(const Cell& cell, std::size_t column) {
  const std::string_view date = cell.text.substr(0, cell.text.find(' '));
  if (cell.text.substr(date.size()).find_first_of("123456789") != std::string_view::npos) {
    warn_once(cell, column,
              "the time of " + in_quotes(cell.text) + " is left out, as in all of the column",
              "only the day, as it is in UTC, is read: x::date gives another");
  }
  return {date, cell.line, cell.column};
}

// A number has 15 digits that are sure, and 17 at most.
void PostgresqlRows::check_digits(const Cell& cell, std::size_t column) {
  constexpr std::size_t kSure = 15;
  std::string digits;
  for (const char c : cell.text) {
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
  }
  const std::size_t last = digits.find_last_not_of('0');
  if (last == std::string::npos || last < kSure) return;
  warn_once(cell, column, "the number " + in_quotes(cell.text) + " has more digits than are kept",
            "15 digits are; x::text gives all of them, as text");
}

Cell PostgresqlRows::list(const Cell& cell) {
  Cell joined({}, cell.line, cell.column);
  const auto items = parse_array(cell.text);
  if (!items) {
    builder_.error(cell, "the array " + in_quotes(cell.text) + " is not a list",
                   "ask for an array of one dimension");
    return joined;
  }
  std::string text;
  for (const std::optional<std::string>& item : *items) {
    if (!item || item->empty()) {
      builder_.warning(cell, "a missing item in " + in_quotes(cell.text) + " is left out",
                       "array_remove(x, NULL) gives a list without");
    } else if (item->find('|') != std::string::npos) {
      builder_.error(cell, "an item with | in it: " + in_quotes(*item),
                     "write another character: | stands between items");
    } else {
      text.append(text.empty() ? "" : "|").append(*item);
    }
  }
  joined.text = spelt_.emplace_back(std::move(text));
  return joined;
}

}  // namespace summitry::database
