#include "engine/entity_rows.hpp"

#include <utility>

namespace summitry {
namespace {

// Row i becomes what row order[i] was, without a second copy of all.
void reorder_in_place(std::vector<Entity>& entities, const std::vector<std::uint32_t>& order) {
  std::vector<bool> placed(order.size(), false);
  for (std::uint32_t first = 0; first < order.size(); ++first) {
    if (placed[first]) continue;
    Entity held = std::move(entities[first]);
    std::uint32_t at = first;
    for (; order[at] != first; at = order[at]) {
      entities[at] = std::move(entities[order[at]]);
      placed[at] = true;
    }
    entities[at] = std::move(held);
    placed[at] = true;
  }
}

}  // namespace

Interval EntityRows::active(EntityIndex e) const {
  return is_detailed(e) ? details_[detail_of_[e]].active : Interval();
}

std::vector<EntityIndex> EntityRows::find(std::span<const std::string_view> ids,
                                          std::span<const std::size_t> hashes) const {
  std::vector<EntityIndex> found;
  found.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    ids_.look_ahead(hashes, i);
    found.push_back(ids_.find(ids[i], hashes[i]).value_or(kNone));
  }
  return found;
}

void EntityRows::add(Entity entity) {
  const EntityIndex e = ids_.add(entity.id, NameIndex::hash_of(entity.id));
  kind_.push_back(kinds_.intern(entity.kind));
  detail_of_.resize(e, kNone);
  detail_of_.push_back(static_cast<std::uint32_t>(details_.size()));
  details_.push_back(std::move(entity));
}

EntityIndex EntityRows::add_named(std::string_view id, std::size_t hash, std::string_view kind) {
  kind_.push_back(kinds_.intern(kind));
  return ids_.add(id, hash);
}

std::vector<Entity> EntityRows::in_order(const std::vector<std::uint32_t>& order) && {
  if (details_.size() == size()) {
    reorder_in_place(details_, order);
    return std::move(details_);
  }
  std::vector<Entity> entities;
  entities.reserve(order.size());
  for (const EntityIndex e : order) {
    Entity& entity = entities.emplace_back();
    if (is_detailed(e)) {
      entity = std::move(details_[detail_of_[e]]);
    } else {
      entity.id = id(e);
      entity.kind = kind(e);
      entity.name = id(e);
    }
  }
  return entities;
}

}  // namespace summitry
