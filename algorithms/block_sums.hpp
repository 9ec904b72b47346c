// Sums over many items, each of which adds to a whole vector, that come out the same bytes whatever
// the threads.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/parallel.hpp"
#include "engine/run.hpp"

namespace summitry {

// Calls add(block, partial) for blocks of `size` items; `partial` has `width` zeros to add to. The
// partial sums are added up in the order of the blocks. They are held for a limited number of blocks
// at a time (64 MiB, never fewer than 8 blocks), which depends on `width` alone.
[[nodiscard]] std::vector<double> sum_over_blocks(
    std::size_t count, std::size_t size, std::size_t width, const Run& run, std::string_view what,
    const std::function<void(const Block&, std::span<double>)>& add);

}  // namespace summitry
