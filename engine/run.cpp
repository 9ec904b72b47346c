#include "engine/run.hpp"

#include <algorithm>
#include <thread>

#include "engine/error.hpp"

namespace summitry {

int Run::thread_count() const {
  if (threads > 0) return threads;
  // Asked once: a kept thread may be kept off a core, and would find one less.
  static const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return cores;
}

void Run::check() const {
  if (cancelled()) throw Cancelled();
}

void Run::report(std::string_view what, double share) const {
  if (progress) progress(what, share);
}

}  // namespace summitry
