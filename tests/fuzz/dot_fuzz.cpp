// Any bytes as DOT.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/dot.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built = summitry::read_dot(std::string(data, data + size), "fuzz.dot");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
