// The blocks of a list, wave by wave: several threads read a wave, then its blocks come one after another,
// and a row that stands in two of them in the later one.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "engine/run.hpp"
#include "loaders/edge_list/line_blocks.hpp"
#include "loaders/edge_list/row_block.hpp"

namespace summitry {

inline constexpr std::size_t kListBlock = std::size_t{1} << 20U;  // bytes

class RowWaves {
 public:
  // `threads` >= 1; 0: all cores.
  RowWaves(ByteStream& stream, std::size_t block, int threads);

  // The first block, of which something must be known before rows are read: where they begin.
  [[nodiscard]] RowBlock& head() { return wave_.front(); }
  // Puts more of the list into it; false at the end of the list, or of what is reasonable.
  [[nodiscard]] bool grow_head();
  [[nodiscard]] bool ended() const { return blocks_.ended(); }

  // Reads the rows of a block, which is at this place in its wave, and with which so many bytes of the
  // list have been given out. From any thread.
  using Parse = std::function<void(RowBlock&, std::size_t place, std::size_t bytes)>;
  // Takes what was read, in the order of the list, with the line of the first row; false to stop.
  using Take = std::function<bool(RowBlock&, std::size_t place, std::size_t line)>;
  // Goes through all blocks, beginning with the head, whose first row is in that line. False when it was
  // stopped, or when the list must be read as a whole: it is not clean text, or has a row that does not
  // seem to end.
  [[nodiscard]] bool read(std::size_t line, const Parse& parse, const Take& take);

  // Lets go of the blocks at hand.
  void forget() { wave_ = {}; }

  [[nodiscard]] std::size_t places() const { return wave_.size(); }  // in a wave, at most

 private:
  [[nodiscard]] std::size_t read_wave(const Parse& parse);
  [[nodiscard]] bool next_text(RowBlock& block);
  [[nodiscard]] bool read_last(const Parse& parse, const Take& take);
  [[nodiscard]] bool join_rest_and(std::size_t place, const Parse& parse, const Take& take);

  LineBlocks blocks_;
  Run run_;
  std::vector<RowBlock> wave_;
  std::mutex mutex_;  // of the text: whoever is free reads the next block
  bool head_waits_ = true;
  std::size_t bytes_ = 0;           // that were given out
  std::vector<std::size_t> until_;  // how many with each block
  std::size_t line_ = 1;            // of the first row of the next block
  std::string rest_;                // a row of which the end is still to come
};

}  // namespace summitry
