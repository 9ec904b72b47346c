// DOT for Graphviz and whatever else reads it: a vertex an entity, an edge an edge of the Graph.
//
// Shapes mean kinds, fill colours mean communities. Besides what Graphviz draws, vertices carry
// `name`, `kind`, `subtype`, `iso3`, `community` and each measure under its name; edges carry
// `type`, `status`, `role`, `summit`, `from`, `to`, `weight`, `relations` and `sources` (counts).
// Several relations of one edge have their distinct values joined by `|`.
// Backslashes are doubled in every text, as DOT demands: see dot_plain() in exporters/cgraph.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"

namespace summitry {

struct DotOptions {
  const NamedPartition* communities = nullptr;       // colours; none: every vertex is white
  const std::vector<NamedScores>* scores = nullptr;  // attributes; the first one also sets sizes
  std::string title;                                 // drawn above; none when empty
};

[[nodiscard]] std::string to_dot(const Network& network, const Graph& graph,
                                 const DotOptions& options = {});

// Graphviz' shape for a kind: circle, square, diamond, box (with rounded corners), triangle,
// ellipse; hexagon for a kind that has none of its own.
[[nodiscard]] std::string_view dot_shape(std::string_view kind);

}  // namespace summitry
