// How alike two folded names are, between 0 and 1. See resolver.hpp for the formula.
#pragma once

#include <string_view>

namespace summitry::resolver {

inline constexpr double kLeastLikeness = 0.6;  // what is less alike is not told apart: 0

[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace summitry::resolver
