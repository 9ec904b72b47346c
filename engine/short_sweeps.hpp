// Many sweeps after each other, each too short to call threads for: they stay, and look for the next.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "engine/parallel.hpp"
#include "engine/run.hpp"

namespace summitry {

class ShortSweeps {
 public:
  // Calls body(sweeps) here, with run.thread_count() - 1 threads at its disposal until it returns.
  static void hold(const Run& run, const std::function<void(ShortSweeps&)>& body);

  [[nodiscard]] std::size_t threads() const;

  // Calls work(block) once for every block of `size` items, here and on whichever threads are free, and
  // returns when all are done. The work must not throw. Checks run.cancel first.
  void sweep(std::size_t count, std::size_t size, const std::function<void(const Block&)>& work);

 private:
  explicit ShortSweeps(const Run& run) : run_(run) {}

  void help(std::size_t thread);
  void take_blocks(std::size_t thread);

  const Run& run_;
  // Of the present sweep: written before left_ is, and read after it.
  std::size_t count_ = 0;
  std::size_t size_ = 1;
  std::int64_t blocks_ = 0;
  const std::function<void(const Block&)>* work_ = nullptr;

  alignas(64) std::atomic<std::int64_t> left_{
      0};  // blocks that nobody has taken; below 0 when asked for more
  alignas(64) std::atomic<std::int64_t> done_{0};
  std::atomic<bool> over_{false};
};

}  // namespace summitry
