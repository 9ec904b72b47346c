#include "algorithms/continuity/evidence.hpp"

#include <algorithm>

namespace summitry {

bool Evidence::takes(const Relation& relation) const {
  return trusts(relation) &&
         std::find(statuses.begin(), statuses.end(), relation.status) != statuses.end();
}

bool Evidence::takes_plans(const Relation& relation) const {
  return takes(relation) || (trusts(relation) && (relation.status == Status::announced ||
                                                  relation.status == Status::planned));
}

EditionIndex::EditionIndex(const Network& network, const Series& series)
    : position_(network.entities().size(), kNone) {
  for (std::size_t i = 0; i < series.editions.size(); ++i) {
    position_[series.editions[i]] = static_cast<std::uint32_t>(i);
  }
}

std::optional<std::size_t> EditionIndex::find(EntityIndex entity) const {
  if (entity == kNone || position_[entity] == kNone) return std::nullopt;
  return position_[entity];
}

std::optional<std::size_t> EditionIndex::of(const Relation& relation, EntityIndex side) const {
  const EntityIndex other = relation.source == side ? relation.target : relation.source;
  const auto edition = find(other);
  return edition ? edition : find(relation.summit);
}

}  // namespace summitry
