// Words in small letters, as names of columns and words of formats are compared.
#pragma once

#include <string>
#include <string_view>

namespace summitry {

// Letters of ASCII made small; all else stays.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace summitry
