#include "loaders/database/postgresql/postgresql.hpp"

#include <utility>

#include "loaders/database/postgresql/address.hpp"
#include "loaders/database/postgresql/connection.hpp"
#include "loaders/database/queries.hpp"

namespace summitry {

Built load_postgresql(const std::filesystem::path& address, const LoadOptions& options) {
  NetworkBuilder builder;
  const std::string file = shown_address(address.string());
  builder.reading(file);
  const auto connection = database::PostgresqlConnection::open(builder, address.string());
  if (connection) {
    const auto answer = [&](std::string_view sql) {
      return connection->ask(builder, sql, options.cancel);
    };
    database::read_queries(builder, answer, file, options);
  }
  return std::move(builder).build();
}

}  // namespace summitry
