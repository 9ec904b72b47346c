// A whole package from one byte string: see files_in.hpp.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

#include "loaders/data_package.hpp"
#include "tests/fuzz/files_in.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::map<std::string, std::string> files = files_in(std::string(data, data + size));
  const summitry::PackageReader read =
      [&files](const std::string& path) -> std::optional<std::string> {
    if (path.empty() || path.front() == '/' || path.find("..") == 0) std::abort();
    const auto found = files.find(path);
    if (found == files.end()) return std::nullopt;
    return found->second;
  };
  const summitry::Built built = summitry::read_data_package(read, "p");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
