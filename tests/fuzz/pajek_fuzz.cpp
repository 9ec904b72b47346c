// Any bytes as a Pajek network.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/pajek.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built = summitry::read_pajek(std::string(data, data + size), "fuzz.net");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
