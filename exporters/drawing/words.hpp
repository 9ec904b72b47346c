// Words for captions and legends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/date.hpp"
#include "engine/network.hpp"

namespace summitry::drawing {

// "1 country", "1,234 countries".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular);
// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);
// The plural of a kind, capitalised for a legend: "Countries".
[[nodiscard]] std::string heading(std::string_view singular);

// "1–2 Nov 2023", "30 May – 2 Jun 2024", "Nov 2023", "2023"; "" without a beginning.
[[nodiscard]] std::string days(const Interval& interval);

// "Data: title, version, licence."; "" for a data set that says nothing of itself.
[[nodiscard]] std::string data_line(const Dataset& dataset);

}  // namespace summitry::drawing
