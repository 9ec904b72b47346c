// Any bytes as GEXF.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/gexf/gexf.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built = summitry::read_gexf(std::string(data, data + size), "fuzz.gexf");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
