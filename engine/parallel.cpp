#include "engine/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

#include "engine/workers.hpp"

namespace summitry {
namespace {

// Shared by the threads of one parallel_blocks() call.
struct Work {
  std::size_t count;
  std::size_t size;
  std::size_t blocks;
  const Run& run;
  std::string_view what;
  const std::function<void(const Block&)>& work;
  std::atomic<std::size_t> next{0};
  std::atomic<bool> stop{false};
  std::mutex mutex{};  // guards the two below and the progress callback
  std::size_t done = 0;
  std::exception_ptr failure{};

  void finished_one() {
    if (!run.progress) return;
    const std::lock_guard lock(mutex);
    run.report(what, static_cast<double>(++done) / static_cast<double>(blocks));
  }

  void fail() {
    stop = true;
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::current_exception();
  }

  void take_blocks(std::size_t thread) {
    try {
      while (!stop) {
        const std::size_t index = next.fetch_add(1);
        if (index >= blocks) return;
        run.check();
        work({index, index * size, std::min(count, (index + 1) * size), thread});
        finished_one();
      }
    } catch (...) {
      fail();
    }
  }
};

}  // namespace

std::size_t block_count(std::size_t count, std::size_t size) {
  return (count + size - 1) / size;
}

void parallel_blocks(std::size_t count, std::size_t size, const Run& run, std::string_view what,
                     const std::function<void(const Block&)>& work) {
  Work shared{count, size, block_count(count, size), run, what, work};
  const std::size_t threads = std::min(static_cast<std::size_t>(run.thread_count()),
                                       std::max<std::size_t>(1, shared.blocks));
  share_task(threads, [&shared](std::size_t thread) { shared.take_blocks(thread); });
  if (shared.failure) std::rethrow_exception(shared.failure);
}

}  // namespace summitry
