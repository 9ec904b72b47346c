// The order of ids against sorting them as they are.
#include "engine/id_order.hpp"

#include <rapidcheck.h>

#include <numeric>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

struct Item {
  std::string id;
};

std::vector<std::uint32_t> plain_order(const std::vector<Item>& items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&items](std::uint32_t a, std::uint32_t b) { return items[a].id < items[b].id; });
  return order;
}

}  // namespace

TEST_CASE("id order: names that begin alike, and bytes beyond ASCII", "[engine]") {
  std::vector<Item> items;
  for (int i = 0; i < 3000; ++i) {
    items.push_back({(i % 3 == 0 ? "participant-" : "participant of long standing-é") +
                     std::to_string(i * 7919 % 10007)});
  }
  items.push_back({""});
  items.push_back({"participant-"});
  items.push_back({"\xF0\x9F\x87\xAB"});
  CHECK(order_by_id(items) == plain_order(items));
}

TEST_CASE("id order: agrees with comparing whole ids", "[engine]") {
  CHECK(rc::check([](const std::vector<std::string>& words, std::uint8_t common) {
    std::set<std::string> unique;
    for (const std::string& word : words) {
      for (const char* end : {"", "a", "\x7F"}) {
        unique.insert(std::string(common % 80, 'x') + word + end);
      }
    }
    std::vector<Item> items;
    for (const std::string& id : unique) items.insert(items.begin(), {id});
    RC_ASSERT(order_by_id(items) == plain_order(items));
  }));
}
