// The order of items by their ids, bytewise: eight bytes at a time, so that few comparisons look at the
// ids themselves, also where all begin alike ("participant-1", "participant-2").
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace summitry {

struct IdKey {
  std::uint64_t piece = 0;  // eight bytes of the id, as a number that sorts as they do
  std::uint32_t item = 0;
};

// The bytes from `begin` on; 0 behind the end.
[[nodiscard]] inline std::uint64_t id_piece(std::string_view id, std::size_t begin) {
  std::uint64_t piece = 0;
  for (std::size_t i = begin; i < begin + 8; ++i) {
    piece = piece << 8U | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0U);
  }
  return piece;
}

// Sorts keys of ids that have their first `begin` bytes in common.
template <class Items>
void sort_id_keys(const Items& items, std::span<IdKey> keys, std::size_t begin) {
  constexpr std::size_t kFew = 16;
  constexpr std::size_t kDeepest = 64;  // bytes: hostile ids may have thousands in common
  const auto by_id = [&items](const IdKey& a, const IdKey& b) {
    return items[a.item].id < items[b.item].id;
  };
  if (keys.size() < kFew || begin >= kDeepest) {
    std::sort(keys.begin(), keys.end(), by_id);
    return;
  }
  for (IdKey& key : keys) key.piece = id_piece(items[key.item].id, begin);
  std::sort(keys.begin(), keys.end(),
            [](const IdKey& a, const IdKey& b) { return a.piece < b.piece; });
  for (auto run = keys.begin(); run != keys.end();) {
    const auto end =
        std::find_if(run, keys.end(), [&run](const IdKey& key) { return key.piece != run->piece; });
    if (end - run > 1) sort_id_keys(items, std::span(run, end), begin + 8);
    run = end;
  }
}

// Ids are unique.
template <class Items>
[[nodiscard]] std::vector<std::uint32_t> order_by_id(const Items& items) {
  std::vector<IdKey> keys(items.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) keys[i].item = i;
  sort_id_keys(items, std::span(keys), 0);
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const IdKey& key : keys) order.push_back(key.item);
  return order;
}

}  // namespace summitry
