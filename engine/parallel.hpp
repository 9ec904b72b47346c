// Work split into fixed blocks: the blocks do not depend on the number of threads, so results that
// are combined in block order are the same bytes on every machine.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "engine/run.hpp"

namespace summitry {

struct Block {
  std::size_t index = 0;  // 0, 1, …
  std::size_t begin = 0;  // items [begin, end)
  std::size_t end = 0;
  std::size_t thread = 0;  // for scratch space, in [0, run.thread_count())
};

// How many blocks of `size` items cover `count`.
[[nodiscard]] std::size_t block_count(std::size_t count, std::size_t size);

// Calls work(block) once for every block; blocks are taken in order by whichever thread is free.
// Checks run.cancel between blocks, reports progress as `what`; the first exception is rethrown.
void parallel_blocks(std::size_t count, std::size_t size, const Run& run, std::string_view what,
                     const std::function<void(const Block&)>& work);

}  // namespace summitry
