// What is said of the rosters of a series beyond pairs of editions: groups of participants, gaps in what
// is named, how long participants stay, and how well a sampler mixed. Plain data.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/survival.hpp"

namespace summitry {

// How many two editions can share, where sources declare more participants than the data name.
struct OverlapBounds {
  std::size_t least = 0;
  std::size_t most = 0;
  bool by_category = false;  // added up over kinds, each with a declared size of its own
  // Retention and Jaccard at both ends, over declared sizes.
  std::optional<double> retention_least;
  std::optional<double> retention_most;
  std::optional<double> jaccard_least;
  std::optional<double> jaccard_most;
  // The overlap over rosters filled up at random from those who could have taken part.
  std::size_t samples = 0;
  std::size_t universe = 0;
  std::optional<double> mean;
  std::optional<double> low;   // 2.5 % of the samples are below
  std::optional<double> high;  // 2.5 % of the samples are above
  // Share of the samples in which the overlap is beyond chance at .05 (hypergeometric, that universe).
  std::optional<double> share_beyond_chance;
  std::string note;  // where the universe or the samples are not what was asked for
};

// All editions of a series side by side; editions without participants are left out.
struct MultiEdition {
  std::size_t editions = 0;
  std::size_t participants = 0;       // different ones
  std::optional<double> sorensen;     // multi-edition similarity; 1: all the same, 0: nobody twice
  std::vector<std::size_t> at_least;  // at_least[k - 1]: participants at k editions or more
};

// Sources' word on the full size of one roster.
struct DeclaredSize {
  std::optional<std::size_t> size;
  std::optional<double> coverage;  // named / declared
  std::size_t claim = 0;           // index into the network's claims, when there is a size
};

struct LifeOfSeries {
  std::size_t missed = 1;          // editions missed in a row that end a stay
  bool began_earlier = false;      // who was at the first edition has an unknown past
  std::size_t left_truncated = 0;  // these, then left out of `since_first`
  SurvivalCurve since_first;       // editions from the first attendance to the last
  std::vector<SurvivalCurve> by_kind;
  LogRank between_kinds;
  std::vector<SurvivalCurve> stays;  // first, second, further stays of the same participants
  SurvivalCurve absences;            // editions from a stay's end to the return
};

// How well the sampled tables mixed.
struct Mixing {
  std::size_t chains = 0;
  std::size_t trades = 0;                 // an edition, before the first sample of a chain
  std::optional<double> autocorrelation;  // of the neighbours' overlap, from sample to sample
  std::optional<double> effective;        // samples' worth of independent ones
  // Share of memberships that are not where they were observed, at a chain's first and last sample. As
  // long as the last is higher, the chains have not yet forgotten their start.
  std::optional<double> moved_first;
  std::optional<double> moved_last;
};

}  // namespace summitry
