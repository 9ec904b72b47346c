// Names that nearly match: every "unknown name" message offers the nearest known one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace summitry {

// Edit distance with transpositions (optimal string alignment), counted in bytes.
// Cost O(|a| * |b|).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The known name nearest to `name`, if any is near enough to be a likely slip
// (at most a third of its length, at least 1). Ties go to the smallest name.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view name,
                                                      std::span<const std::string_view> known);

// `unknown WHAT "NAME"; did you mean "NEAREST"?`, or the list of known names when it is short.
[[nodiscard]] std::string unknown_name(std::string_view what, std::string_view name,
                                       std::span<const std::string_view> known);

}  // namespace summitry
