// Partition: every vertex in one community, numbered from 0 by falling size, then smallest vertex.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/scores.hpp"

namespace summitry {

struct Partition {
  std::vector<std::uint32_t> community;  // by vertex
  std::uint32_t count = 0;
  std::optional<double> quality;  // of the function that was optimised
  std::optional<Convergence> convergence;
};

// The same grouping in canonical numbers; labels may be any numbers. Quality is left empty.
[[nodiscard]] Partition canonical(std::span<const std::uint32_t> labels);
// Members by community, ascending.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> members(const Partition& partition);

}  // namespace summitry
