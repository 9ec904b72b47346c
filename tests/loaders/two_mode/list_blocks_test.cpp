// Lists of participants and events block by block against the same lists in memory.
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "loaders/two_mode/list/by_blocks.hpp"
#include "loaders/two_mode/two_mode.hpp"
#include "tests/loaders/list_outcome.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

std::optional<Lines> by_blocks(const std::string& text, std::size_t block, int threads) {
  const auto open = [&text] { return stream_of(text); };
  const auto built = two_mode::read_list_by_blocks(open, "list", {.threads = threads}, block);
  if (!built) return std::nullopt;
  return outcome(*built);
}

Lines whole(const std::string& text) {
  return outcome(read_two_mode_list_whole(text, "list"));
}

// Rows as they are written, badly written ones among them; mostly of two cells that need no care.
rc::Gen<std::string> some_row(const std::string& delimiter, int columns) {
  const auto odd = rc::gen::element<std::string>(
      "", " ", " Ann", "Ann ", "\"Ann\"", "\"Ann, dr\"", "\"two\nlines\"", "\"An\"\"n\"",
      "5\" pipe", "'=Ann", "signed", "NA", "TRUE", "2.5", "-1", "007", "2025", "2025-02", "soon",
      "a|b", "#1", "planned", "declined", "Zoë", "hosted", "x;y");
  const auto end =
      rc::gen::element<std::string>("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n,\n", ",\n");
  return rc::gen::exec([=] {
    std::string row = *rc::gen::weightedOneOf<std::string>(
        {{9, rc::gen::element<std::string>("Ann", "Bob", "Cyd", "Dee")}, {1, odd}});
    row += delimiter;
    row += *rc::gen::weightedOneOf<std::string>(
        {{9, rc::gen::element<std::string>("E1", "E2", "E3")}, {1, odd}});
    const int further = *rc::gen::weightedElement<int>({{12, columns - 2}, {1, 0}, {1, 3}});
    for (int i = 0; i < further; ++i) {
      row += delimiter;
      row += *rc::gen::weightedOneOf<std::string>(
          {{4, rc::gen::just<std::string>("")},
           {2, rc::gen::element<std::string>("attended", "observed", "2024-05", "2024", "3")},
           {1, odd}});
    }
    return row + *end;
  });
}

}  // namespace

TEST_CASE("two-mode list by blocks: the same as in memory, whatever is in the list",
          "[loaders][two-mode]") {
  std::size_t taken = 0;
  CHECK(rc::check([&taken](std::uint8_t block) {
    const std::string delimiter = *rc::gen::element<std::string>(",", ";", "\t");
    std::string text = *rc::gen::element<std::string>(
        "participant;event\n", "Person;Meeting\n", "country;summit\n", "event;actor\n",
        "person;event;weight\n", "country;summit;type\n", "person;event;date\n",
        "organisation;summit;date;role;status\n", "actor;session;type;weight\n");
    const auto columns = static_cast<int>(std::count(text.begin(), text.end(), ';')) + 1;
    for (char& c : text) c = c == ';' ? delimiter[0] : c;
    text += joined(*rc::gen::container<Lines>(some_row(delimiter, columns)));
    const auto found = by_blocks(text, std::size_t{block} + 1, 1);
    if (!found) return;
    ++taken;
    RC_ASSERT(*found == whole(text));
  }));
  CHECK(taken > 10);  // else nothing was compared
}

TEST_CASE("two-mode list by blocks: network and findings are the same whatever the threads",
          "[loaders][two-mode][parallel]") {
  const std::pair<const char*, const char*> lists[] = {{"person,event,weight", "\"2.5\""},
                                                       {"country,summit,date", "2024-05"},
                                                       {"actor,meeting,role", "\"ch\nair\""}};
  for (const auto& [header, cell] : lists) {
    std::string text = std::string(header) + "\n";
    for (int i = 0; i < 3000; ++i) {
      text += "name " + std::to_string(i * 7919 % 97) + ",\"E " + std::to_string(i * 31 % 41) +
              "\",\r\n";
      if (i % 500 == 499) text += std::string(",E 2,\n\nonly one\nAnn,E 3,") + cell + "\n";
    }
    INFO(header);
    const Lines expected = whole(text);
    REQUIRE(expected.size() == 13);  // that it is a list, and two rows a time
    for (const std::size_t block : {64U, 1000U, 1U << 20U}) {
      for (const int threads : {1, 2, 4}) CHECK(by_blocks(text, block, threads) == expected);
    }
  }
}

TEST_CASE("two-mode list by blocks: an event has its date where all of its rows agree",
          "[loaders][two-mode]") {
  const std::string text =
      "person,event,date\nAnn,E1,2020\nBob,E1,\nCyd,E2,2020-05\nAnn,E2,2021\nAnn,E3,\n";
  REQUIRE(by_blocks(text, 16, 2) == whole(text));
  const Built built = read_two_mode_list(text, "list");
  REQUIRE(built.network);
  CHECK(built.network->entity(built.network->index_of("E1")).active.from == Date{2020});
  CHECK_FALSE(built.network->entity(built.network->index_of("E2")).active.from);
}

TEST_CASE("two-mode list by blocks: leaves what it cannot read in pieces to the other way",
          "[loaders][two-mode]") {
  for (const char* text :
       {"", "person,event\nAnn,Bob\nBob,E1\n", "person,event,summit\nAnn,E1,S\n",
        "person,event,grade\nAnn,E1,3\n", "person,event\nAnn \xFF,E1\n", "person,place\nAnn,E1\n",
        "person,event,type\nAnn,E1,TRUE\n", "country,summit,type\nfra,S1,signed\n",
        "person,event\n'=Ann,E1\n", "person,event,Start\nAnn,E1,2020\n"}) {
    INFO(text);
    CHECK_FALSE(by_blocks(text, 64, 1));
  }
  const Built apart = read_two_mode_list("person,event\nAnn,Bob\nBob,E1\n", "list");
  REQUIRE(apart.network);
  CHECK(apart.network->entity(apart.network->index_of("event:Bob")).kind == "event");
}
