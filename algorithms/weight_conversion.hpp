// Weights turned from strengths into distances, or from distances into strengths: what joins closely is
// near.
//
//   inverse        1 / w          both ways the same, and back again exactly what it was
//   reversed       max + 1 - w    max the largest weight; the same both ways. Back again each weight is
//                                 what it was less (min - 1): exactly that when the smallest was 1
//   opsahl:ALPHA   1 / w^alpha    strengths to distances, and d^(-1 / alpha) back. 1: the inverse; 0:
//                                 every edge is as long as any other, from which nothing leads back;
//                                 below 1 an edge more weighs heavier than weak ones, above 1 lighter
//
// Reads      weights > 0: an edge of weight 0 has no distance. Take it out before
// Gives      the same Graph, entities, relations and order of edges, with the other meaning of weights
// Cost       O(n + m)
// Method     inverse: Newman 2001, doi:10.1103/PhysRevE.64.016132; Opsahl, Agneessens & Skvoretz 2010,
//            doi:10.1016/j.socnet.2010.03.006 (who divide by the mean weight first, which changes the
//            unit and no ranking)
// See also   centrality/degree.hpp: opsahl_degree()
#pragma once

#include <string>
#include <string_view>

#include "engine/graph.hpp"

namespace summitry {

struct Conversion {
  enum class By { inverse, reversed, opsahl };
  By by = By::inverse;
  double alpha = 1.0;  // of opsahl, >= 0; > 0 from distances to strengths

  bool operator==(const Conversion&) const = default;
};

// "inverse", "reversed", "opsahl:0.5". Throws UnknownName with the nearest name, and InvalidOption for
// an alpha that is missing, unreadable or out of range.
[[nodiscard]] Conversion parse_conversion(std::string_view text);
[[nodiscard]] std::string to_string(const Conversion& conversion);

// Throws InvalidWeight for a Graph without weights, for a weight that is not a finite number > 0 and
// for one that would become none; InvalidOption for an alpha out of range.
[[nodiscard]] Graph convert_weights(const Graph& graph, const Conversion& conversion);

}  // namespace summitry
