// Golden files: expected bytes in tests/golden.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

namespace summitry {

// Compares with tests/golden/NAME and shows the first line that differs.
inline void check_golden(const std::string& name, std::string_view actual) {
  const std::string expected = read_file(testing::source_dir() + "/tests/golden/" + name);
  const auto differs =
      std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  const auto at = static_cast<std::size_t>(differs.first - expected.begin());
  const auto line = std::count(expected.begin(), differs.first, '\n') + 1;
  INFO(name << " differs at line " << line << ":\n" << std::string(actual.substr(at, 200)));
  CHECK(expected == actual);
}

}  // namespace summitry
