#include "engine/names.hpp"

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("names: distance counts changes, insertions, removals and exchanges", "[engine][names]") {
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("signed", "singed") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("paris-2025", "paris-2025") == 0);
}

TEST_CASE("names: the nearest is offered only when it is near", "[engine][names]") {
  const std::vector<std::string_view> known{"attended", "hosted", "signed"};
  CHECK(nearest("atended", known) == "attended");
  CHECK(nearest("sined", known) == "signed");
  CHECK_FALSE(nearest("funds", known));
  CHECK_FALSE(nearest("", known));
  CHECK(unknown_name("relation type", "sined", known) ==
        "unknown relation type \"sined\"; did you mean \"signed\"?");
  CHECK(unknown_name("relation type", "funds", known) ==
        "unknown relation type \"funds\"; known: attended, hosted, signed");
  CHECK(unknown_name("kind", "x", {}) == "unknown kind \"x\"; there is none");
}

TEST_CASE("names: of equally near ones the smallest is offered", "[engine][names]") {
  const std::vector<std::string_view> known{"bbc", "bba", "bbb"};
  CHECK(nearest("bbx", known) == "bba");
}
