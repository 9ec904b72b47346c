#include "exporters/interchange/spells.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>

namespace summitry::interchange {
namespace {

// Days since 1970-01-01, both included; the ends of the type are open.
struct Days {
  std::int32_t first = std::numeric_limits<std::int32_t>::min();
  std::int32_t last = std::numeric_limits<std::int32_t>::max();
};

std::optional<Days> days_of(const Interval& when) {
  if (!when.from && !when.to) return std::nullopt;
  Days days;
  if (when.from) days.first = first_day(*when.from);
  if (when.to) days.last = last_day(*when.to);
  return days;
}

std::optional<Days> days_of(const Network& network, const Relation& relation) {
  if (relation.when.from && !relation.when.to) {
    return Days{first_day(*relation.when.from), last_day(*relation.when.from)};
  }
  const auto own = days_of(relation.when);
  if (own || relation.summit == kNone) return own;
  return days_of(network.entity(relation.summit).active);
}

std::string iso(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return to_string(Date{static_cast<std::int16_t>(static_cast<int>(date.year())),
                        static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                        static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))});
}

Spell spell(const Days& days) {
  const Days open;
  return {days.first == open.first ? "" : iso(days.first),
          days.last == open.last ? "" : iso(days.last)};
}

}  // namespace

std::vector<Spell> vertex_spells(const ExportParts& parts, VertexId v) {
  const auto days = days_of(parts.network.entity(parts.graph.entity(v)).active);
  if (!days) return {};
  return {spell(*days)};
}

std::vector<Spell> edge_spells(const ExportParts& parts, EdgeId e) {
  std::vector<Days> all;
  for (const RelationIndex r : parts.graph.relations(e)) {
    const auto days = days_of(parts.network, parts.network.relation(r));
    if (!days) return {};
    all.push_back(*days);
  }
  std::sort(all.begin(), all.end(), [](const Days& a, const Days& b) { return a.first < b.first; });
  std::vector<Days> joined;
  for (const Days& days : all) {
    if (joined.empty() || days.first > joined.back().last) {
      joined.push_back(days);
    } else {
      joined.back().last = std::max(joined.back().last, days.last);
    }
  }
  std::vector<Spell> spells;
  spells.reserve(joined.size());
  for (const Days& days : joined) spells.push_back(spell(days));
  return spells;
}

}  // namespace summitry::interchange
