#include "engine/short_sweeps.hpp"

#include <algorithm>
#include <exception>
#include <thread>

#include "engine/workers.hpp"

namespace summitry {
namespace {

// A look takes nanoseconds, giving way half a microsecond: between sweeps passes little time, but where
// there are more threads than cores somebody else has to have it.
class Patience {
 public:
  void wait() {
    constexpr int kLooks = 256;
    if (++looks_ < kLooks) {
#if defined(__x86_64__)
      __builtin_ia32_pause();
#endif
    } else {
      std::this_thread::yield();
    }
  }

 private:
  int looks_ = 0;
};

}  // namespace

void ShortSweeps::hold(const Run& run, const std::function<void(ShortSweeps&)>& body) {
  ShortSweeps sweeps(run);
  std::exception_ptr failure;
  share_task(sweeps.threads(), [&](std::size_t thread) {
    if (thread > 0) return sweeps.help(thread);
    try {
      body(sweeps);
    } catch (...) {
      failure = std::current_exception();
    }
    sweeps.over_ = true;
  });
  if (failure) std::rethrow_exception(failure);
}

std::size_t ShortSweeps::threads() const {
  return static_cast<std::size_t>(run_.thread_count());
}

void ShortSweeps::sweep(std::size_t count, std::size_t size,
                        const std::function<void(const Block&)>& work) {
  run_.check();
  count_ = count;
  size_ = size;
  blocks_ = static_cast<std::int64_t>(block_count(count, size));
  work_ = &work;
  done_.store(0, std::memory_order_relaxed);
  left_.store(blocks_, std::memory_order_release);
  take_blocks(0);
  for (Patience patience; done_.load(std::memory_order_acquire) < blocks_;) patience.wait();
}

void ShortSweeps::help(std::size_t thread) {
  for (Patience patience; !over_;) {
    if (left_.load(std::memory_order_relaxed) > 0) {
      take_blocks(thread);
      patience = {};
    } else {
      patience.wait();
    }
  }
}

void ShortSweeps::take_blocks(std::size_t thread) {
  for (;;) {
    const std::int64_t left = left_.fetch_sub(1, std::memory_order_acq_rel);
    if (left <= 0) return;
    const auto index = static_cast<std::size_t>(blocks_ - left);
    (*work_)({index, index * size_, std::min(count_, (index + 1) * size_), thread});
    done_.fetch_add(1, std::memory_order_release);
  }
}

}  // namespace summitry
