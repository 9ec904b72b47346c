// The entities that a NetworkBuilder has collected. Of those that are but a name, as in most long lists,
// no Entity is made before the Network is. Private to engine/network_*.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/dictionary.hpp"
#include "engine/name_table.hpp"
#include "engine/network.hpp"
#include "engine/uniform_column.hpp"

namespace summitry {

class EntityRows {
 public:
  struct Named {
    std::string_view id;
  };

  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] std::string_view id(EntityIndex e) const { return ids_.name(e); }
  [[nodiscard]] Named operator[](std::size_t e) const { return {id(static_cast<EntityIndex>(e))}; }
  [[nodiscard]] std::string_view kind(EntityIndex e) const { return kinds_.word(kind_[e]); }
  [[nodiscard]] Interval active(EntityIndex e) const;

  [[nodiscard]] std::optional<EntityIndex> find(std::string_view id) const {
    return find(id, NameIndex::hash_of(id));
  }
  [[nodiscard]] std::optional<EntityIndex> find(std::string_view id, std::size_t hash) const {
    return ids_.find(id, hash);
  }
  // All of these, kNone for those that are not there. `hashes` are NameIndex::hash_of() of each.
  [[nodiscard]] std::vector<EntityIndex> find(std::span<const std::string_view> ids,
                                              std::span<const std::size_t> hashes) const;

  // Of an id that is not there.
  void add(Entity entity);
  // The same of an entity whose name is its id, without more.
  EntityIndex add_named(std::string_view id, std::size_t hash, std::string_view kind);

  // Those that have more than a name.
  [[nodiscard]] std::span<Entity> detailed() { return details_; }

  // Lets go of what only looking up needs, which is over.
  void forget_index() { ids_.forget_index(); }
  // All of them; the i-th is what number order[i] was.
  [[nodiscard]] std::vector<Entity> in_order(const std::vector<std::uint32_t>& order) &&;

 private:
  [[nodiscard]] bool is_detailed(EntityIndex e) const {
    return e < detail_of_.size() && detail_of_[e] != kNone;
  }

  NameTable ids_;
  Dictionary kinds_;
  UniformColumn<std::uint32_t> kind_;
  std::vector<Entity> details_;
  std::vector<std::uint32_t> detail_of_;  // kNone, or beyond the end, for a name alone
};

}  // namespace summitry
