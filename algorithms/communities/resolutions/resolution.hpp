// The resolution profile: which communities a graph has at which resolution, how stable they are,
// and over which ranges they stay; and the resolution to use when nobody knows one.
//
// Reads      as the method
// Gives      29 resolutions at even ratios, fewer when the graph is shattered before the last (more
//            communities than half its vertices, isolated ones aside): 1/4 to 32 for modularity;
//            for cpm the density (mean weight of a pair) / 4 to the mean weight of an edge. At each
//            the mean adjusted Rand index over pairs of runs, and of all partitions found anywhere
//            the best there.
//            Ranges: of every partition found the exact range over which no other that was found is
//            better (envelope.hpp). Where two ranges meet the method runs again, until it finds
//            nothing better there, three rounds at most; for more than 200,000 vertices and edges
//            not at all.
//            Plateaus: resolutions in a row with a stability of 0.9 or more whose partitions agree
//            by 0.95 or more with their neighbours and 0.9 with all of the plateau; partitions into
//            the connected components and of a shattered graph are on none. Of each the ends aside,
//            that one of the most stable resolutions (within 0.005) is to be used that is nearest to the
//            likeliest of its own partition: (a - b) / log(a / b), with a and b the weight over what is
//            expected within communities and across. Where quality is no modularity nor CPM, the most
//            central.
//            Chosen is the longest (by ratio; of equals the more stable, then the nearer to the
//            middle) that covers an octave or, where the runs at the middle are not stable, that
//            lies within two octaves of it. Without any, the middle: 1 for modularity, the density
//            for cpm.
// Cost       29 * 3 to 5 runs of the method (1 where chance has no part), and those where ranges
//            meet, which longest_plateau() does without
// Method     plateaus as sign of a scale that is the network's own: Arenas, Fernandez & Gomez 2008,
//            doi:10.1088/1367-2630/10/5/053039; stability over runs as a guide to the resolution:
//            Ronhovde & Nussinov 2009, doi:10.1103/PhysRevE.80.016109; the likeliest resolution: Newman
//            2016, doi:10.1103/PhysRevE.94.052315; ranges: Weir et al. 2017,
//            doi:10.3390/a10030093; runs where ranges meet: Eisner & Severance 1976,
//            doi:10.1145/321978.321982
// See also   detect.hpp, which takes the chosen one for a resolution of "auto"
#pragma once

#include "algorithms/communities/trust/detect.hpp"
#include "engine/resolution_profile.hpp"

namespace summitry {

// `options.runs` are made at each resolution; a resolution among the parameters is not looked at.
// Throws as detect_communities(); the method must have the option "resolution".
[[nodiscard]] ResolutionProfile resolution_profile(const Graph& graph, const DetectOptions& options,
                                                   const Run& run = {});

using Plateau = ResolutionProfile::Plateau;

// The chosen plateau; without any, the middle, from itself to itself.
[[nodiscard]] Plateau longest_plateau(const Graph& graph, const DetectOptions& options,
                                      const Run& run = {});

}  // namespace summitry
