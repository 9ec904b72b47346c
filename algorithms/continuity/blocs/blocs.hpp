// Whether the blocs persist: communities of each edition's graph, their agreement from edition to
// edition against the noise of the method itself, and their life.
//
// Reads      graphs with entities and strengths (edition_graphs.hpp). Whoever is joined to nobody
//            belongs to no bloc.
// Gives      engine/blocs.hpp. An edition's blocs are the consensus of `runs` partitions of a method of
//            the catalogue; its noise is their agreement with the consensus of as many others, from
//            another seed. A step compares those joined at both editions; where they agree less than the
//            worse of the two editions agrees with itself, more than noise has changed.
// Cost       2 * editions * runs of the method, and steps * permutations * n log n
// Method     consensus over seeds: detect.hpp; agreement.hpp; bloc_agreement.hpp; life_cycle.hpp
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/continuity/blocs/life_cycle.hpp"
#include "algorithms/continuity/positions/edition_graphs.hpp"
#include "engine/blocs.hpp"
#include "engine/run.hpp"

namespace summitry {

struct BlocsOptions {
  std::string method = "leiden";    // a community method of the catalogue
  std::size_t runs = 10;            // >= 1
  std::size_t permutations = 1000;  // >= 1, of labels
  LifeCycleOptions life;
};

// names: the editions', for the tests. Throws UnknownName for the method and InvalidOption.
[[nodiscard]] Blocs blocs(const std::vector<EditionGraph>& editions,
                          const std::vector<std::string>& names, const BlocsOptions& options = {},
                          const Run& run = {});

}  // namespace summitry
