// Text in XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace summitry {

// The text as it is, in an element or between double quotes: nothing in it is markup.
[[nodiscard]] std::string markup_escaped(std::string_view text);

}  // namespace summitry
