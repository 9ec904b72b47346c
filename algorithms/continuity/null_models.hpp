// What chance alone would bring: the overlaps of a series beside their expectation.
//
//   hypergeometric  exact, from the sizes of the two editions and the universe; each edition draws
//                   its participants independently
//   curveball       sampled, keeps every edition's size and every participant's number of editions.
//                   Chains of 50 samples, each started from the observed rosters, with 50 trades an
//                   edition before the first sample and 5 an edition between samples
//
// Gives      mean, sd, z = (observed - mean) / sd, and the one-sided p of at least the overlap that
//            was observed; of R samples p = (1 + those with at least as much) / (1 + R), so that the
//            smallest p is 1 / (1 + R). Without variation z is missing. The same whatever the threads.
// Cost       curveball: O(samples * editions^2 * participants)
// Method     see hypergeometric.hpp and curveball.hpp; p: Davison & Hinkley 1997, section 4.2
#pragma once

#include <cstddef>

#include "engine/run.hpp"
#include "engine/transitions.hpp"

namespace summitry {

// Fill in what transitions and all_pairs expect. The universe must hold all participants.
void expect_by_hypergeometric(Continuity& continuity, std::size_t universe);
void expect_by_curveball(Continuity& continuity, std::size_t samples, const Run& run);

}  // namespace summitry
