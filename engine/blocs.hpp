// Blocs: the communities of each edition's graph, and whether they carry over. Plain data, as
// engine/transitions.hpp.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/network.hpp"
#include "engine/null_test.hpp"

namespace summitry {

// How far two partitions of the same entities agree.
struct Agreement {
  std::optional<double> adjusted_rand;
  std::optional<double> adjusted_information;    // by the mean of the two entropies
  std::optional<double> normalised_information;  // by the same
  std::optional<double> variation;               // of information, in nats
  std::optional<double> variation_share;         // divided by log n
};

// The blocs of one edition; only participants that are joined to somebody belong to one.
struct EditionBlocs {
  std::vector<EntityIndex> entities;     // ascending
  std::vector<std::uint32_t> community;  // parallel; from 0 by falling size
  std::size_t communities = 0;
  double modularity = 0.0;
  Agreement noise;  // between two consensus partitions of this edition, from different seeds
};

struct BlocStep {
  std::size_t from = 0;  // position in editions
  std::size_t to = 0;
  std::size_t common = 0;            // joined at both
  Agreement agreement;               // of their blocs
  Agreement noise;                   // the lesser agreement of the two editions with themselves
  std::optional<bool> beyond_noise;  // whether the blocs agree less than that, by adjusted Rand
  std::vector<NullTest> tests;  // of adjusted Rand and of mutual information, by permuted labels
};

enum class BlocEvent { birth, death, continuation, growth, shrink, merge, split, resurgence };
inline constexpr std::size_t kBlocEvents = 8;  // how many there are

struct Sighting {
  std::size_t edition = 0;
  std::size_t bloc = 0;

  auto operator<=>(const Sighting&) const = default;
};

// What became of a bloc. A dynamic bloc is a thread of one bloc an edition at most.
struct BlocChange {
  BlocEvent event = BlocEvent::birth;
  std::size_t edition = 0;           // where it shows; of a death the first without it
  std::vector<std::size_t> blocs;    // at the edition; of a death none
  std::vector<std::size_t> threads;  // dynamic blocs before it; of a birth the new one
  std::vector<Sighting> origins;     // where these threads were last seen; of a birth none
  std::optional<double> jaccard;     // of the best pair
  std::size_t found_at = 0;          // of the thresholds tried, at how many it is found
};

struct Thread {
  std::vector<Sighting> seen;             // ascending by edition
  std::optional<std::size_t> split_from;  // a thread
  std::optional<std::size_t> merged_into;
};

struct ThresholdCounts {
  double threshold = 0.0;
  std::vector<std::size_t> events;  // by BlocEvent
};

struct LifeCycle {
  double threshold = 0.0;
  std::vector<BlocChange> changes;  // by edition, event, blocs
  std::vector<Thread> threads;
  std::vector<ThresholdCounts> sweep;
  std::optional<double> stable_share;  // of events found at any threshold, those found at all
};

struct Blocs {
  std::string method;  // how communities were found
  std::size_t runs = 0;
  std::size_t permutations = 0;
  std::vector<EditionBlocs> editions;
  std::vector<BlocStep> steps;
  LifeCycle life;
};

}  // namespace summitry
