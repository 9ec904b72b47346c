// The CSV files of loaders/resolver/data, as they stand there: cmake/names.cmake puts them into the
// program.
#pragma once

#include <string_view>

namespace summitry::resolver {

[[nodiscard]] std::string_view countries_table();
[[nodiscard]] std::string_view further_table();

}  // namespace summitry::resolver
