// Memberships of standing bodies: the data set lists some entities as containers (the UN, the EU),
// and to belong to one says who exists rather than who acts. A report leaves them out, so that the
// most central entity is not whoever has most members.
#pragma once

#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/selection.hpp"

namespace summitry::cli {

// Whether the relation makes an entity a member of one of the data set's containers.
[[nodiscard]] bool is_standing_membership(const Network& network, const Relation& relation);

// selected_relations() without standing memberships.
[[nodiscard]] std::vector<RelationIndex> acts(const Network& network, const Selection& selection);

// select() without standing memberships; entities left without a relation go when isolates go.
[[nodiscard]] Graph select_acts(const Network& network, const Selection& selection);

}  // namespace summitry::cli
