// Communities by several runs of a method, and how far they can be trusted.
//
// The methods depend on chance, and good partitions may differ: of `runs` partitions the one of the
// highest quality is kept (the earliest of equals) or, when asked for, the consensus of all, and beside it
// stands how far they agree.
//
// Gives      stability, for two runs or more: see stability.hpp. Of the pairs of vertices how often
//            they are together, where asked for or for up to 100 vertices. Whether the quality is
//            more than that of random graphs of the same degrees, where asked for.
// Cost       runs times the method's; runs are shared out over threads
// Method     agreement: Hubert & Arabie 1985, doi:10.1007/BF01908075; reading the spread over runs
//            as uncertainty, and consensus: Lancichinetti & Fortunato 2012, doi:10.1038/srep00336
// See also   leiden.hpp, louvain.hpp, label_propagation.hpp, stability.hpp, co_membership.hpp,
//            consensus.hpp, beyond_chance.hpp, resolution.hpp, description.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/graph.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"

namespace summitry {

enum class Keep : std::uint8_t { best, consensus };

struct DetectOptions {
  std::string method = "leiden";  // a name of the catalogue's community methods
  Parameters parameters;  // of that method; a resolution of "auto" is found by resolution.hpp
  // >= 1; the first has run.seed, the others seeds made from it; a method that needs no chance is run
  // once. Nothing: by the size of the graph, 100 for small ones (runs.hpp).
  std::optional<std::size_t> runs;
  Keep keep = Keep::best;
  std::optional<double>
      together;                   // in (0, 1]; pairs with this share or more; nothing: from 0.1 and
                                  // only for up to 100 vertices
  std::size_t random_graphs = 0;  // to compare the quality with; 0: none
};

// Throws UnknownName for the method, InvalidOption for an option and InvalidWeight for weights that
// are not strengths.
[[nodiscard]] NamedPartition detect_communities(const Graph& graph,
                                                const DetectOptions& options = {},
                                                const Run& run = {});

// The partition that detect_communities() keeps, without all that it says about it.
[[nodiscard]] Partition kept_partition(const Graph& graph, const DetectOptions& options = {},
                                       const Run& run = {});

}  // namespace summitry
