// Pajek: the network, and beside it a partition (.clu) of kinds and of communities and a vector (.vec)
// of each measure, in order of the vertices.
//
// Labels are names, made different by the id in brackets where two entities share one; those of lines are
// types of relations. Vertices stand where the picture has them. Times in brackets, which are years, are
// written on request, since igraph reads no file that has some; a time without a beginning is left out. The text is UTF-8 without a byte order mark: igraph and NetworkX read no
// file that begins with one.
#pragma once

#include <vector>

#include "exporters/data_package.hpp"
#include "exporters/export_parts.hpp"

namespace summitry {

// The network, whose name is "", then the files beside it: ".kind.clu", ".community.clu",
// ".degree.vec", ….
[[nodiscard]] std::vector<PackageFile> to_pajek(const ExportParts& parts);

}  // namespace summitry
