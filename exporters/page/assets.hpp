// The script of page/, its style, and the licences of what it holds, as they were built into the
// program. Without a script the style is a plain one.
#pragma once

#include <string_view>

namespace summitry::page {

[[nodiscard]] std::string_view script();  // "" when it was not built
[[nodiscard]] std::string_view style();
[[nodiscard]] std::string_view licences();

}  // namespace summitry::page
