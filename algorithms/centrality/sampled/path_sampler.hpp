// A shortest path between two vertices drawn by chance: every ordered pair is equally likely, and of
// its shortest paths each one. A vertex lies inside the path with the chance of its betweenness divided
// by n (n - 1), which is what sampling it rests on.
//
// Reads      direction yes | distances, > 0, or hops | parallel edges are paths of their own | loops do
//            not matter
// Cost       hops: two searches that meet, about the square root of the arcs on small worlds, O(n + m)
//            at worst; weights: a whole search. O(n) memory
// Method     Riondato & Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0; balanced search from both
//            ends: Borassi & Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20; weights by Dijkstra
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "algorithms/structure/searches/dijkstra.hpp"
#include "engine/graph.hpp"
#include "engine/random.hpp"

namespace summitry {

class PathSampler {
 public:
  // The Graph has at least two vertices and outlives the sampler.
  explicit PathSampler(const Graph& graph);

  // The vertices inside the next path, its ends left out; none when the ends are not joined.
  std::span<const VertexId> draw(Random& random);

 private:
  static constexpr std::uint32_t kFar = ~std::uint32_t{0};

  struct Found {
    double paths = 0.0;             // shortest paths from the end of this side
    std::uint32_t distance = kFar;  // from there
  };
  // A search from one end. `ahead` leads away from it and `back` towards it.
  struct Side {
    Arcs ahead;
    Arcs back;
    std::vector<Found> found;
    std::vector<VertexId> reached;  // level after level
    std::size_t level_begin = 0;    // of the last complete level, in reached
    std::size_t level_arcs = 0;     // that leave it
  };
  struct Meeting {
    VertexId near;  // on the side that was widened
    VertexId far;   // on the other
    double paths;   // that pass along this arc, all before it added up
  };

  void begin(Side& side, VertexId end) const;
  bool widen(Side& side, const Side& other);  // true: they have met
  void walk_back(const Side& side, VertexId from, Random& random);
  void draw_hops(VertexId source, VertexId target, Random& random);
  void draw_lengths(VertexId source, VertexId target, Random& random);
  [[nodiscard]] bool leads(VertexId from, double length, VertexId to) const;
  VertexId step_back(VertexId at, Random& random) const;

  const Graph& graph_;
  std::array<Side, 2> sides_;
  std::vector<Meeting> meetings_;
  std::vector<VertexId> inside_;
  // Weights only.
  std::unique_ptr<Dijkstra> by_length_;
  std::vector<VertexId> position_;  // in the order in which vertices were settled
  std::vector<double> paths_;       // shortest paths from the source
};

}  // namespace summitry
