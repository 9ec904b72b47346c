// GML, as NetworkX, igraph, graph-tool, yEd and Gephi write it.
//
// Labels are the ids of entities, where all have one and no two share one (where nobody has a label,
// the same goes for `name`); else the ids are. A list is flattened: `a [ b 1 ]` is the attribute
// `a.b`; a key that stands several times in one vertex or edge is a list. `graphics` and
// `LabelGraphics` say how to draw and are left out, and so are ids and integer keys of edges. NAN is
// missing. Texts are UTF-8 or have references such as &#233; and &eacute;.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_gml(const std::filesystem::path& path, const LoadOptions& options = {});

// The text of a GML file; findings name it as `file`.
[[nodiscard]] Built read_gml(std::string bytes, const std::string& file,
                             const LoadOptions& options = {});

}  // namespace summitry
