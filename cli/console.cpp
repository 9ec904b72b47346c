#include "cli/console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <ostream>

#include "cli/arguments.hpp"
#include "engine/error.hpp"

namespace summitry::cli {
namespace {

constexpr std::string_view kWipe = "\r\033[K";

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
    if (what != what_ || percent < percent_) start_ = Clock::now();
    percent_ = percent;
    what_ = what;
    if (percent >= 100) return wipe();
    constexpr int kWidth = 30;
    const int full = percent * kWidth / 100;
    const std::chrono::duration<double> since = Clock::now() - start_;
    err_ << fmt::format(
        "{}{:<24} [{}{}] {:3} %  {}", kWipe, what_, std::string(std::size_t(full), '#'),
        std::string(std::size_t(kWidth - full), '.'), percent, time_left(since.count(), share));
    err_.flush();
    drawn_ = true;
  }

 private:
  void wipe() {
    if (drawn_) err_ << kWipe << std::flush;
    drawn_ = false;
  }

  using Clock = std::chrono::steady_clock;

  std::ostream& err_;
  std::string what_;
  int percent_ = -1;
  Clock::time_point start_ = Clock::now();  // of what_
  bool drawn_ = false;
};

}  // namespace

void Console::note(std::string_view sentence) {
  if (!quiet) err << sentence << '\n';
}

void Console::check() const {
  if (cancel != nullptr && cancel->load()) throw Cancelled();
}

Doing::Doing(Console& console, std::string_view what) : console_(console) {
  if (console_.shows_progress()) console_.err << kWipe << what << " …" << std::flush;
}

Doing::~Doing() {
  if (console_.shows_progress()) console_.err << kWipe << std::flush;
}

std::string time_left(double seconds, double share) {
  if (seconds < 1.0 || share <= 0.0 || share >= 1.0) return "";
  const double left = seconds * (1.0 - share) / share;
  if (left < 90.0) return fmt::format("about {:.0f} s left", std::ceil(left));
  if (left < 90.0 * 60.0) return fmt::format("about {:.0f} min left", std::ceil(left / 60.0));
  return fmt::format("about {:.0f} h left", std::ceil(left / 3600.0));
}

int threads_of(const Arguments& arguments) {
  return static_cast<int>(std::min<std::uint64_t>(arguments.threads, 4096));
}

Run run_of(const Arguments& arguments, Console& console) {
  Run run;
  run.threads = threads_of(arguments);
  run.seed = arguments.seed;
  run.cancel = console.cancel;
  if (console.shows_progress()) {
    auto bar = std::make_shared<ProgressBar>(console.err);
    run.progress = [bar](std::string_view what, double share) { bar->show(what, share); };
  }
  return run;
}

}  // namespace summitry::cli
