// The index of names against a map, and sorting by counting against a stable sort.
#include "engine/name_index.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>

#include "engine/counting_sort.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("name index: finds what was added and nothing else", "[engine]") {
  std::vector<std::string> names;
  const auto name_of = [&names](std::uint32_t i) -> std::string_view { return names[i]; };
  NameIndex index;
  CHECK_FALSE(index.find("", name_of));
  for (std::uint32_t i = 0; i < 5000; ++i) {
    names.push_back(std::to_string(i * 7919U % 10007U));
    index.add(names.back(), name_of);
  }
  CHECK(index.size() == 5000);
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(index.find(std::string(names[i]), name_of) == i);
  CHECK_FALSE(index.find("10008", name_of));
  CHECK_FALSE(index.find("", name_of));
  index.clear();
  CHECK(index.size() == 0);
  CHECK_FALSE(index.find(names[0], name_of));
  index.add_hashed(NameIndex::hash_of(names[0]), name_of);
  CHECK(index.find(names[0], name_of) == 0);
}

TEST_CASE("name index: agrees with a map", "[engine]") {
  CHECK(rc::check([](const std::vector<std::string>& words) {
    std::vector<std::string> names;
    const auto name_of = [&names](std::uint32_t i) -> std::string_view { return names[i]; };
    NameIndex index;
    std::map<std::string, std::uint32_t> map;
    for (const std::string& word : words) {
      const auto known = map.find(word);
      const auto found = index.find(word, name_of);
      RC_ASSERT(found.has_value() == (known != map.end()));
      if (found) {
        RC_ASSERT(*found == known->second);
        continue;
      }
      map.emplace(word, static_cast<std::uint32_t>(names.size()));
      names.push_back(word);
      index.add(word, name_of);
    }
  }));
}

TEST_CASE("sort by counting: is the stable sort", "[engine]") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& keys) {
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::reverse(order.begin(), order.end());
    std::vector<std::uint32_t> expected = order;
    const auto key = [&keys](std::uint32_t item) { return keys[item]; };
    std::stable_sort(expected.begin(), expected.end(),
                     [&key](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    sort_by(order, 256, key);
    RC_ASSERT(order == expected);
  }));
}
