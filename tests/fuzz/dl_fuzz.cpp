// Any bytes as a UCINET DL file, read as directed and as undirected.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/dl/dl.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  for (const auto direction : {summitry::Direction::directed, summitry::Direction::undirected}) {
    const summitry::Built built = summitry::read_dl(bytes, "fuzz.dl", {.direction = direction});
    if (!built.network && built.findings.empty()) std::abort();
  }
  return 0;
}
