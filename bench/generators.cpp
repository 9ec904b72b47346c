#include "bench/generators.hpp"

#include <algorithm>
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

}  // namespace summitry::bench
