// Any bytes as an edge list.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/edge_list.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built =
      summitry::read_edge_list(std::string(data, data + size), "fuzz.csv");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
