// The flow of a random walker along the edges: what the map equation describes, and the same between
// groups of vertices.
//
//   undirected, unrecorded   visits(v) = strength(v) / total; no jumps are needed
//   directed, unrecorded     x is the stationary distribution with jumps to the starts of edges (in
//                            proportion to the weight that leaves); one more step along edges alone
//                            gives flow(u->v) = x(u) w(u,v)/s(u), scaled to a total of 1, and
//                            visits(v), what arrives at v
//   recorded                 x with jumps to every vertex alike; jumps are part of the walk, and
//                            flow(u->v) = d x(u) w(u,v)/s(u), visits(v) = x(v)
//
// Method     Rosvall & Bergstrom 2008, doi:10.1073/pnas.0706851105 (recorded); Lambiotte & Rosvall
//            2012, doi:10.1103/PhysRevE.85.056107 (unrecorded, to edges: the default of the authors'
//            own program)
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

enum class Jumps : std::uint8_t {
  unrecorded,  // move the walker, but are no part of what is described
  recorded,
};

struct Flow {
  std::vector<std::uint64_t> offsets{0};
  std::vector<VertexId> targets;  // neighbours in either direction, no loops
  std::vector<double> out;        // flow to them, parallel to targets
  std::vector<double> in;         // flow from them; empty where it equals `out`
  std::vector<double> visits;     // sum to 1 (or all 0 where nothing flows)
  std::vector<double> jumps;      // recorded alone: flow that leaves by jumping
  std::vector<double> landing;    // recorded alone: share of all jumps that end here
  double jumping = 0.0;           // sum of jumps

  [[nodiscard]] VertexId size() const { return static_cast<VertexId>(offsets.size() - 1); }
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return {targets.data() + offsets[v], targets.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const double> leaving(VertexId v) const {
    return {out.data() + offsets[v], out.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const double> arriving(VertexId v) const {
    if (in.empty()) return leaving(v);
    return {in.data() + offsets[v], in.data() + offsets[v + 1]};
  }
};

// Jumps happen with chance 1 - damping, and where no edge leaves. Throws InvalidWeight, naming
// `method`, unless the weights can be read as strengths.
[[nodiscard]] Flow flow_of(const Graph& graph, std::string_view method, Jumps jumps, double damping,
                           const Run& run);

// One vertex a group; labels are 0..count-1.
[[nodiscard]] Flow condense(const Flow& flow, std::span<const std::uint32_t> group,
                            std::uint32_t count);

}  // namespace summitry::communities
