// Edge lists block by block against the same lists row by row.
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "loaders/csv.hpp"
#include "loaders/edge_list.hpp"
#include "loaders/edge_list/by_blocks.hpp"
#include "loaders/edge_list/row_block.hpp"
#include "tests/loaders/list_outcome.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

std::optional<Lines> by_blocks(const std::string& text, std::size_t block, int threads) {
  const auto stream = stream_of(text);
  const auto built = read_edge_list_by_blocks(*stream, "list", {.threads = threads}, block);
  if (!built) return std::nullopt;
  return outcome(*built);
}

Lines whole(const std::string& text) {
  return outcome(read_edge_list_whole(text, "list", {}));
}

// Rows as they are written, badly written ones among them.
rc::Gen<std::string> some_row(const std::string& delimiter) {
  const auto cell = rc::gen::element<std::string>(
      "a", "b", "Zoë", "1", "2.5", "1e400", "", " a", "b ", "\"a\"", "\"b, c\"", "\"two\nlines\"",
      "\"a\"\"b\"", "5\" pipe", "\"x\" y", "a|b", "signed", "Directed", "undirected", "-3", "\x01",
      "#", "2025");
  const auto end =
      rc::gen::element<std::string>("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n# a, b\n", "\n  \n");
  return rc::gen::exec([=] {
    const auto plain = *rc::gen::weightedElement<int>({{12, 2}, {6, 3}, {3, 4}, {1, 1}, {1, 5}});
    std::string row;
    for (int i = 0; i < plain; ++i) {
      if (i > 0) row += delimiter;
      row += *rc::gen::weightedOneOf<std::string>(
          {{6, rc::gen::element<std::string>("a", "b", "c", "d", "7")}, {1, cell}});
    }
    return row + *end;
  });
}

}  // namespace

TEST_CASE("edge list by blocks: the same as row by row, whatever is in the list",
          "[loaders][edge_list]") {
  std::size_t taken = 0;
  CHECK(rc::check([&taken](std::uint8_t block) {
    const std::string delimiter = *rc::gen::element<std::string>(",", ";", "\t", " ");
    const auto header = *rc::gen::element<std::string>(
        "", "source;target\n", "source;target;weight\n", "Source;Target;Type\n",
        "target;source;type;weight\n", "source;target;status;basis\n", "source;target;summit\n");
    std::string text = header;
    for (char& c : text) c = c == ';' ? delimiter[0] : c;
    text += joined(*rc::gen::container<Lines>(some_row(delimiter)));
    const auto found = by_blocks(text, std::size_t{block} + 1, 1);
    if (!found) return;
    ++taken;
    RC_ASSERT(*found == whole(text));
  }));
  CHECK(taken > 10);  // else nothing was compared
}

TEST_CASE("edge list by blocks: numbers are the names that they are written as",
          "[loaders][edge_list]") {
  CHECK(rc::check([] {
    const auto block = *rc::gen::inRange<std::size_t>(1, 600);
    const std::string delimiter = *rc::gen::element<std::string>(",", "\t", " ");
    const auto odd = *rc::gen::element<std::string>(  // one a list: blocks with another have names
        "07", "00", "+7", "-7", "7.0", "4294967296", "seven", "99999999", "123456789012345678",
        "\"7\"", " 7", "\x01", "#7");
    const auto number = rc::gen::weightedElement<std::string>(
        {{4, "0"}, {4, "7"}, {4, "12"}, {4, "345"}, {4, "1000000"}, {4, "4"}, {1, odd}});
    const auto columns = *rc::gen::element<std::string>(
        "", "target;source\n", "source;target;weight\n", "target;weight;type;source\n");
    const auto cells =
        std::max<std::ptrdiff_t>(2, std::count(columns.begin(), columns.end(), ';') + 1);
    std::string text = columns;
    for (char& c : text) c = c == ';' ? delimiter[0] : c;
    const auto rows = *rc::gen::inRange(2, 60);
    for (int row = 0; row < rows; ++row) {
      for (std::ptrdiff_t i = 0; i < cells; ++i) text += (i == 0 ? "" : delimiter) + *number;
      text += *rc::gen::weightedElement<std::string>({{9, "\n"}, {1, "\r\n"}, {1, "\n# 1\n"}});
    }
    const auto found = by_blocks(text, block, 1);
    if (found) RC_ASSERT(*found == whole(text));
  }));
}

