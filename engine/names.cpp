#include "engine/names.hpp"

#include <algorithm>
#include <vector>

namespace summitry {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> known) {
  // Longer names are no likely slips, and would make hostile input slow.
  constexpr std::size_t kLongest = 200;
  if (name.empty() || name.size() > kLongest) return std::nullopt;
  std::size_t best = std::max<std::size_t>(1, name.size() / 3) + 1;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : known) {
    const std::size_t difference = candidate.size() > name.size() ? candidate.size() - name.size()
                                                                  : name.size() - candidate.size();
    if (difference > best || candidate.size() > kLongest) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best || (distance == best && found && candidate < *found)) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string unknown_name(std::string_view what, std::string_view name,
                         std::span<const std::string_view> known) {
  constexpr std::size_t kShortList = 12;
  std::string text = "unknown " + std::string(what) + " \"" + std::string(name) + "\"; ";
  if (const auto guess = nearest(name, known)) {
    return text + "did you mean \"" + std::string(*guess) + "\"?";
  }
  if (known.empty()) return text + "there is none";
  std::vector<std::string_view> names(known.begin(), known.end());
  std::sort(names.begin(), names.end());
  text += names.size() > kShortList ? "known are, among others, " : "known: ";
  for (std::size_t i = 0; i < std::min(kShortList, names.size()); ++i) {
    if (i > 0) text += ", ";
    text += names[i];
  }
  return text;
}

}  // namespace summitry
