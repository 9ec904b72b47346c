#include "algorithms/communities/quality/modularity.hpp"

#include <limits>

#include "algorithms/communities/quality/inside.hpp"

namespace summitry {

double modularity(const Graph& graph, std::span<const std::uint32_t> community, double resolution,
                  const Run& run) {
  communities::check_resolution("modularity", resolution);
  const auto inside = communities::look_inside("modularity", graph, community, run);
  const double m = inside.total;
  if (m <= 0.0) return std::numeric_limits<double>::quiet_NaN();
  double quality = 0.0;
  for (std::size_t c = 0; c < inside.internal.size(); ++c) {
    const double expected =
        graph.directed() ? (inside.out_ends[c] / m) * (inside.in_ends[c] / m)
                         : (inside.out_ends[c] / (2.0 * m)) * (inside.out_ends[c] / (2.0 * m));
    quality += inside.internal[c] / m - resolution * expected;
  }
  return quality;
}

}  // namespace summitry
