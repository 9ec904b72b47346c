// The map equation: how many bits a step of a random walker takes to describe, with one codebook a
// module and one for the steps between modules.
//
//   L = q H(Q) + sum over modules i of  p(i) H(P(i))
//     = plogp(sum enter(i)) - sum plogp(enter(i)) - sum plogp(exit(i))
//       + sum plogp(exit(i) + visits(i)) - sum over vertices plogp(visits(v))
//
//   plogp(x)  x log2 x      enter(i), exit(i)  flow into and out of a module, jumps included where
//   visits    share of the steps               they are recorded (flow.hpp)
//
// Reads      direction yes | weights yes, strengths >= 0 | parallel edges add up | a loop is a step
//            that stays; undirected it counts once
// Gives      bits a step, >= 0; 0 where nothing flows
// Cost       O(n + m), and for directed graphs or recorded jumps that of PageRank
// Method     Rosvall & Bergstrom 2008, doi:10.1073/pnas.0706851105; Rosvall, Axelsson & Bergstrom
//            2009, doi:10.1140/epjst/e2010-01179-1. Unrecorded: same values as Infomap of
//            mapequation.org, in whose directed form a module may be entered more than it is left.
//            Recorded: the walker jumps in undirected graphs too, to every vertex alike.
// See also   infomap.hpp, which looks for the partition of the shortest description
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "algorithms/communities/flows/flow.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"

namespace summitry {

using communities::Jumps;

[[nodiscard]] std::string option_text(Jumps jumps);
[[nodiscard]] bool read_option(std::string_view text, Jumps& jumps);

struct MapEquationOptions {
  Jumps jumps = Jumps::unrecorded;
  double damping = 0.85;  // in [0, 1); chance of following an edge instead of jumping
};

// Throws InvalidOption for an option outside its range or labels that are not one a vertex, and
// InvalidWeight for weights that are not strengths.
[[nodiscard]] double map_equation(const Graph& graph, std::span<const std::uint32_t> community,
                                  const MapEquationOptions& options = {}, const Run& run = {});

namespace communities {

[[nodiscard]] double plogp(double p);

// What the map equation needs to know of a module.
struct Module {
  double visits = 0.0;
  double out = 0.0;  // along edges
  double in = 0.0;
  double jumps = 0.0;
  double landing = 0.0;

  [[nodiscard]] double exit() const { return out + jumps * (1.0 - landing); }
  [[nodiscard]] double enter(double jumping) const { return in + (jumping - jumps) * landing; }
};

// A module's own terms.
[[nodiscard]] double code_length(const Module& module, double jumping);
// Of all modules, each vertex of `flow` one, without the constant of the vertices.
[[nodiscard]] double code_length(const Flow& flow, std::span<const std::uint32_t> community);
// With it.
[[nodiscard]] double map_equation(const Flow& flow, std::span<const std::uint32_t> community);

void check(std::string_view function, const MapEquationOptions& options);

}  // namespace communities
}  // namespace summitry
