// Edges of formats that have no table of entities, as relations of a Network.
//
// An edge may stand for several relations: exporters join their types, or their statuses, by `|`.
// It becomes a relation a type, or a relation a status. Its weight is that of all together, so it is
// left out then, with a warning.
#pragma once

#include "engine/network_builder.hpp"

namespace summitry {

// A relation whose type, or whose status, may be several.
using EdgeRow = RelationRow;

// Adds the relations of an edge, and its ends as entities of kind `entity` unless they are there.
// A summit must be there.
void add_edge(NetworkBuilder& builder, const EdgeRow& edge);

// The same for formats with a table of entities: an end that is not there is an error.
void add_relations(NetworkBuilder& builder, const EdgeRow& edge);

inline constexpr std::string_view kEntityKind = "entity";
inline constexpr std::string_view kRelationType = "related";

}  // namespace summitry
