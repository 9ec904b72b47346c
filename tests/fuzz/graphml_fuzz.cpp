// Any bytes as GraphML.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/graphml/graphml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built =
      summitry::read_graphml(std::string(data, data + size), "fuzz.graphml");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
