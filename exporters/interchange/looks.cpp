#include "exporters/interchange/looks.hpp"

namespace summitry::interchange {
namespace {

int digit(char c) {
  return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

}  // namespace

std::vector<drawing::Look> looks(const ExportParts& parts) {
  if (parts.places == Places::none) return {};
  DrawingOptions options;
  options.communities = parts.communities;
  if (parts.scores != nullptr && !parts.scores->empty()) {
    options.subset.rank = &parts.scores->front();
  }
  return drawing::looks(parts.network, parts.graph, options);
}

std::array<int, 3> rgb(std::string_view colour) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    parts[i] = 16 * digit(colour[1 + 2 * i]) + digit(colour[2 + 2 * i]);
  }
  return parts;
}

}  // namespace summitry::interchange
