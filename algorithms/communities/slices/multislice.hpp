// Multislice communities: several graphs, such as the editions of a series of summits, divided at once,
// so that a community may go on from one to the next.
//
//   Q = 1/mu * ( sum over slices s of m(s) Q(s)  +  coupling * coupled pairs in one community )
//
//   Q(s)  modularity of slice s with its own resolution     m(s)  its total weight
//   mu    all weight: the sum of m(s), and coupling * coupled pairs
//   coupled pairs   the same entity in two slices: next to each other (ordinal), or any (categorical)
//
// Reads      direction yes (Leicht-Newman's modularity) | weights yes, strengths >= 0 | parallel edges
//            add up | loops count in degrees. Vertices are joined by Graph::entity().
// Gives      a community for every vertex of every slice, numbered over all slices by falling size, then
//            first slice and vertex; each is connected by edges and coupling. With coupling 0 the slices
//            are divided each for itself; the larger it is, the fewer entities change. An entity that
//            misses an edition is not coupled across it when ordinal. No quality when there is nothing
//            to weigh. Depends on run.seed, not on the threads.
//            How far the runs agree is told as for one graph (trust/stability.hpp), over all vertices of
//            all slices.
// Cost       O(runs * rounds * (n + m)) time over all slices, O(n + m) memory a thread
// Method     Mucha, Richardson, Macon, Porter & Onnela 2010, doi:10.1126/science.1184819 (their Q; for
//            undirected slices the same value). Optimised in the manner of Leiden: move, refine within
//            communities, condense, until nothing changes; the best of several runs.
// See also   leiden.hpp for one graph; continuity.hpp
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/multislice.hpp"
#include "engine/run.hpp"

namespace summitry {

enum class CouplingKind { ordinal, categorical };

[[nodiscard]] std::string option_text(CouplingKind kind);
[[nodiscard]] bool read_option(std::string_view text, CouplingKind& kind);

struct MultisliceOptions {
  double coupling = 1.0;  // in the unit of the weights, 0 to a million times the largest
  CouplingKind coupling_kind = CouplingKind::ordinal;
  std::vector<double> resolutions = {1.0};  // >= 0; one for all slices, or one each
  std::optional<std::size_t> runs;          // the best is kept; by size unless given, see runs.hpp
};

// Throws InvalidOption for an option outside its range, InvalidWeight for weights that are not
// strengths, and Cancelled.
[[nodiscard]] SlicedPartition multislice(std::span<const Graph> slices,
                                         const MultisliceOptions& options = {},
                                         const Run& run = {});

// Q of any division, a label for every vertex of every slice; not a number when there is no weight.
[[nodiscard]] double multislice_modularity(std::span<const Graph> slices,
                                           std::span<const std::vector<std::uint32_t>> community,
                                           const MultisliceOptions& options = {});

// Where each entity was, by entity.
[[nodiscard]] std::vector<Itinerary> itineraries(std::span<const Graph> slices,
                                                 const SlicedPartition& partition);

}  // namespace summitry
