// What an XML parser that expands nothing would pass over: references that mean no character, and a
// DOCTYPE that declares entities.
#pragma once

#include <string_view>
#include <vector>

#include "loaders/text.hpp"

namespace summitry {

// The first hundred, in the order of the text.
[[nodiscard]] std::vector<TextFault> reference_faults(std::string_view text);

}  // namespace summitry
