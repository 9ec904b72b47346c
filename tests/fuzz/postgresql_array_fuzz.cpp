// Any bytes as an array of a PostgreSQL server.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/database/postgresql/array.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto items = summitry::database::parse_array(text);
  if (items && items->size() > size) std::abort();
  return 0;
}
