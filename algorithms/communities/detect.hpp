// Communities by several runs of a method, and how stable they are.
//
// The methods depend on chance, and good partitions may differ: of `runs` partitions the one of the
// highest quality is kept (the earliest of equals), and beside it stands how far they agree.
//
// Gives      stability, for two runs or more: the mean adjusted Rand index over pairs of runs, the
//            lowest and highest quality, how many different partitions there were, and for each
//            vertex the mean over runs of the share of its community's other members that are with it
//            there (alone in its community: the share of runs that leave it alone). Called stable
//            from a mean agreement of 0.9.
// Cost       runs times the method's; runs are shared out over threads
// Method     agreement: Hubert & Arabie 1985, doi:10.1007/BF01908075; reading the spread over runs as
//            uncertainty: Lancichinetti & Fortunato 2012, doi:10.1038/srep00336
// See also   leiden.hpp, louvain.hpp, label_propagation.hpp, agreement.hpp
#pragma once

#include <cstddef>
#include <string>

#include "engine/graph.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"

namespace summitry {

struct DetectOptions {
  std::string method = "leiden";  // a name of the catalogue's community methods
  Parameters parameters;  // of that method; a resolution of "auto" is found by resolution.hpp
  std::size_t runs = 10;  // >= 1; the first has run.seed, the others seeds made from it; a method
                          // that needs no chance is run once
};

// Throws UnknownName for the method, InvalidOption for an option and InvalidWeight for weights that
// are not strengths.
[[nodiscard]] NamedPartition detect_communities(const Graph& graph,
                                                const DetectOptions& options = {},
                                                const Run& run = {});

}  // namespace summitry
