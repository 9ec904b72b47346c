#include "cli/console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/arguments.hpp"
#include "engine/error.hpp"

namespace summitry::cli {
namespace {

// A line that is redrawn whenever another percent is done and wiped at the end, so that it costs
// nothing to report often and leaves nothing behind.
class ProgressBar {
 public:
  explicit ProgressBar(std::ostream& err) : err_(err) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() { wipe(); }

  void show(std::string_view what, double share) {
    const int percent = static_cast<int>(100.0 * std::clamp(share, 0.0, 1.0));
    if (percent == percent_ && what == what_) return;
    percent_ = percent;
    what_ = what;
    if (percent >= 100) return wipe();
    constexpr int kWidth = 30;
    const int full = percent * kWidth / 100;
    err_ << fmt::format("\r\033[K{:<24} [{}{}] {:3} %", what_, std::string(std::size_t(full), '#'),
                        std::string(std::size_t(kWidth - full), '.'), percent);
    err_.flush();
    drawn_ = true;
  }

 private:
  void wipe() {
    if (drawn_) err_ << "\r\033[K" << std::flush;
    drawn_ = false;
  }

  std::ostream& err_;
  std::string what_;
  int percent_ = -1;
  bool drawn_ = false;
};

}  // namespace

void Console::note(std::string_view sentence) {
  if (!quiet) err << sentence << '\n';
}

void Console::check() const {
  if (cancel != nullptr && cancel->load()) throw Cancelled("stopped; nothing was written");
}

Run run_of(const Arguments& arguments, Console& console) {
  Run run;
  run.threads = static_cast<int>(std::min<std::uint64_t>(arguments.threads, 4096));
  run.seed = arguments.seed;
  run.cancel = console.cancel;
  if (console.watched && console.progress && !console.quiet) {
    auto bar = std::make_shared<ProgressBar>(console.err);
    run.progress = [bar](std::string_view what, double share) { bar->show(what, share); };
  }
  return run;
}

}  // namespace summitry::cli
