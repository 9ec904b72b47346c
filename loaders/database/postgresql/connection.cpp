#include "loaders/database/postgresql/connection.hpp"

#include <array>

#include "loaders/database/postgresql/rows.hpp"

namespace summitry::database {
namespace {

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// What libpq says of a bad address may repeat it, with a password in it.
bool is_readable(const std::string& address) {
  char* error = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(
      PQconninfoParse(address.c_str(), &error));
  PQfreemem(error);
  return options != nullptr;
}

}  // namespace

// The first line of what the server or libpq says.
std::string said(const char* message) {
  const std::string_view text = message == nullptr ? "" : message;
  std::string line(text.substr(0, text.find('\n')));
  for (const std::string_view start : {"ERROR:  ", "FATAL:  "}) {
    if (line.starts_with(start)) line.erase(0, start.size());
  }
  return "PostgreSQL: " + line;
}

std::optional<PostgresqlConnection> PostgresqlConnection::open(NetworkBuilder& builder,
                                                               const std::string& address) {
  if (!is_readable(address)) {
    builder.error({}, "no address of a PostgreSQL server",
                  "write postgresql://user@host:port/database, with %40 for an @ in a name");
    return std::nullopt;
  }
  // What the address says itself comes later, and prevails.
  const std::array<const char*, 4> names = {"connect_timeout", "dbname", "client_encoding",
                                            nullptr};
  const std::array<const char*, 4> values = {"30", address.c_str(), "UTF8", nullptr};
  PostgresqlConnection made;
  made.connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
  if (PQstatus(made.connection_.get()) != CONNECTION_OK) {
    builder.error({}, said(PQerrorMessage(made.connection_.get())),
                  "check the address; passwords come from ~/.pgpass or PGPASSWORD");
    return std::nullopt;
  }
  if (!made.prepare(builder)) return std::nullopt;
  return made;
}

// Both queries see the same state of the data, dates come as ISO 8601, and times are those of UTC.
bool PostgresqlConnection::prepare(NetworkBuilder& builder) const {
  const PostgresqlResult result(
      PQexec(connection_.get(),
             "SET datestyle = 'ISO'; SET timezone = 'UTC'; SET extra_float_digits = 1;"
             "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return true;
  builder.error({}, said(PQerrorMessage(connection_.get())), "ask whoever keeps the server");
  return false;
}

std::unique_ptr<RowSource> PostgresqlConnection::ask(NetworkBuilder& builder, std::string_view sql,
                                                     const std::atomic<bool>* cancel) const {
  const std::string text(sql);
  const bool sent = PQsendQueryParams(connection_.get(), text.c_str(), 0, nullptr, nullptr, nullptr,
                                      nullptr, 0) == 1 &&
                    PQsetSingleRowMode(connection_.get()) == 1;
  if (!sent) {
    builder.error({}, said(PQerrorMessage(connection_.get())), "mend the query");
    return nullptr;
  }
  return PostgresqlRows::of(builder, connection_.get(), cancel);
}

}  // namespace summitry::database
