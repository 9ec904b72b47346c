// Any bytes as a workbook.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/spreadsheet/xlsx.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const summitry::Built built = summitry::read_xlsx(std::string(data, data + size), "fuzz.xlsx");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
