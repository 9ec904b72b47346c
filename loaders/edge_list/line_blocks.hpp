// A text piece by piece, each of whole lines: what several threads can read at once, and what needs
// no more memory than the pieces at hand.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "loaders/compressed/byte_stream.hpp"

namespace summitry {

class LineBlocks {
 public:
  // A stream that is known to be shorter is read with room for what it has.
  LineBlocks(ByteStream& stream, std::size_t size)
      : stream_(&stream),
        size_(stream.size() == 0 ? size : std::min<std::uint64_t>(size, stream.size() + 1)) {}

  // Puts the next piece, of about `size` bytes, into `text`. It ends behind a line feed unless it is
  // the last; a line longer than that is not torn. False when there is none.
  [[nodiscard]] bool next(std::string& text);

  // Whether the piece that next() gave was the last.
  [[nodiscard]] bool ended() const { return ended_ && rest_.empty(); }

 private:
  ByteStream* stream_;
  std::size_t size_;
  std::string rest_;  // the beginning of a line whose end is not read yet
  bool ended_ = false;
};

}  // namespace summitry
