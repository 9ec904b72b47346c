// What is measured, how answers are compared, and what ours is meant to reach.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/contender.hpp"

namespace summitry::bench {

// each: every value, relative. total: the sum of all differences. length: Euclidean, of vectors of
// norm 1; where methods stop at the same residual their vectors differ by more, the smaller the gap.
enum class Check { each, total, length };

struct KernelInfo {
  std::string_view name;
  std::string_view title;
  Check check = Check::each;
  double tolerance = 1e-9;
  bool all_sources = false;  // a search from every vertex: left out on large graphs
};

[[nodiscard]] std::span<const KernelInfo> kernels();

// How far two answers are from each other, in the kernel's own terms; infinite when not comparable.
[[nodiscard]] double difference(const KernelInfo& kernel, const std::vector<double>& a,
                                const std::vector<double>& b);

// Times that the fastest peer is to take as long: everybody at one thread, and ours at two against
// any peer at up to two. None where nothing was set for the graph.
struct Target {
  double one = 0.0;
  double two = 0.0;
};
[[nodiscard]] std::optional<Target> target_of(std::string_view kernel, std::string_view graph);

}  // namespace summitry::bench
