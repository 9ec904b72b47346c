// Several files from one byte string: they stand one after the other, each begun by a line "=== PATH".
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

inline std::map<std::string, std::string> files_in(const std::string& bytes) {
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
