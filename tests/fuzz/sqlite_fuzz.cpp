// Any bytes as a SQLite database: as one of ours, and asked for all of two tables.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/database/sqlite/sqlite.hpp"

namespace {

void read(const std::string& bytes, const summitry::LoadOptions& options) {
  const summitry::Built built = summitry::read_sqlite(bytes, "fuzz.sqlite", options);
  if (!built.network && built.findings.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  summitry::LoadOptions queries;
  queries.entities_query = "SELECT * FROM entities LIMIT 1000";
  queries.relations_query = "SELECT * FROM relations LIMIT 1000";
  read(bytes, {});
  read(bytes, queries);
  return 0;
}
