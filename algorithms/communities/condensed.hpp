// A weighted graph whose vertices stand for groups of vertices: what modularity and CPM methods
// move, merge and condense again. No loops and no parallel edges; both directions are added up.
//
// Moving a vertex v into a community C that it is not in raises the quality by
//
//   (joining weight between v and C) - expected(v, C)
//
//   modularity  expected = resolution * k(v) K(C) / 2m, directed (Leicht & Newman 2008)
//               resolution * (k_out(v) K_in(C) + k_in(v) K_out(C)) / m
//   CPM         expected = resolution * size(v) * size(C), directed twice that
//
// up to a constant factor. `mass` holds k, or the size; `in_mass` is empty unless it differs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/communities/quality_kind.hpp"
#include "engine/graph.hpp"

namespace summitry::communities {

struct Condensed {
  std::vector<std::uint64_t> offsets{0};
  std::vector<VertexId> targets;
  std::vector<double> weights;  // > 0, parallel to targets
  std::vector<double> mass;
  std::vector<double> in_mass;
  double scale = 0.0;  // factor of the expected weight
  double unit = 1.0;   // mean weight of an edge: what "small" is measured by

  [[nodiscard]] VertexId size() const { return static_cast<VertexId>(offsets.size() - 1); }
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return {targets.data() + offsets[v], targets.data() + offsets[v + 1]};
  }
  [[nodiscard]] std::span<const double> joining(VertexId v) const {
    return {weights.data() + offsets[v], weights.data() + offsets[v + 1]};
  }
};

// The mass of communities while vertices move between them.
class Masses {
 public:
  // Labels are below `labels_below`.
  Masses(const Condensed& graph, std::span<const std::uint32_t> community,
         std::uint32_t labels_below);

  void add(VertexId v, std::uint32_t community);
  void remove(VertexId v, std::uint32_t community);
  void clear(std::uint32_t community);  // of what rounding left in an empty community
  // Expected weight between v and a community that v is not in.
  [[nodiscard]] double expected(VertexId v, std::uint32_t community) const;
  // The same when v is in the community.
  [[nodiscard]] double expected_rest(VertexId v, std::uint32_t community) const;
  // Expected weight between a community of `inner` and the rest of `community`, which holds it.
  [[nodiscard]] double expected_rest(const Masses& inner, std::uint32_t part,
                                     std::uint32_t community) const;

 private:
  const Condensed* graph_;
  std::vector<double> mass_;
  std::vector<double> in_mass_;
};

// Throws InvalidWeight, naming `method`, unless the weights can be read as strengths.
[[nodiscard]] Condensed condense(const Graph& graph, std::string_view method, Quality quality,
                                 double resolution);

// One vertex a community; labels are 0..count-1.
[[nodiscard]] Condensed condense(const Condensed& graph, std::span<const std::uint32_t> community,
                                 std::uint32_t count);

// Numbers labels (below the size) 0, 1, … in the order of their first vertex; returns how many.
std::uint32_t renumber(std::vector<std::uint32_t>& labels);

// Splits every community into its connected parts; returns how many parts there are.
[[nodiscard]] std::uint32_t split_disconnected(const Condensed& graph,
                                               std::vector<std::uint32_t>& community);

}  // namespace summitry::communities