TEST_CASE("edge list by blocks: a block of numbers is numbered, any other is not",
          "[loaders][edge_list]") {
  const auto numbered = [](std::string text, RowShape shape, std::uint32_t below) {
    RowBlock block;
    block.text = std::move(text);
    block.last = true;
    read_block(block, shape, below);
    CHECK(block.sources.size() == 2);
    return block.numbered;
  };
  const RowShape pair = {' ', {Part::source, Part::target}, ""};
  CHECK(numbered("1 2\n3 4\n", pair, 5));
  CHECK(numbered("# 1\n1  2\n\n3\t4", pair, 5));
  CHECK_FALSE(numbered("1 2\n3 4\n", pair, 4));
  CHECK_FALSE(numbered("1 2\n3 4\n", pair, 0));
  CHECK_FALSE(numbered("1 2\n3 04\n", pair, 5));
  CHECK_FALSE(numbered("1 2\na 4\n", pair, 5));
  CHECK(numbered("1,2,0.5\n3,4,\n", {',', {Part::source, Part::target, Part::weight}, ""}, 5));
  CHECK_FALSE(numbered("1,2,a\n3,4,\n", {',', {Part::source, Part::target, Part::type}, ""}, 5));
}

TEST_CASE("edge list by blocks: findings have the line and the column of the whole list",
          "[loaders][edge_list][parallel]") {
  std::string text = "source,target,weight\n# comment\n";
  for (int i = 0; i < 2000; ++i) {
    text += "name " + std::to_string(i % 97) + ",\"other, " + std::to_string(i % 31) + "\",1.5\r\n";
    if (i % 500 == 499) text += "\"a\nb\",c,1\n\nonly one\nd,e,heavy\n";
  }
  const Lines expected = whole(text);
  REQUIRE(expected.size() == 16);  // four a time: a line end in a name, nobody, a cell, no number
  CHECK(expected[3] ==
        "list:507:5: error: bad number \"heavy\" as weight; write digits with a point "
        "as decimal separator, such as 1500000 or 2.5");
  for (const std::size_t block : {64U, 1000U, 1U << 20U}) {
    for (const int threads : {1, 2, 4}) CHECK(by_blocks(text, block, threads) == expected);
  }
}

TEST_CASE("edge list by blocks: an unknown direction is no other direction",
          "[loaders][edge_list]") {
  const std::string text =
      "source,target,type\na,b,Directed\nb,c,Sideways\nc,d,Directed\nd,e,directed\n";
  const Lines expected = {
      "list:3:5: error: unknown direction \"Sideways\"; write Directed or Undirected, as the first "
      "relation does"};
  CHECK(whole(text) == expected);
  CHECK(by_blocks(text, 16, 1) == expected);
}

TEST_CASE("edge list by blocks: the same network whatever the threads",
          "[loaders][edge_list][parallel]") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += std::to_string(i * 7919 % 3001) + " " + std::to_string(i * 104729 % 2003) + "\n";
    if (i % 5000 == 4000)
      text += "someone " + std::to_string(i) + "\n";  // numbers and names in turn
  }
  const Lines expected = whole(text);
  for (const int threads : {1, 2, 4}) CHECK(by_blocks(text, 4096, threads) == expected);
}

TEST_CASE("edge list by blocks: leaves what it cannot read in pieces to the other way",
          "[loaders][edge_list]") {
  for (const char* text : {"", "a b\n", "source,target,summit\na,b,x\nc,d,y\n", "a b\nc \xFF\n",
                           "PK\x03\x04 b\nc d\n", "source,target\n", "source,weight\na,1\nb,2\n"}) {
    INFO(text);
    CHECK_FALSE(by_blocks(text, 64, 1));
  }
  CHECK(read_edge_list("source,target,summit\na,b,x\nc,d,y\n", "list").network);
}

TEST_CASE("edge list by blocks: a quote that is never closed ends the list, with its place",
          "[loaders][edge_list]") {
  const std::string text = "a,b\nc,d\ne,\"f\n" + std::string(5000, 'x') + "\n";
  CHECK(by_blocks(text, 100, 2) == whole(text));
  const std::string closed = text + std::string(kLongestCell, 'y') + "\",g\nh,i\n";
  CHECK_FALSE(by_blocks(closed, 100, 2));  // more than a cell can have
  CHECK(outcome(read_edge_list(closed, "list")) == whole(closed));
}
