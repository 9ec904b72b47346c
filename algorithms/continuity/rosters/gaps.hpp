// Two rosters of which the data name only a part: between which bounds their true overlap lies, and how
// it is spread over the rosters that are compatible with what is named and declared.
//
//   a, b   named at each, x at both, y = a - x, z = b - x
//   u, v   unnamed at each: declared size less a, less b (0 when more are named than declared)
//   least = max(x, d + d' - N)                 d = a + u, d' = b + v
//   most  = x + i + j + min(u - i, v - j)      i = min(u, z), j = min(v, y)
//
// Reads      counts alone; N is how many could have taken part, where it is known: without it the lower
//            bound is x
// Gives      exact bounds: both are reached by some completion. Ratios use the declared sizes
// Cost       bounds O(1); samples O(u + v) each
// Method     the unnamed are drawn at random without replacement from all N who are not named at that
//            edition, each edition on its own. `propensity` makes someone named at the other edition that
//            many times as likely to be drawn as someone who is not: 1 is uniform
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/roster_figures.hpp"
#include "engine/run.hpp"

namespace summitry {

struct NamedPair {
  std::size_t before = 0;  // a
  std::size_t after = 0;   // b
  std::size_t both = 0;    // x
  std::size_t declared_before = 0;
  std::size_t declared_after = 0;
};

// Requires both <= before, after; a universe, when given, that holds the declared and the named.
[[nodiscard]] OverlapBounds overlap_bounds(const NamedPair& pair,
                                           std::optional<std::size_t> universe = std::nullopt);

// The bounds of categories that do not share participants, added up.
[[nodiscard]] OverlapBounds sum_of_bounds(const std::vector<NamedPair>& categories);

struct CompletionOptions {
  std::size_t universe = 0;    // >= whoever is named or declared
  std::size_t samples = 1000;  // >= 1
  double propensity = 1.0;     // > 0
  std::uint64_t stream = 0;    // of random numbers
};

// The overlap of `samples` pairs of completed rosters, as drawn; the same whatever the threads. Throws
// InvalidOption for an option outside its range.
[[nodiscard]] std::vector<std::size_t> completed_overlaps(const NamedPair& pair,
                                                          const CompletionOptions& options,
                                                          const Run& run = {});

// Fills in mean, low, high, the universe and the share beyond chance; of `pair` only the sizes of the full
// rosters are read, declared or named, whichever is more.
void describe_completions(OverlapBounds& bounds, const NamedPair& pair,
                          std::vector<std::size_t> overlaps, std::size_t universe);

}  // namespace summitry
