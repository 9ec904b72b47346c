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

  // How many blocks are in memory at a time, and their slots.
  [[nodiscard]] std::size_t slots() const { return wave_.size(); }

  // read_block(), and what else each thread can do with its block alone.
  using Read = std::function<void(RowBlock&)>;
  // A block, and the line of its first row; false to stop.
  using Take = std::function<bool(RowBlock&, std::size_t line)>;
  // Hands all blocks over, beginning with the head, whose first row is in that line. False when it was
  // stopped, or when the list must be read as a whole: it is not clean text, or has a row that does not
  // seem to end.
  [[nodiscard]] bool read(const Read& read, std::size_t line, const Take& take);
  // Lets go of all blocks.
  void forget() { wave_ = {}; }

 private:
  [[nodiscard]] bool next_text(RowBlock& block);
  [[nodiscard]] std::size_t read_wave(const Read& read);
  [[nodiscard]] bool join_rest_and(RowBlock& block, const Read& read, const Take& take);

  LineBlocks blocks_;
  Run run_;
  std::vector<RowBlock> wave_;
  std::mutex mutex_;  // of the text: whoever is free reads the next block
  bool head_waits_ = true;
  std::size_t bytes_ = 0;  // that were read
  std::size_t line_ = 1;   // of the first row of the next block
  std::string rest_;       // a row of which the end is still to come
};

}  // namespace summitry
