#include "loaders/edge_list/line_blocks.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace summitry {
namespace {

std::vector<std::string> pieces_of(const std::string& text, std::size_t size) {
  const auto stream = stream_of(text);
  LineBlocks blocks(*stream, size);
  std::vector<std::string> pieces;
  for (std::string piece; blocks.next(piece);) pieces.push_back(piece);
  return pieces;
}

TEST_CASE("lines by blocks: the pieces are the text, each but the last ends with a line",
          "[loaders][line-blocks]") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& drawn, std::uint8_t size) {
    std::string text;
    for (const std::uint8_t one : drawn)
      text += one % 4 == 0 ? '\n' : static_cast<char>('a' + one % 7);
    std::string joined;
    const auto pieces = pieces_of(text, std::size_t{size} + 1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      RC_ASSERT(!pieces[i].empty());
      RC_ASSERT(i + 1 == pieces.size() || pieces[i].back() == '\n');
      joined += pieces[i];
    }
    RC_ASSERT(joined == text);
  }));
}

TEST_CASE("lines by blocks: a short text takes no room for a long one", "[loaders][line-blocks]") {
  const std::string text = "a,b\nb,c\n";
  const auto stream = stream_of(text);
  LineBlocks blocks(*stream, std::size_t{1} << 20U);
  std::string piece;
  REQUIRE(blocks.next(piece));
  CHECK(piece == text);
  CHECK(blocks.ended());
  CHECK(piece.capacity() < 1000);
  CHECK_FALSE(blocks.next(piece));
}

}  // namespace
}  // namespace summitry
