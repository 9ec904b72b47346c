// What rosters would share if every edition kept its size and every participant the number of its
// editions: the fixed-margin null model, counted where that is possible and sampled where it is not;
// within strata when there are any, so that every stratum keeps its part of every edition.
//
// Reads      the rosters; a stratum for each participant
// Gives      for every pair of editions mean, sd, p of at least the overlap, and the smallest p that could
//            come out. For what neighbours share in total and for the return after absence of each step:
//            the same, always sampled; a sample in which nobody is absent says nothing of a return and
//            is no part of its R. Where the margins allow one value only, that one. How well the sampler
//            mixed. The same whatever the threads
// Cost       counted: see ../inference/fixed_margins.hpp; sampled: O(samples * editions^2 * participants)
//            by 64 participants at a time. Memory: some 100 MB for the pairs of a long series
// Method     counted: ../inference/fixed_margins.hpp, laws of strata convolved. Sampled: curveball.hpp in
//            chains of 50 samples (longer ones for many samples or editions), each from the observed
//            rosters, with 50 trades an edition before the first sample and 5 an edition between samples;
//            p = (1 + those with at least as much) / (1 + samples) (Davison & Hinkley 1997, section 4.2)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "algorithms/continuity/nulls/curveball.hpp"
#include "engine/roster_figures.hpp"
#include "engine/run.hpp"

namespace summitry {

// A statistic under the null model.
struct NullLaw {
  std::optional<double> mean;
  std::optional<double> sd;       // missing where a single sample tells nothing of it
  std::optional<double> p_value;  // of at least what was observed
  double smallest_p = 0.0;        // no p can be below
  std::size_t samples = 0;        // R, in which it is defined; 0: exact
  bool fixed = false;             // the margins allow no other value
};

struct MarginNull {
  std::vector<NullLaw> pairs;    // by first, then second edition
  NullLaw succession;            // the overlaps of neighbours in total
  std::vector<NullLaw> returns;  // by step: the share that returns after absence
  Mixing mixing;
};

enum class Counting { when_possible, never };

struct MarginNullOptions {
  std::size_t samples = 1000;  // >= 1
  Counting counting = Counting::when_possible;
  std::vector<std::uint32_t> strata =
      {};  // by name in the rosters, dense from 0; empty: one stratum
};

[[nodiscard]] MarginNull margin_null(const Curveball::Rosters& rosters,
                                     const MarginNullOptions& options, const Run& run = {});

}  // namespace summitry
