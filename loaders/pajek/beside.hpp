// A partition (.clu) or a vector (.vec): *Vertices and a value a line, in order of the vertices.
#pragma once

#include <string>
#include <string_view>

#include "engine/network_builder.hpp"
#include "loaders/pajek/draft.hpp"

namespace summitry::pajek {

// Adds the column of that name. `text` outlives the draft.
void read_beside(NetworkBuilder& builder, std::string_view text, const std::string& name,
                 ColumnType type, Draft& draft);

}  // namespace summitry::pajek
