#include "algorithms/communities/resolutions/envelope.hpp"

namespace summitry::communities {
namespace {

// The highest at `from`; of equals the one that falls least, which is highest just after.
std::size_t highest(std::span<const Line> lines, double from) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double more = lines[i].at(from) - lines[best].at(from);
    if (more > 0.0 || (more == 0.0 && lines[i].expected < lines[best].expected)) best = i;
  }
  return best;
}

}  // namespace

std::vector<Dominant> upper_envelope(std::span<const Line> lines, double from, double to) {
  std::vector<Dominant> envelope;
  if (lines.empty()) return envelope;
  std::size_t current = highest(lines, from);
  double begin = from;
  for (;;) {
    // The first line that crosses the current one from below falls less.
    std::size_t next = current;
    double crossing = to;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double slower = lines[current].expected - lines[i].expected;
      if (!(slower > 0.0)) continue;
      const double r = (lines[current].inside - lines[i].inside) / slower;
      const bool earlier = r < crossing;
      const bool flatter =
          r == crossing && next != current && lines[i].expected < lines[next].expected;
      if (r < to && (earlier || flatter)) {
        next = i;
        crossing = r;
      }
    }
    if (next == current) break;
    // Rounding may put a crossing a hair before the last one.
    if (crossing > begin) envelope.push_back({current, begin, crossing});
    begin = crossing > begin ? crossing : begin;
    current = next;
  }
  envelope.push_back({current, begin, to});
  return envelope;
}

}  // namespace summitry::communities
