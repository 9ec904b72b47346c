// A weighted graph whose vertices stand for groups of vertices: what modularity and CPM methods
// move, merge and condense again. No loops; both directions are added up.
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
//
// Cost       O(n) where the Graph's rows serve as they are, else O(n + m); condensing again O(n + m),
//            on all threads, with rows as they come from the first member on
// Method     condensing of Blondel, Guillaume, Lambiotte & Lefebvre 2008,
//            doi:10.1088/1742-5468/2008/10/P10008; directed: Leicht & Newman 2008,
//            doi:10.1103/PhysRevLett.100.118703
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/communities/quality/quality_kind.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// Room for arcs that are written before they are read; what is never written costs no memory. In one
// piece: of several the allocator would give more back, only to ask for it again.
class Room {
 public:
  void hold(std::size_t arcs) {
    if (bytes_ != nullptr && arcs <= arcs_) return;  // none where it was moved from
    bytes_ =
        std::make_unique_for_overwrite<std::byte[]>(arcs * (sizeof(double) + sizeof(VertexId)));
    arcs_ = arcs;
  }
  [[nodiscard]] std::size_t arcs() const { return arcs_; }
  [[nodiscard]] double* weights() const { return reinterpret_cast<double*>(bytes_.get()); }
  [[nodiscard]] VertexId* targets() const {
    return reinterpret_cast<VertexId*>(bytes_.get() + arcs_ * sizeof(double));
  }

 private:
  std::unique_ptr<std::byte[]> bytes_;
  std::size_t arcs_ = 0;
};

// Row v is [begins[v], ends[v]) of targets and weights; there may be gaps between rows. The rows are
// the Graph's own where they can be read as they are (undirected, without loops; weights > 0 and no
// parallel edges, or no weights), so the Graph must live as long; otherwise they lie in `kept`.
struct Condensed {
  struct Kept {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;
    Room arcs;
  };

  std::span<const std::uint32_t> begins;
  std::span<const std::uint32_t> ends;
  const VertexId* targets = nullptr;
  const double* arc_weights = nullptr;  // > 0; none when each arc counts 1
  std::vector<double> mass;
  std::vector<double> in_mass;
  std::size_t arcs = 0;
  double weight = 0.0;  // of all arcs: twice that of the edges
  double unit = 1.0;    // mean weight of an edge: what "small" is measured by
  double scale = 0.0;   // factor of the expected weight
  Kept kept;

  Condensed() = default;
  Condensed(Condensed&&) = default;  // what the rows lie in goes along
  Condensed& operator=(Condensed&&) = default;
  Condensed(const Condensed&) = delete;
  Condensed& operator=(const Condensed&) = delete;
  ~Condensed() = default;

  [[nodiscard]] VertexId size() const { return static_cast<VertexId>(mass.size()); }
  [[nodiscard]] std::span<const VertexId> neighbours(VertexId v) const {
    return {targets + begins[v], targets + ends[v]};
  }
  // Parallel to neighbours(v); empty when each arc counts 1.
  [[nodiscard]] std::span<const double> joining(VertexId v) const {
    if (arc_weights == nullptr) return {};
    return {arc_weights + begins[v], arc_weights + ends[v]};
  }
};

// Room of levels that are no more, for those to come: fresh memory costs more than what is written to it.
class Rooms {
 public:
  void keep(Condensed level) {
    if (level.size() > 0) kept_.push_back(std::move(level.kept));
  }
  [[nodiscard]] Condensed::Kept take_largest();

 private:
  std::vector<Condensed::Kept> kept_;
};

// The weights of arcs for kernels that are compiled for either kind. Sums of ones are whole numbers.
struct UnitWeights {
  using Sum = std::uint32_t;
  std::uint32_t operator[](std::size_t) const { return 1; }
};
struct GivenWeights {
  using Sum = double;
  const double* weight;
  double operator[](std::size_t arc) const { return weight[arc]; }
};

template <class Kernel>
decltype(auto) with_weights(const Condensed& graph, Kernel&& kernel) {
  if (graph.arc_weights == nullptr) return kernel(UnitWeights{});
  return kernel(GivenWeights{graph.arc_weights});
}

