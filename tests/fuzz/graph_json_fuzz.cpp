// Any bytes as a graph in JSON.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/graph_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built =
      summitry::read_graph_json(std::string(data, data + size), "fuzz.cyjs");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
