#include "algorithms/block_sums.hpp"

#include <algorithm>

namespace summitry {
namespace {

// The run of one round, which reports its progress as part of the whole.
Run part_of(const Run& run, std::size_t begin, std::size_t end, std::size_t count) {
  Run part = run;
  if (!run.progress) return part;
  part.progress = [&run, begin, end, count](std::string_view what, double share) {
    const double done = static_cast<double>(begin) + share * static_cast<double>(end - begin);
    run.report(what, done / static_cast<double>(count));
  };
  return part;
}

}  // namespace

std::vector<double> sum_over_blocks(
    std::size_t count, std::size_t size, std::size_t width, const Run& run, std::string_view what,
    const std::function<void(const Block&, std::span<double>)>& add) {
  constexpr std::size_t kBudget = std::size_t{64} << 20;
  const std::size_t affordable = kBudget / (sizeof(double) * std::max<std::size_t>(width, 1));
  const std::size_t at_once =
      std::min(std::clamp<std::size_t>(affordable, 8, 256), block_count(count, size));
  std::vector<double> total(width, 0.0);
  std::vector<double> partial(at_once * width);
  for (std::size_t begin = 0; begin < count; begin += at_once * size) {
    const std::size_t end = std::min(count, begin + at_once * size);
    std::fill(partial.begin(), partial.end(), 0.0);
    parallel_blocks(end - begin, size, part_of(run, begin, end, count), what,
                    [&](const Block& block) {
                      add({block.index, begin + block.begin, begin + block.end, block.thread},
                          std::span(partial).subspan(block.index * width, width));
                    });
    const std::size_t blocks = block_count(end - begin, size);
    for (std::size_t b = 0; b < blocks; ++b) {
      for (std::size_t i = 0; i < width; ++i) total[i] += partial[b * width + i];
    }
  }
  return total;
}

}  // namespace summitry
