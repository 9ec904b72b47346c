// One kernel on one graph, all contenders in turn.
#pragma once

#include <string>
#include <vector>

#include "bench/kernels.hpp"

namespace summitry::bench {

struct Effort {
  int repeats = 5;
  double long_run = 25.0;  // seconds; what takes longer is run once
};

struct Time {
  std::string contender;
  int threads = 1;
  std::vector<double> seconds;  // in the order of the runs; empty: it failed
  double difference = 0.0;      // of its answer from ours at one thread
  std::string trouble;          // why it failed or does not count

  [[nodiscard]] bool counts() const { return !seconds.empty() && trouble.empty(); }
  [[nodiscard]] double median() const { return bench::median(seconds); }
};

struct Row {
  const KernelInfo* kernel = nullptr;
  std::vector<Time> times;  // ours first

  // The fastest peer at up to `threads`; none when no peer counts.
  [[nodiscard]] const Time* fastest_peer(int threads) const;
  [[nodiscard]] const Time* ours(int threads) const;
  // Times that the fastest peer takes as long as ours; none without either.
  [[nodiscard]] std::optional<double> ratio(int threads) const;
};

// The contenders take turns, so that all meet the same disturbances; the first answer of each is
// compared with ours, and does not count when it differs by more than the kernel allows.
[[nodiscard]] Row run_match(const KernelInfo& kernel, const std::vector<Contender>& contenders,
                            const Effort& effort);

}  // namespace summitry::bench
