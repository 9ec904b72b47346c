#include "engine/workers.hpp"

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace summitry {
namespace {

using Task = std::function<void(std::size_t)>;

// One kept thread. Whoever waits, it for a call or the caller for its end, looks a while before going to
// sleep: between two sweeps little time passes, and to wake somebody takes as long as a short sweep.
class Worker {
 public:
  explicit Worker(int patience) : patience_(patience), thread_([this] { work(); }) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    become(State::leaving);
    thread_.join();
  }

  void call(const Task& task, std::size_t number) {
    task_ = &task;
    number_ = number;
    if (asleep_) keep_off_core_of_caller();
    become(State::called);
  }

  // Afterwards the task is done, or was not begun and never will be.
  void end_call() {
    State state = State::called;
    if (!state_.compare_exchange_strong(state, State::idle)) wait_while(State::at_work);
  }

 private:
  enum class State { idle, called, at_work, leaving };

  void work() {
    for (;;) {
      wait_while(State::idle);
      State state = State::called;
      if (state_.compare_exchange_strong(state, State::at_work)) {
        (*task_)(number_);
        become(State::idle);
      } else if (state == State::leaving) {
        return;
      }
    }
  }

  void become(State state) {
    state_ = state;
    // Whoever looked before that has gone to sleep once the lock is free, and is woken.
    std::unique_lock(mutex_).unlock();
    changed_.notify_one();
  }

  void wait_while(State state) {
    for (int look = 0; look < patience_; ++look) {
      if (state_ != state) return;
      std::this_thread::yield();
    }
    std::unique_lock lock(mutex_);
    const bool for_a_call = state == State::idle;  // the thread itself, not its caller
    if (for_a_call) asleep_ = true;
    changed_.wait(lock, [&] { return state_ != state; });
    if (for_a_call) asleep_ = false;
  }

  // In a virtual machine a core that has been idle for a while passes for one that somebody else has, and
  // whoever sleeps is woken on that of the caller, to wait there for its turn: 3 milliseconds for 0.1.
  void keep_off_core_of_caller() {
#if defined(__linux__)
    cpu_set_t cores;
    if (sched_getaffinity(getpid(), sizeof cores, &cores) != 0) return;
    CPU_CLR(static_cast<std::size_t>(sched_getcpu()), &cores);
    if (CPU_COUNT(&cores) == 0) return;
    (void)pthread_setaffinity_np(thread_.native_handle(), sizeof cores, &cores);
#endif
  }

  int patience_;  // looks before sleeping
  std::atomic<State> state_{State::idle};
  const Task* task_ = nullptr;
  std::size_t number_ = 0;
  std::atomic<bool> asleep_{false};  // waiting for a call
  std::mutex mutex_;
  std::condition_variable changed_;  // of the two sides never both wait
  std::thread thread_;               // the last: it uses all the others
};

using Crew = std::vector<std::unique_ptr<Worker>>;

// Those without a caller. A call within a task finds others than the task's.
class Workers {
 public:
  Crew borrow(std::size_t count) {
    const std::lock_guard lock(mutex_);
    while (idle_.size() < count) {
      idle_.push_back(std::make_unique<Worker>(made_ + 1 < cores_ ? kLooks : 0));
      ++made_;
    }
    const auto first = idle_.end() - static_cast<std::ptrdiff_t>(count);
    Crew crew(std::make_move_iterator(first), std::make_move_iterator(idle_.end()));
    idle_.erase(first, idle_.end());
    return crew;
  }

  void give_back(Crew crew) {
    const std::lock_guard lock(mutex_);
    std::move(crew.begin(), crew.end(), std::back_inserter(idle_));
  }

 private:
  static constexpr int kLooks = 300;  // a tenth of a millisecond or so

  std::mutex mutex_;
  Crew idle_;  // the last are borrowed first
  std::size_t made_ = 0;
  std::size_t cores_ = std::thread::hardware_concurrency();  // more would look in one another's way
};

Workers& workers() {
  static Workers all;
  return all;
}

}  // namespace

void share_task(std::size_t threads, const Task& task) {
  if (threads < 2) {
    task(0);
    return;
  }
  Crew crew = workers().borrow(threads - 1);
  for (std::size_t i = 0; i < crew.size(); ++i) crew[i]->call(task, i + 1);
  task(0);
  for (const auto& worker : crew) worker->end_call();
  workers().give_back(std::move(crew));
}

}  // namespace summitry
