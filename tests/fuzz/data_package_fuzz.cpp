// A whole package from one byte string: files stand one after the other, each begun by a line
// "=== PATH".
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

#include "loaders/data_package.hpp"

namespace {

std::map<std::string, std::string> files_in(const std::string& bytes) {
  constexpr std::string_view kMark = "=== ";
  std::map<std::string, std::string> files;
  std::string* file = nullptr;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::string line = bytes.substr(at, end - at);
    if (line.starts_with(kMark)) {
      file = &files[line.substr(kMark.size(), line.find_last_not_of('\n') + 1 - kMark.size())];
    } else if (file != nullptr) {
      *file += line;
    }
    at = end;
  }
  return files;
}

}  // namespace

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
