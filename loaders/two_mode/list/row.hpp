// A row of a list of participants and events, as a relation between names.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "loaders/two_mode/list/head.hpp"

namespace summitry::two_mode {

// What the cells say; nothing where that counts for nothing, with a finding unless they are all empty.
[[nodiscard]] std::optional<EdgeRow> list_row(NetworkBuilder& builder, const ListHead& head,
                                              std::span<const Cell> cells);

// Whether cells are the same texts whatever stands in other rows: a word among numbers may be a missing
// one, an apostrophe may guard a formula.
[[nodiscard]] bool is_word_alone(std::string_view text);
[[nodiscard]] bool is_name_alone(std::string_view name);
[[nodiscard]] bool stands_alone(const EdgeRow& row);

}  // namespace summitry::two_mode
