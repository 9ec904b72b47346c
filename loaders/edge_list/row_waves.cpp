// Waves of blocks. See row_waves.hpp.
#include "loaders/edge_list/row_waves.hpp"

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
  until_.resize(wave_.size());
}

bool RowWaves::grow_head() {
  std::string piece;
  if (head().text.size() > kLongestHead || !blocks_.next(piece)) return false;
  head().text += piece;
  if (head().text.starts_with(kByteOrderMark)) head().text.erase(0, kByteOrderMark.size());
  return true;
}

bool RowWaves::next_text(RowBlock& block) {
  if (!std::exchange(head_waits_, false)) {
    block.begin = 0;
    if (!blocks_.next(block.text)) return false;
  }
  block.last = blocks_.ended();
  bytes_ += block.text.size();
  return true;
}

// How many blocks it has: less than all of the last alone.
std::size_t RowWaves::read_wave(const Parse& parse) {
  std::size_t count = 0;
  parallel_blocks(wave_.size(), 1, run_, "reading rows", [&](const Block&) {
    std::size_t place = 0;
    {
      const std::lock_guard lock(mutex_);
      if (!next_text(wave_[count])) return;
      place = count++;
      until_[place] = bytes_;
    }
    parse(wave_[place], place, until_[place]);
  });
  return count;
}

bool RowWaves::read(std::size_t line, const Parse& parse, const Take& take) {
  line_ = line;
  while (const std::size_t count = read_wave(parse)) {
    for (std::size_t place = 0; place < count; ++place) {
      if (!join_rest_and(place, parse, take)) return false;
    }
  }
  return read_last(parse, take);
}

// What is left when the text ends with a block, and that within a row.
bool RowWaves::read_last(const Parse& parse, const Take& take) {
  if (rest_.empty()) return true;
  RowBlock& block = wave_.front();
  block.text.clear();
  block.begin = 0;
  block.last = true;
  return join_rest_and(0, parse, take);
}

bool RowWaves::join_rest_and(std::size_t place, const Parse& parse, const Take& take) {
  RowBlock& block = wave_[place];
  if (!rest_.empty()) {
    if (rest_.size() > kLongestRow) return false;
    block.text.insert(0, rest_);
    rest_.clear();
    parse(block, place, until_[place]);
  }
  if (!block.readable || !take(block, place, line_)) return false;
  line_ += block.lines;
  if (block.open_at != RowBlock::kNowhere) rest_ = block.text.substr(block.open_at);
  return true;
}

}  // namespace summitry
