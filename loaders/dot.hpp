// DOT, the language of Graphviz: vertices become entities, edges relations.
//
// A vertex's `kind`, `name` (else its label), `subtype` and `iso3`, an edge's `type`, `status`,
// `role`, `from`, `to` and `weight` are read as the data package's columns of that name; without
// them an entity is of kind `entity`, a relation of type `related`. What only says how to draw
// (shape, colour, …) is not data and is left out; all else becomes an attribute of type text.
// An edge of several relations (`type` with | between) becomes one relation a type.
// DOT has no place for sources, claims or series. Findings have a line only where the text is not
// DOT: cgraph does not tell where an attribute stood.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_dot(const std::filesystem::path& path, const LoadOptions& options = {});

// The text of a DOT file; findings name it as `file`. cgraph keeps global state: one thread at a
// time.
[[nodiscard]] Built read_dot(std::string bytes, const std::string& file,
                             const LoadOptions& options = {});

}  // namespace summitry
