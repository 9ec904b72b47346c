// Something a loader or the builder noticed in the input, with its place and the remedy.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace summitry {

enum class Severity { error, warning };

struct Finding {
  Severity severity = Severity::error;
  std::string file;
  std::size_t line = 0;    // 1-based; 0 when the finding is about the whole file
  std::size_t column = 0;  // 1-based, in characters (code points); 0 when about the whole line
  std::string what;        // what was found, with the offending text
  std::string remedy;      // what would be right

  bool operator==(const Finding&) const = default;
};

// `FILE:LINE:COLUMN: error|warning: what; what would be right`. Unknown places are left out.
[[nodiscard]] std::string to_string(const Finding& finding);

[[nodiscard]] std::size_t count(std::span<const Finding> findings, Severity severity);

}  // namespace summitry
