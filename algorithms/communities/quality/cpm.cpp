#include "algorithms/communities/quality/cpm.hpp"

#include "algorithms/communities/quality/inside.hpp"

namespace summitry {

double cpm_quality(const Graph& graph, std::span<const std::uint32_t> community, double resolution,
                   const Run& run) {
  communities::check_resolution("cpm", resolution);
  const auto inside = communities::look_inside("cpm", graph, community, run);
  const double pairs_counted = graph.directed() ? 1.0 : 0.5;
  double quality = 0.0;
  for (std::size_t c = 0; c < inside.internal.size(); ++c) {
    const double size = static_cast<double>(inside.size[c]);
    quality += inside.internal[c] - resolution * pairs_counted * size * (size - 1.0);
  }
  return quality;
}

}  // namespace summitry
