// Cells to values, with a finding where a cell cannot be read. Private to engine/network_*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/builder_state.hpp"
#include "engine/names.hpp"

namespace summitry::cells {

// "text", cut where it is too long for a message.
[[nodiscard]] std::string quoted(std::string_view text);
// a, b or c
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

// Whether there is anything in the cell; a finding when not.
bool required(BuilderState& state, const Cell& cell, const char* field);

// Empty cells are nothing; so are those that cannot be read, with a finding.
[[nodiscard]] std::optional<Date> date(BuilderState& state, const Cell& cell);
[[nodiscard]] Interval interval(BuilderState& state, const Cell& from, const Cell& to);
[[nodiscard]] std::optional<double> number(BuilderState& state, const Cell& cell,
                                           const char* field);
[[nodiscard]] Status status(BuilderState& state, const Cell& cell);
[[nodiscard]] Confidence confidence(BuilderState& state, const Cell& cell);
[[nodiscard]] Qualifier qualifier(BuilderState& state, const Cell& cell);

// References to what was added before; unknown ones are findings with the nearest known id.
[[nodiscard]] std::vector<Citation> citations(BuilderState& state, const Cell& cell);
[[nodiscard]] std::optional<EntityIndex> entity(BuilderState& state, const Cell& cell,
                                                const char* field);

// One value for every column, missing where no cell is given.
void attributes(BuilderState& state, std::vector<Column>& columns,
                const std::vector<AttributeCell>& given);

}  // namespace summitry::cells
