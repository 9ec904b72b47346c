// Waves of blocks. See row_waves.hpp.
#include "loaders/edge_list/row_waves.hpp"

#include <span>
#include <utility>

#include "engine/parallel.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

constexpr std::size_t kLongestHead = std::size_t{16} << 20U;  // bytes
constexpr std::size_t kLongestRow = std::size_t{16} << 20U;
constexpr std::size_t kBlocksEach = 2;  // in memory at a time, for each thread

}  // namespace

RowWaves::RowWaves(ByteStream& stream, std::size_t block, int threads)
    : blocks_(stream, block), run_{.threads = threads} {
  wave_.resize(kBlocksEach * static_cast<std::size_t>(run_.thread_count()));
}

bool RowWaves::grow_head() {
  std::string piece;
  if (head().text.size() > kLongestHead || !blocks_.next(piece)) return false;
  head().text += piece;
  if (head().text.starts_with(kByteOrderMark)) head().text.erase(0, kByteOrderMark.size());
  return true;
}

std::size_t RowWaves::fill() {
  std::size_t count = 0;
  for (RowBlock& block : wave_) {
    if (!std::exchange(head_waits_, false)) {
      block.begin = 0;
      if (!blocks_.next(block.text)) break;
    }
    block.last = blocks_.ended();
    ++count;
  }
  return count;
}

bool RowWaves::read(const RowShape& shape, std::size_t line, const Take& take) {
  shape_ = &shape;
  line_ = line;
  while (const std::size_t count = fill()) {
    parallel_blocks(count, 1, run_, "reading rows",
                    [this](const Block& block) { read_block(wave_[block.index], *shape_); });
    for (RowBlock& block : std::span(wave_).first(count)) {
      if (!join_rest_and(block, take)) return false;
    }
  }
  return read_last(take);
}

// What is left when the text ends with a block, and that within a row.
bool RowWaves::read_last(const Take& take) {
  if (rest_.empty()) return true;
  RowBlock& block = wave_.front();
  block.text.clear();
  block.begin = 0;
  block.last = true;
  return join_rest_and(block, take);
}

bool RowWaves::join_rest_and(RowBlock& block, const Take& take) {
  if (!rest_.empty()) {
    if (rest_.size() > kLongestRow) return false;
    block.text.insert(0, rest_);
    rest_.clear();
    read_block(block, *shape_);
  }
  if (!block.readable || !take(block, line_)) return false;
  line_ += block.lines;
  if (block.open_at != RowBlock::kNowhere) rest_ = block.text.substr(block.open_at);
  return true;
}

}  // namespace summitry
