// Any bytes as every kind of delimited table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/tables/gephi_csv.hpp"
#include "loaders/two_mode/two_mode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  for (const auto read :
       {summitry::read_two_mode_matrix, summitry::read_two_mode_list,
        static_cast<summitry::Built (*)(std::string, const std::string&,
                                        const summitry::LoadOptions&)>(summitry::read_gephi_csv)}) {
    const summitry::Built built = read(bytes, "fuzz.csv", {});
    if (!built.network && built.findings.empty()) std::abort();
  }
  const std::string::size_type half = bytes.find('\0');
  if (half == std::string::npos) return 0;
  const summitry::Built both = summitry::read_gephi_csv(bytes.substr(0, half), "fuzz.nodes.csv",
                                                        bytes.substr(half + 1), "fuzz.edges.csv");
  if (!both.network && both.findings.empty()) std::abort();
  return 0;
}
