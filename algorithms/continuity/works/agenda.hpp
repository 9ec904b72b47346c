// Agendas: what the texts and initiatives of each edition are about, and how far that moves.
//
//   JS(P, Q) = sqrt( H((P+Q)/2) - (H(P) + H(Q))/2 )      H: entropy, base 2
//
// Reads      themes: the items of the list (or text) column `themes` of entities, and the targets of
//            relations `about`. Works of an edition: the summit itself, and whatever but a summit is
//            announced-at or launched-at it. Each work counts 1, in equal parts to its themes; works
//            without a theme are counted as such and nothing more.
// Gives      distributions that sum to 1, and between neighbours the Jensen-Shannon distance in
//            [0, 1] (0 the same, 1 nothing shared), missing where one has no themes; the themes kept,
//            added and dropped. p that a distance as large comes when the works of the two are dealt
//            out anew in the same numbers; with fewer than two works on a side nothing is drawn.
// Cost       O(relations + themes), and permutations * themes
// Method     Lin 1991, doi:10.1109/18.61115; its root is a distance: Endres & Schindelin 2003,
//            doi:10.1109/TIT.2003.813506. As SciPy's jensenshannon with base 2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/continuity/evidence.hpp"
#include "engine/run.hpp"
#include "engine/work.hpp"

namespace summitry {

// Two distributions over the same themes; each sums to 1.
[[nodiscard]] double jensen_shannon(const std::vector<double>& p, const std::vector<double>& q);

// names: the editions', for the tests. Throws InvalidOption for no permutation.
[[nodiscard]] Agenda agenda(const Network& network, const Series& series, const Evidence& evidence,
                            const std::vector<std::string>& names, std::size_t permutations = 1000,
                            const Run& run = {});

}  // namespace summitry
