// Two rosters side by side: retention and the measures of similarity and turnover.
//
//   a, b  participants of the earlier and the later edition     x  of both     y = a-x, z = b-x
//
//   retention x/a    inheritance x/b    exit 1-x/a    entry 1-x/b
//   Jaccard x/(a+b-x)    Sorensen 2x/(a+b)    overlap x/min(a,b)    turnover 1 - Sorensen
//   dissimilarity (y+z)/(2x+y+z)  =  replacement min(y,z)/(x+min(y,z))  +  growth (the rest)
//   Kulczynski (x/a + x/b)/2    Ruzicka, with weights w, v >= 0: sum of min(w,v) / sum of max(w,v)
//   of T editions together, with A participations by S participants: Sorensen T/(T-1) * (1 - S/A)
//   return after absence: of those seen before the earlier edition but not at it, the share at the later
//
// Gives      ratios in [0, 1]; missing where the denominator is 0
// Cost       O(a + b + earlier participants)
// Method     Baselga 2010, doi:10.1111/j.1466-8238.2009.00490.x (beta_sor = beta_sim + beta_nes):
//            growth high and replacement near 0 means that the summit expanded, not that it churned. Several
//            editions: Diserud & Odegaard 2007, doi:10.1098/rsbl.2006.0553 (no mean of pairs, which
//            would count who comes often more than once). Ruzicka 1958; Kulczynski 1927
#pragma once

#include <span>

#include "engine/transitions.hpp"

namespace summitry {

// Rosters ascending; `earlier` holds whoever took part before the first of the two.
[[nodiscard]] Transition compare_rosters(std::span<const EntityIndex> before,
                                         std::span<const EntityIndex> after,
                                         std::span<const EntityIndex> earlier = {});

// By weights of participants, which stand in the order of the rosters. Missing when all are 0.
[[nodiscard]] std::optional<double> ruzicka(std::span<const EntityIndex> before,
                                            std::span<const double> weights_before,
                                            std::span<const EntityIndex> after,
                                            std::span<const double> weights_after);

[[nodiscard]] MultiEdition together(std::span<const Edition> editions);

// How many are in both; ascending.
[[nodiscard]] std::size_t shared_count(std::span<const EntityIndex> a,
                                       std::span<const EntityIndex> b);

}  // namespace summitry
