// Persistence: whether positions, blocs and the work of a series of summits carry over from edition
// to edition, and what hosting does; continuity.hpp says who comes back.
//
// Reads      participants as continuity.hpp; who is joined to whom: edition_graphs.hpp
// Gives      engine/persistence.hpp. The p-values of all these tests are one family for p_adjusted; those
//            of the rosters are adjusted by themselves (null_models.hpp).
// Cost       see the parts
// Method     positions.hpp, blocs.hpp, lineage.hpp, agenda.hpp, follow_through.hpp, hosting.hpp
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/continuity/blocs/blocs.hpp"
#include "algorithms/continuity/continuity.hpp"
#include "algorithms/continuity/positions/positions.hpp"
#include "engine/persistence.hpp"

namespace summitry {

struct PersistenceOptions {
  ContinuityOptions rosters;         // its null model and samples are not read
  std::string joined_by = "shared";  // shared, direct or either
  std::vector<std::string> types;    // of the relations that join; empty: all
  std::size_t permutations = 1000;   // in [1, 10000000]; of QAP, of labels and of works
  PositionsOptions positions;        // its permutations are not read
  BlocsOptions blocs;                // its permutations are not read
};

// Throws UnknownName and InvalidOption.
[[nodiscard]] Persistence persistence(const Network& network,
                                      const PersistenceOptions& options = {}, const Run& run = {});

// Every test of it, in order of the parts.
[[nodiscard]] std::vector<NullTest> tests_of(const Persistence& persistence);

}  // namespace summitry
