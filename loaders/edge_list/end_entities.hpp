// The entities that the ends of edges stand for, block by block.
//
// Many threads look up what is known, each in a block of its own; what is new is added in the order of
// the list, by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/edge_list/known_numbers.hpp"
#include "loaders/edge_list/row_block.hpp"

namespace summitry {

struct LookedUp {
  std::vector<EntityIndex> names;   // by their number in the block; kNone: not known yet
  std::vector<std::uint32_t> open;  // edges with an end that is not known
};

class EndEntities {
 public:
  explicit EndEntities(NetworkBuilder& builder) : builder_(builder) {}

  // Puts entities in the place of the ends of edges of which both are known. From any thread, while
  // nothing is added.
  void look_up(RowBlock& block, LookedUp& found) const;
  // Does so for the open ones among [begin, end), in that order; not for those further down, so that a
  // finding between them knows the entities that came before it.
  void add(RowBlock& block, LookedUp& found, std::size_t begin, std::size_t end);
  // Lets go of all that was known.
  void forget() { numbers_ = {}; }

 private:
  [[nodiscard]] EntityIndex entity(const RowBlock& block, const LookedUp& found,
                                   std::uint32_t end) const {
    return block.numbered ? numbers_.find(end) : found.names[end];
  }
  void set(const RowBlock& block, LookedUp& found, std::uint32_t end, EntityIndex entity);
  [[nodiscard]] std::vector<EntityIndex> added(const RowBlock& block,
                                               std::span<const std::uint32_t> ends);

  NetworkBuilder& builder_;
  KnownNumbers numbers_;
};

}  // namespace summitry
