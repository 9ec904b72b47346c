// Console: the two streams of the program, and the progress bar. Figures go to out, all else to err.
#pragma once

#include <atomic>
#include <iosfwd>
#include <string>
#include <string_view>

#include "engine/run.hpp"

namespace summitry::cli {

struct Console {
  std::ostream& out;
  std::ostream& err;
  const std::atomic<bool>* cancel = nullptr;  // set by Ctrl-C
  bool watched = false;                       // standard error is a terminal
  bool quiet = false;
  bool progress = true;

  // A remark on standard error, a line; nothing when quiet.
  void note(std::string_view sentence);
  // Throws Cancelled when the user has asked to stop.
  void check() const;
  // Whether somebody sees on a terminal what is being done.
  [[nodiscard]] bool shows_progress() const { return watched && progress && !quiet; }
};

// What is being done, as long as it lives, on a terminal: for work that cannot tell how far it is.
class Doing {
 public:
  Doing(Console& console, std::string_view what);
  Doing(const Doing&) = delete;
  Doing& operator=(const Doing&) = delete;
  ~Doing();

 private:
  Console& console_;
};

// "about 5 s left", "about 3 min left", from what a share of the work took; "" in the first second.
[[nodiscard]] std::string time_left(double seconds, double share);

struct Arguments;

// 0 for all cores.
[[nodiscard]] int threads_of(const Arguments& arguments);

// How to compute: threads, seed, cancellation, and progress when a terminal is watching.
[[nodiscard]] Run run_of(const Arguments& arguments, Console& console);

}  // namespace summitry::cli
