// A column that holds one value once against one that holds every value.
#include "engine/uniform_column.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("uniform column: costs nothing while all values are the same", "[engine]") {
  UniformColumn<int> column;
  CHECK(column.uniform());
  column.push_back(3);
  column.append(5, 3);
  column.append(std::vector<int>{3, 3});
  CHECK(column.size() == 8);
  CHECK(column[7] == 3);
  CHECK(column.uniform());
  CHECK(column.bytes() == 0);
  column.push_back(4);
  CHECK_FALSE(column.uniform());
  CHECK(column[7] == 3);
  CHECK(column[8] == 4);
  CHECK(column.bytes() >= 9 * sizeof(int));
}

TEST_CASE("uniform column: agrees with a plain column, in whatever pieces it grows", "[engine]") {
  CHECK(rc::check([] {
    UniformColumn<int> column;
    std::vector<int> plain;
    const auto pieces = *rc::gen::inRange(0, 8);
    for (int piece = 0; piece < pieces; ++piece) {
      const auto rows = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3));
      const auto same = *rc::gen::inRange(0, 3);
      column.append(rows);
      column.append(rows.size(), same);
      plain.insert(plain.end(), rows.begin(), rows.end());
      plain.resize(plain.size() + rows.size(), same);
    }
    std::vector<std::uint32_t> backwards;
    for (std::size_t i = plain.size(); i-- > 0;) {
      backwards.push_back(static_cast<std::uint32_t>(i));
    }
    RC_ASSERT(column.size() == plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) RC_ASSERT(column[i] == plain[i]);
    column.reorder(backwards);
    for (std::size_t i = 0; i < plain.size(); ++i) RC_ASSERT(column[i] == plain[backwards[i]]);
  }));
}
