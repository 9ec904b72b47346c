// What stands at the end of a Pajek line, behind label and places or behind the weight: how to draw,
// when it is there, and pairs of a name and a value that other programs add.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/interchange/words.hpp"

namespace summitry::pajek {

using AddFact = std::function<void(std::string_view name, ColumnType type, const Cell& cell)>;

// Gives what is data to `add`: pairs that do not only say how to draw, a label of a line (`l "text"`),
// and times in brackets: years become `from` and `to`, all other times the text `time`.
void read_trailing(std::span<const interchange::Word> words, interchange::ForeignGraph& graph,
                   const AddFact& add);

// Whether the word is the name in a pair that Pajek itself knows.
[[nodiscard]] bool is_parameter(std::string_view word);

}  // namespace summitry::pajek