// The mass of communities while vertices move between them.
template <bool kDirected>
class Masses {
 public:
  Masses(const Condensed& graph, std::size_t labels)
      : graph_(&graph), mass_(labels, 0.0), in_mass_(kDirected ? labels : 0, 0.0) {}

  // What a vertex, or a group, expects of each unit of mass.
  struct Pull {
    double out = 0.0;
    double in = 0.0;
  };
  [[nodiscard]] Pull of_vertex(VertexId v) const {
    if constexpr (kDirected)
      return {graph_->scale * graph_->mass[v], graph_->scale * graph_->in_mass[v]};
    return {graph_->scale * graph_->mass[v], 0.0};
  }
  [[nodiscard]] Pull of_group(std::uint32_t group) const {
    if constexpr (kDirected) return {graph_->scale * mass_[group], graph_->scale * in_mass_[group]};
    return {graph_->scale * mass_[group], 0.0};
  }
  // Expected weight between the puller and a community that it is not in.
  [[nodiscard]] double expected(Pull pull, std::uint32_t community) const {
    if constexpr (kDirected) {
      return pull.out * in_mass_[community] + pull.in * mass_[community];
    }
    return pull.out * mass_[community];
  }
  // The same when v is in the community.
  [[nodiscard]] double expected_rest(Pull pull, VertexId v, std::uint32_t community) const {
    const double rest = mass_[community] - graph_->mass[v];
    if constexpr (kDirected) {
      return pull.out * (in_mass_[community] - graph_->in_mass[v]) + pull.in * rest;
    }
    return pull.out * rest;
  }

  void add(VertexId v, std::uint32_t community) {
    mass_[community] += graph_->mass[v];
    if constexpr (kDirected) in_mass_[community] += graph_->in_mass[v];
  }
  void remove(VertexId v, std::uint32_t community) {
    mass_[community] -= graph_->mass[v];
    if constexpr (kDirected) in_mass_[community] -= graph_->in_mass[v];
  }
  void clear(std::uint32_t community) {  // of what rounding left in an empty community
    mass_[community] = 0.0;
    if constexpr (kDirected) in_mass_[community] = 0.0;
  }
  // Of a group of `inner` within the community that holds it here.
  [[nodiscard]] double expected_rest_of(const Masses& inner, std::uint32_t group,
                                        std::uint32_t community) const {
    const Pull pull = inner.of_group(group);
    const double rest = mass_[community] - inner.mass_[group];
    if constexpr (kDirected) {
      return pull.out * (in_mass_[community] - inner.in_mass_[group]) + pull.in * rest;
    }
    return pull.out * rest;
  }

 private:
  const Condensed* graph_;
  std::vector<double> mass_;
  std::vector<double> in_mass_;
};

// Throws InvalidWeight, naming `method`, unless the weights can be read as strengths.
[[nodiscard]] Condensed condense(const Graph& graph, std::string_view method, Quality quality,
                                 double resolution);
Condensed condense(const Graph&&, std::string_view, Quality, double) = delete;  // would look at it

// Communities that were condensed before, and the weights between them.
struct KnownRows {
  static constexpr std::uint32_t kNone = UINT32_MAX;

  const Condensed* graph = nullptr;   // one of their vertices a community
  std::vector<std::uint32_t> vertex;  // there, by community; kNone where it is new
};

// One vertex a community; labels are 0..count-1. Cost O(n + m), on all threads, without the arcs of
// communities that are `known`. `room` is used again where it suffices.
[[nodiscard]] Condensed condense(const Condensed& graph, std::span<const std::uint32_t> community,
                                 std::uint32_t count, const Run& run = {},
                                 Condensed::Kept room = {}, const KnownRows& known = {});

// The members of communities, which `blocks` cuts into runs of similar work, for parallel_blocks(). A
// run is never less than a community, so that some have much more than others.
struct Members : ByLabel {
  std::vector<std::uint32_t> arcs;  // of the members of each community
  std::vector<std::uint32_t> blocks;
  std::vector<std::uint32_t> heaviest_first;  // of the blocks

  [[nodiscard]] std::size_t block_count() const { return heaviest_first.size(); }
};
[[nodiscard]] Members members_of(const Condensed& graph, std::span<const std::uint32_t> community,
                                 std::uint32_t count);

}  // namespace summitry::communities
