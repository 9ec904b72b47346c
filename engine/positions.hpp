// Positions: who is joined to whom at each edition of a series, and whether that, and the ranks that
// follow from it, carry over to the next. Plain data, as engine/transitions.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/network.hpp"
#include "engine/null_test.hpp"

namespace summitry {

// The graph of one edition, in figures.
struct EditionFigures {
  std::size_t participants = 0;
  std::size_t joined = 0;  // participants with an edge
  std::size_t edges = 0;
  std::size_t works = 0;      // what two participants or more share
  std::size_t left_out = 0;   // of these, shared by too many to be counted
  std::size_t relations = 0;  // behind the edges
};

// What a figure becomes when the claims behind it are drawn again.
struct Spread {
  std::optional<double> low;   // 2.5 % of the replicates lie below
  std::optional<double> high;  // 2.5 % lie above
  std::size_t replicates = 0;  // in which the figure was defined
  // Over all graphs that lack one source.
  std::optional<double> source_low;
  std::optional<double> source_high;
};

// Edges of two editions side by side, among those who took part in both.
struct EdgeStep {
  std::size_t from = 0;  // position in editions
  std::size_t to = 0;
  std::size_t common = 0;  // participants of both
  std::size_t before = 0;  // edges among them
  std::size_t after = 0;
  std::size_t kept = 0;
  std::size_t formed = 0;
  std::size_t dissolved = 0;
  std::size_t hamming = 0;              // formed + dissolved
  std::optional<double> hamming_share;  // of all pairs
  std::optional<double> jaccard;        // kept / (kept + formed + dissolved)
  std::optional<double> jaccard_all;    // the same over all edges of both editions
  std::optional<double> persistence;    // p(1|1): kept / before
  std::optional<double> formation;      // p(1|0): formed / pairs that were not joined
  Spread jaccard_spread;
  Spread persistence_spread;
  NullTest qap;
};

struct Overlap {
  std::size_t k = 0;
  std::size_t before = 0;  // k and whoever ties with the last of them
  std::size_t after = 0;
  std::size_t shared = 0;
  double expected = 0.0;  // before * after / common
};

// Ranks at two editions, of those who took part in both.
struct RankStep {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t common = 0;
  std::optional<double> tau_b;
  std::optional<double> rho;
  // Rank-biased overlap of the whole rosters, of whatever lengths.
  std::optional<double> overlap_minimum;
  std::optional<double> overlap_residual;
  std::optional<double> overlap_extrapolated;
  std::optional<Overlap> top;
  // Of the common, by quarter at `from` (row) and at `to` (column); the first is the top one.
  std::array<std::array<std::size_t, 4>, 4> mobility{};
  Spread tau_b_spread;
  std::vector<NullTest> tests;  // of tau_b, rho and top
};

// An entity's place at an edition. Ranks from 1, the best; equal values share the smallest.
struct Standing {
  EntityIndex entity = kNone;
  std::size_t edition = 0;
  double value = 0.0;
  std::size_t rank = 0;
  // Over replicates in which it took part (2.5 and 97.5 %), and how many of them it did.
  std::optional<double> low;
  std::optional<double> high;
  std::size_t present = 0;
  // Over graphs that lack one source; `lost`: some single source carries its participation.
  std::optional<std::size_t> source_best;
  std::optional<std::size_t> source_worst;
  bool lost = false;
};

struct Positions {
  std::string joined_by;  // shared, direct or either
  std::string measure;    // of the catalogue, that ranks
  std::size_t permutations = 0;
  std::size_t replicates = 0;  // that were made: for large graphs fewer than asked for
  std::size_t dropped_sources =
      0;  // left out one at a time; 0 too where there are too many for that
  double official_reliability = 0.0;
  double secondary_reliability = 0.0;
  double unverified_reliability = 0.0;
  double overlap_p = 0.0;  // of rank-biased overlap
  std::vector<EditionFigures> editions;
  std::vector<EdgeStep> edges;  // neighbours, in order
  std::vector<RankStep> ranks;
  std::vector<Standing> places;  // by entity, then edition
};

}  // namespace summitry
