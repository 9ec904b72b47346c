// Transitions: what continuity over a Series yields. Plain data, so that exporters and algorithms
// stay strangers. Everything counts entities named in the data ("named only"): rosters may be
// incomplete, and `declared` says by how much where a source tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/network.hpp"
#include "engine/null_test.hpp"
#include "engine/persistence.hpp"
#include "engine/roster_figures.hpp"

namespace summitry {

struct Edition {
  EntityIndex summit = kNone;
  std::vector<EntityIndex> participants;  // ascending
  std::size_t entered = 0;                // not at the edition before (all, at the first)
  std::size_t returned = 0;               // absent at the edition before, present at an earlier one
  std::size_t left = 0;                   // at the edition before and not here
  std::size_t inferred = 0;  // participants whose every relation is inferred, not observed
};

// Two editions side by side; a = participants of `from`, b = of `to`, x = of both.
struct Transition {
  std::size_t from = 0;  // position in editions
  std::size_t to = 0;
  std::size_t retained = 0;  // x
  std::size_t entered = 0;   // b - x
  std::size_t left = 0;      // a - x
  // Ratios are missing where the denominator is 0.
  std::optional<double> retention;    // x / a
  std::optional<double> inheritance;  // x / b
  std::optional<double> entry;        // 1 - inheritance
  std::optional<double> exit;         // 1 - retention
  std::optional<double> jaccard;      // x / (a + b - x)
  std::optional<double> sorensen;     // 2x / (a + b)
  std::optional<double> overlap;      // x / min(a, b)
  std::optional<double> turnover;     // 1 - sorensen
  std::optional<double> kulczynski;   // mean of retention and inheritance
  std::optional<double> ruzicka;      // weighted by rank of role: sum of minima / sum of maxima
  // Baselga 2010: dissimilarity = replacement + growth.
  std::optional<double> dissimilarity;         // beta_sor
  std::optional<double> replacement;           // beta_sim
  std::optional<double> growth;                // beta_nes
  std::optional<double> return_after_absence;  // of those seen before `from` but not at it
  // Against the null model; missing when there is none or it is undefined.
  std::size_t universe = 0;  // N of the hypergeometric expectation
  std::optional<double> expected_retained;
  std::optional<double> expected_sd;
  std::optional<double> z;
  std::optional<double> p_value;        // one-sided: at least this overlap
  bool exact = false;                   // the expectation is computed, not sampled
  std::optional<OverlapBounds> bounds;  // where sources declare sizes of both rosters
};

// Participants of one kind, or by one type of relation, or all: figures of this part of every roster.
struct RosterGroup {
  std::string by;                      // all, kind, type, or "type and kind"
  std::string value;                   // "", "country", "signed", "signed, country"
  std::vector<std::size_t> sizes;      // by edition
  std::vector<DeclaredSize> declared;  // by edition
  std::vector<Transition> pairs;       // every earlier and later edition
  MultiEdition together;
};

struct Attendance {
  EntityIndex entity = kNone;
  std::vector<std::size_t> editions;  // positions, ascending
  std::size_t streak = 0;             // longest run of consecutive editions
};

struct HostLink {
  std::size_t edition = 0;
  std::vector<EntityIndex> hosts;
  std::vector<EntityIndex> co_hosts;
  std::vector<EntityIndex> chairs;       // chairs and co-chairs that are neither host nor co-host
  std::vector<EntityIndex> named_next;   // next hosts named at this edition
  std::optional<bool> kept;              // whether one of them hosted the next; missing: not yet
  std::optional<std::int32_t> gap_days;  // since the end of the edition before
  std::vector<EntityIndex> handover;     // co-hosts or co-chairs here that host the next
  std::vector<RelationIndex> relations;  // the evidence
};

// An initiative (or document) announced at one edition and taken up at a later one.
struct Uptake {
  EntityIndex initiative = kNone;
  std::size_t announced = 0;             // position of the edition
  std::size_t taken_up = 0;              // position of a later edition
  EntityIndex through = kNone;           // the successor or document that carries it; kNone: itself
  std::vector<RelationIndex> relations;  // the evidence at the later edition
};

// Announced at an edition but the last, and not seen at a later one. That is no proof of its end.
struct NotTakenUp {
  EntityIndex initiative = kNone;
  std::size_t announced = 0;
};

struct Continuity {
  std::string series;
  std::vector<std::string> participation;  // relation types counted
  std::vector<std::string> kinds;          // kinds counted; empty: all
  std::string null_model;                  // hypergeometric, curveball, none
  std::size_t samples = 0;                 // of a sampled null model
  std::uint64_t seed = 0;
  std::vector<Edition> editions;
  std::vector<Transition> transitions;  // neighbours, in order
  std::vector<Transition> all_pairs;    // every earlier/later pair, by from, then to
  std::vector<Attendance> entities;     // by entity; whoever took part at least once
  std::vector<RosterGroup> groups;      // all participants first
  LifeOfSeries life;
  std::string strata;                    // "" or the column within which rosters are dealt again
  std::vector<NullTest> tests;           // by family; the first family is the null model asked for
  Mixing mixing;                         // of the sampled null model
  std::vector<HostLink> hosts;           // one an edition
  std::vector<Uptake> uptakes;           // by announced, initiative, taken_up
  std::vector<NotTakenUp> not_taken_up;  // by announced, initiative
  // Positions, blocs, work and hosting, where they were asked for.
  std::optional<Persistence> persistence;
};

}  // namespace summitry
