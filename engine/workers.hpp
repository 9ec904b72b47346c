// Threads that are kept from one call to the next: to begin one takes longer than many a sweep that is
// to be shared with it.
#pragma once

#include <cstddef>
#include <functional>

namespace summitry {

// Calls task(0) here and task(1) … task(threads - 1) each on another thread; returns when all are done.
// A thread that has not begun by the time task(0) is done is not waited for, and its call falls away:
// the task must leave nothing to do that only another thread would. It must not throw. May be called
// from several threads at once, and from within a task.
void share_task(std::size_t threads, const std::function<void(std::size_t thread)>& task);

}  // namespace summitry
