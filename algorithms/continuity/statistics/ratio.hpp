// A share of a count.
#pragma once

#include <cstddef>
#include <optional>

namespace summitry {

// Missing where there is nothing to divide by.
[[nodiscard]] inline std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace summitry
