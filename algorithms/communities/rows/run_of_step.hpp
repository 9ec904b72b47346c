// How a step of a search runs, as a part of the whole.
#pragma once

#include <cstddef>

#include "engine/run.hpp"

namespace summitry::communities {

// Without progress of its own; on one thread where it reads so few arcs that to call others would take
// as long.
[[nodiscard]] inline Run run_of_step(const Run& run, std::size_t arcs) {
  constexpr std::size_t kWorthThreads = 1 << 15;
  Run step = run;
  step.progress = nullptr;
  if (arcs < kWorthThreads) step.threads = 1;
  return step;
}

}  // namespace summitry::communities
