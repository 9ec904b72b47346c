#include "loaders/resolver/likeness.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/names.hpp"

namespace summitry::resolver {

double likeness(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongest = 200;  // longer texts are no names, and would be slow
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  if (shorter == 0 || longer > kLongest) return 0.0;
  const auto score = [whole = static_cast<double>(longer)](std::size_t edits) {
    return std::max(0.0, 1.0 - static_cast<double>(edits) / whole);
  };
  if (score(longer - shorter) < kLeastLikeness) return 0.0;
  const std::size_t first = a.front() == b.front() ? 0 : 1;
  const double found = score(edit_distance(a, b) + first);
  return found < kLeastLikeness ? 0.0 : found;
}

}  // namespace summitry::resolver
