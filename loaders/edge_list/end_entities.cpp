#include "loaders/edge_list/end_entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "engine/name_index.hpp"
#include "loaders/edge_rows.hpp"

namespace summitry {
namespace {

using Digits = std::array<char, std::numeric_limits<std::uint32_t>::digits10 + 1>;

std::string_view written(std::uint32_t number, Digits& digits) {
  const auto after = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), static_cast<std::size_t>(after - digits.data())};
}

}  // namespace

void EndEntities::look_up(RowBlock& block, LookedUp& found) const {
  found.names.clear();
  found.open.clear();
  if (!block.numbered) {
    found.names = builder_.find_entities(block.names.all(), block.names.hashes());
  }
  for (std::uint32_t e = 0; e < block.sources.size(); ++e) {
    const EntityIndex source = entity(block, found, block.sources[e]);
    const EntityIndex target = entity(block, found, block.targets[e]);
    if (source == kNone || target == kNone) {
      found.open.push_back(e);
    } else {
      block.sources[e] = source;
      block.targets[e] = target;
    }
  }
}

void EndEntities::add(RowBlock& block, LookedUp& found, std::size_t begin, std::size_t end) {
  constexpr EntityIndex kAsked = kNone - 1;
  const auto first = std::lower_bound(found.open.begin(), found.open.end(), begin);
  const auto last = std::lower_bound(first, found.open.end(), end);
  std::vector<std::uint32_t> unknown;
  const auto ask = [&](std::uint32_t name) {
    if (entity(block, found, name) != kNone) return;
    set(block, found, name, kAsked);
    unknown.push_back(name);
  };
  std::for_each(first, last, [&](std::uint32_t e) {
    ask(block.sources[e]);
    ask(block.targets[e]);
  });
  const std::vector<EntityIndex> entities = added(block, unknown);
  for (std::size_t i = 0; i < unknown.size(); ++i) set(block, found, unknown[i], entities[i]);
  std::for_each(first, last, [&](std::uint32_t e) {
    block.sources[e] = entity(block, found, block.sources[e]);
    block.targets[e] = entity(block, found, block.targets[e]);
  });
}

void EndEntities::set(const RowBlock& block, LookedUp& found, std::uint32_t end,
                      EntityIndex entity) {
  if (block.numbered) {
    numbers_.set(end, entity);
  } else {
    found.names[end] = entity;
  }
}

// The entities of these ends, which may be there from a block of the other sort.
std::vector<EntityIndex> EndEntities::added(const RowBlock& block,
                                            std::span<const std::uint32_t> ends) {
  std::vector<Digits> digits(block.numbered ? ends.size() : 0);
  std::vector<std::string_view> names;
  std::vector<std::size_t> hashes;
  names.reserve(ends.size());
  hashes.reserve(ends.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    names.push_back(block.numbered ? written(ends[i], digits[i]) : block.names.name(ends[i]));
    hashes.push_back(block.numbered ? NameIndex::hash_of(names.back())
                                    : block.names.hashes()[ends[i]]);
  }
  return builder_.ensure_entities(names, hashes, kEntityKind);
}

}  // namespace summitry
