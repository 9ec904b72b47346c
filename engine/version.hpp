// The version of this library, as the build sets it.
#pragma once

#include <string_view>

namespace summitry {

[[nodiscard]] std::string_view version();

}  // namespace summitry
