// What chance alone would bring: a series against every null model, each of which answers a question of
// its own.
//
//   fixed margins      more than the sizes of editions and the activity of participants explain?
//   within strata      more than these and the composition by kind, region or bloc explain?
//   hypergeometric     more than two independent draws from N would share? for several N
//   BiCM               as fixed margins, kept on average only: a check that needs no samples, of series of
//                      up to 500 editions
//   order permutation  is succession special?
//   label permutation  do strata differ in who comes back?
//
// Reads      the rosters; a stratum for each participant; how many could have taken part
// Gives      for each what was observed, the null's mean and sd, the effect in sd, p of at least as much, p
//            adjusted over the tests of the same model (Benjamini & Hochberg), the smallest p that could
//            come out. The pairs of editions get the expectation of the model asked for. The same
//            whatever the threads
// Cost       O(samples * editions^2 * participants / 64), twice with strata
// Method     margin_null.hpp, hypergeometric.hpp, ../inference/bicm.hpp, order_null.hpp, label_null.hpp
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/run.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct NullModelOptions {
  std::string model = "fixed-margins";  // or curveball (always sampled), hypergeometric
  std::size_t samples = 1000;           // >= 1
  std::optional<std::size_t> universe;  // at least whoever took part
  std::string strata = "kind";          // or subtype, or a column of the entities
  std::size_t eligible = 0;             // entities that could have taken part, by the data
};

// Fills in what pairs expect, the tests, the strata and how the sampler mixed.
void add_null_models(const Network& network, Continuity& continuity,
                     const NullModelOptions& options, const Run& run);

}  // namespace summitry
