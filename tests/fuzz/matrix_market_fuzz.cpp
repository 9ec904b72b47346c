// Any bytes as a matrix of Matrix Market.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/matrix_market.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built =
      summitry::read_matrix_market(std::string(data, data + size), "fuzz.mtx");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
