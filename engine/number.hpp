// Numbers to text and back, without a locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace summitry {

// The shortest text that reads back to the same double. Not a number is "", infinities "inf".
[[nodiscard]] std::string shortest(double value);

// `digits` decimals, for prose and tables; never for data.
[[nodiscard]] std::string rounded(double value, int digits);

// The whole text as a finite number with `.` as decimal separator, or nothing.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

// The whole text as a signed 64-bit integer, or nothing.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace summitry
