// What lies inside and at the ends of each community: the sums that qualities are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/communities/quality/quality_kind.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

struct Inside {
  double total = 0.0;            // weight of all edges
  std::vector<double> internal;  // weight inside, by label
  std::vector<double> out_ends;  // undirected: all ends; a loop has two
  std::vector<double> in_ends;   // directed only
  std::vector<std::uint64_t> size;

  // Weight at all ends of edges of c.
  [[nodiscard]] double ends(std::size_t c) const {
    return out_ends[c] + (in_ends.empty() ? 0.0 : in_ends[c]);
  }
  // Weight between c and the rest. Sums of the same weights in another order may differ by their rounding,
  // which counts as nothing.
  [[nodiscard]] double leaving(std::size_t c) const {
    const double difference = ends(c) - 2.0 * internal[c];
    return difference > 1e-12 * ends(c) ? difference : 0.0;
  }
};

// Weights are 1 where the Graph has none. Throws InvalidWeight, InvalidOption (not a label a vertex),
// Cancelled.
[[nodiscard]] Inside look_inside(std::string_view function, const Graph& graph,
                                 std::span<const std::uint32_t> community,
                                 const Run& run = {.threads = 1});

// Throws InvalidOption unless finite and >= 0.
void check_resolution(std::string_view function, double resolution);

// modularity() or cpm_quality(); nothing where it is undefined (no weight at all).
[[nodiscard]] std::optional<double> quality_of(Quality quality, const Graph& graph,
                                               std::span<const std::uint32_t> community,
                                               double resolution, const Run& run = {.threads = 1});

}  // namespace summitry::communities
