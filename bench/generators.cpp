#include "bench/generators.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/random.hpp"

namespace summitry::bench {
namespace {

Edge rmat_edge(unsigned scale, Random& random) {
  Edge edge;
  for (unsigned bit = 0; bit < scale; ++bit) {
    const double draw = random.unit();
    const VertexId down = draw >= 0.76 ? 1 : 0;
    const VertexId right = (draw >= 0.57 && draw < 0.76) || draw >= 0.95 ? 1 : 0;
    edge = {edge.source << 1U | down, edge.target << 1U | right};
  }
  return edge;
}

EdgeList finished(EdgeList list, std::uint64_t seed) {
  make_simple(list, Direction::undirected);
  shuffle(list, seed);
  return list;
}

// A whole number from `low` to `high` by a power law cut off at both ends.
unsigned power_law(double exponent, unsigned low, unsigned high, Random& random) {
  const double a = std::pow(low, 1.0 - exponent);
  const double b = std::pow(high + 1.0, 1.0 - exponent);
  const double drawn = std::pow(a + random.unit() * (b - a), 1.0 / (1.0 - exponent));
  return std::min(high, static_cast<unsigned>(drawn));
}

// Joins ends by twos at random.
void match(std::vector<VertexId>& ends, Random& random, std::vector<Edge>& edges) {
  random.shuffle(std::span(ends));
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) edges.push_back({ends[i], ends[i + 1]});
}

}  // namespace

EdgeList rmat(unsigned scale, std::uint64_t seed) {
  Random random(seed);
  EdgeList list{VertexId{1} << scale, {}};
  list.edges.reserve(std::size_t{16} << scale);
  for (std::size_t i = 0; i < std::size_t{16} << scale; ++i) {
    list.edges.push_back(rmat_edge(scale, random));
  }
  return finished(std::move(list), seed);
}

EdgeList barabasi_albert(VertexId vertices, unsigned each, std::uint64_t seed) {
  Random random(seed);
  EdgeList list{vertices, {}};
  std::vector<VertexId> ends;  // each vertex as often as it has edges
  std::vector<VertexId> chosen;
  for (VertexId v = 1; v < vertices; ++v) {
    chosen.clear();
    while (chosen.size() < std::min<std::size_t>(each, v)) {
      const VertexId other =
          v <= each ? static_cast<VertexId>(chosen.size()) : ends[random.below(ends.size())];
      if (std::find(chosen.begin(), chosen.end(), other) == chosen.end()) chosen.push_back(other);
    }
    for (const VertexId other : chosen) {
      list.edges.push_back({other, v});
      ends.insert(ends.end(), {other, v});
    }
  }
  return finished(std::move(list), seed);
}

EdgeList communities(VertexId vertices, double mixing, std::uint64_t seed) {
  Random random(seed);
  EdgeList list{vertices, {}};
  std::vector<VertexId> between;
  VertexId first = 0;
  while (first < vertices) {
    const VertexId end = std::min(vertices, first + power_law(1.5, 50, 2000, random));
    std::vector<VertexId> within;
    for (VertexId v = first; v < end; ++v) {
      const unsigned degree = power_law(2.5, 9, 500, random);
      for (unsigned i = 0; i < degree; ++i) {
        (random.unit() < mixing ? between : within).push_back(v);
      }
    }
    match(within, random, list.edges);
    first = end;
  }
  match(between, random, list.edges);
  return finished(std::move(list), seed);
}

}  // namespace summitry::bench
