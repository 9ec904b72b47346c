// Mixing: whether edges join like with like.
//
//   r = (trace(e) - sum of a b) / (1 - sum of a b)   categories: e the share of edges between two of
//                                                     them, a and b its row and column sums
//   r = correlation of x(u) and y(v) over the edges    numbers; degrees: Newman's assortativity
//
// Reads      direction yes; an undirected edge counts both ways | no weights | parallel edges count
//            once, loops not at all | edges with an end whose value is missing are left out and counted
// Gives      in [-1, 1] for numbers; for categories at most 1, and at least -1. Missing where all
//            values are alike. Standard deviation by leaving out each edge in turn (jackknife)
// Cost       O(n + m log n), categories also O(k^2) for k of them
// Method     Newman 2003, doi:10.1103/PhysRevE.67.026126; directed degrees: Foster et al. 2010,
//            doi:10.1073/pnas.0912671107. Degrees are of the simple graph, and stay as they are when an
//            edge is left out. As NetworkX on the simple graph
// See also   summary.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

struct Assortativity {
  std::optional<double> r;
  std::optional<double> sd;  // missing where leaving an edge out leaves no r
  std::size_t edges = 0;     // that count
  std::size_t left_out = 0;  // for a missing value at an end
};

inline constexpr std::uint32_t kNoCategory = UINT32_MAX;

struct CategoryMixing {
  Assortativity assortativity;
  std::uint32_t categories = 0;
  std::vector<std::uint64_t> edges;  // categories x categories, by row the source's; undirected: an
      // edge counts in both places, within a category twice in its own
};

// `category` by vertex, numbered from 0; kNoCategory where it is missing.
[[nodiscard]] CategoryMixing category_mixing(const Graph& graph,
                                             std::span<const std::uint32_t> category);
// `value` by vertex; not a number where it is missing.
[[nodiscard]] Assortativity numeric_assortativity(const Graph& graph,
                                                  std::span<const double> value);

enum class DegreeKind : std::uint8_t { all, in, out };

// Undirected graphs have `all` alone, and give it for each.
[[nodiscard]] Assortativity degree_assortativity(const Graph& graph, DegreeKind source,
                                                 DegreeKind target);

}  // namespace summitry
