// When vertices and edges are there, to the day, for programs with a timeline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exporters/export_parts.hpp"

namespace summitry::interchange {

// ISO days, both included; "" is open.
struct Spell {
  std::string start;
  std::string end;
};

// The interval in which the entity is active, from the first day to the last that its dates can mean;
// none: it is always there.
[[nodiscard]] std::vector<Spell> vertex_spells(const ExportParts& parts, VertexId v);

// One for each relation, joined where they overlap: its own dates (an event of that date, where it
// only has a beginning), else the days of the summit it belongs to. None when any of them has neither:
// the edge is then always there.
[[nodiscard]] std::vector<Spell> edge_spells(const ExportParts& parts, EdgeId e);

}  // namespace summitry::interchange
