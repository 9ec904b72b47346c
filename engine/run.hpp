// Run: how something is computed, never what. It may not change a value except through the seed of a
// method that says it is random.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

namespace summitry {

struct Run {
  int threads = 0;         // >= 1; 0: all cores
  std::uint64_t seed = 1;  // read only by methods that say they are random
  // Told now and then, never from two threads at once: what is being done, and the share in [0, 1].
  std::function<void(std::string_view what, double share)> progress;
  const std::atomic<bool>* cancel = nullptr;  // set by Ctrl-C

  [[nodiscard]] int thread_count() const;  // resolves 0
  [[nodiscard]] bool cancelled() const { return cancel != nullptr && cancel->load(); }
  void check() const;  // throws Cancelled when asked to stop
  void report(std::string_view what, double share) const;
};

}  // namespace summitry
