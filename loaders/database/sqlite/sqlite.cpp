#include "loaders/database/sqlite/sqlite.hpp"

#include <algorithm>
#include <utility>

#include "loaders/database/queries.hpp"
#include "loaders/database/sqlite/file.hpp"
#include "loaders/database/sqlite/network_tables.hpp"
#include "loaders/database/sqlite/rows.hpp"

namespace summitry {
namespace {

using database::SqliteFile;

// The first few names of tables, for whoever has to write queries.
std::string shown(const std::vector<std::string>& tables) {
  constexpr std::size_t kFirstFew = 8;
  if (tables.empty()) return "it has no tables";
  std::string text = "its tables:";
  for (std::size_t i = 0; i < std::min(kFirstFew, tables.size()); ++i) {
    text.append(i == 0 ? " " : ", ").append(tables[i]);
  }
  return tables.size() > kFirstFew ? text + ", …" : text;
}

void read(NetworkBuilder& builder, const SqliteFile& database, const std::string& file,
          const LoadOptions& options) {
  if (!options.entities_query.empty() || !options.relations_query.empty()) {
    const auto answer = [&](std::string_view sql) {
      return database::SqliteRows::of(builder, database, sql);
    };
    database::read_queries(builder, answer, file, options);
    return;
  }
  database.bound_cells();
  if (database::has_network_tables(builder, database)) {
    database::read_network_tables(builder, database, file, options);
  } else if (builder.findings().empty()) {
    builder.error({}, "no tables entities and relations as Summitry writes them",
                  "say what to read by --entities-query and --relations-query; " +
                      shown(database.tables(builder)));
  }
}

Built built(NetworkBuilder&& builder, const std::optional<SqliteFile>& database,
            const std::string& file, const LoadOptions& options) {
  if (database) read(builder, *database, file, options);
  return std::move(builder).build();
}

}  // namespace

Built read_sqlite(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  const auto database = SqliteFile::open(builder, bytes, options.cancel);
  return built(std::move(builder), database, file, options);
}

Built load_sqlite(const std::filesystem::path& path, const LoadOptions& options) {
  NetworkBuilder builder;
  const std::string file = path.generic_string();
  builder.reading(file);
  const auto database = SqliteFile::open(builder, path, options.cancel);
  return built(std::move(builder), database, file, options);
}

}  // namespace summitry
