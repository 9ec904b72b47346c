// A row for each time that somebody was at something: participant, event, and if wanted date, role, type,
// status, weight and further columns, which are attributes of the relation.
//
// Participants are under participant, actor, person, organisation, organization or country, events under
// event, meeting, conference, session or summit; the first word of several that is there counts alone. The
// date is the relation's, and the event's where all of its rows have the same.
#pragma once

#include <cstddef>
#include <optional>

#include "loaders/load.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::two_mode {

void add_list(NetworkBuilder& builder, tables::Table& table, const LoadOptions& options);

// Whether columns of both modes are named, and none is called source or target.
[[nodiscard]] bool is_list_for_certain(const tables::Table& table);

}  // namespace summitry::two_mode
