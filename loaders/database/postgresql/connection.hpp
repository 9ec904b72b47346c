// A connection to a PostgreSQL server, in a transaction that only reads.
#pragma once

#include <libpq-fe.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/network_builder.hpp"
#include "loaders/database/row_source.hpp"

namespace summitry::database {

struct ClosePostgresql {
  void operator()(PGconn* connection) const { PQfinish(connection); }
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresqlResult = std::unique_ptr<PGresult, ClosePostgresql>;

class PostgresqlConnection {
 public:
  // Passwords come by libpq's own ways. What is wrong is reported, without the address, and nothing
  // comes of it.
  [[nodiscard]] static std::optional<PostgresqlConnection> open(NetworkBuilder& builder,
                                                                const std::string& address);

  // The rows of a query, one after the other; nothing, with what is wrong reported, when there are none.
  // Once `cancel` is set the server is told to stop, and Cancelled is thrown.
  [[nodiscard]] std::unique_ptr<RowSource> ask(NetworkBuilder& builder, std::string_view sql,
                                               const std::atomic<bool>* cancel) const;

 private:
  [[nodiscard]] bool prepare(NetworkBuilder& builder) const;

  std::unique_ptr<PGconn, ClosePostgresql> connection_;
};

}  // namespace summitry::database
