// Any bytes as GML.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/gml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built = summitry::read_gml(std::string(data, data + size), "fuzz.gml");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
