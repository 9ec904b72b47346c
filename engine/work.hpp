// Work: what a series sets up, and whether it goes on: lineages of initiatives and texts, agendas,
// and commitments. Plain data, as engine/transitions.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/network.hpp"
#include "engine/null_test.hpp"
#include "engine/share_interval.hpp"
#include "engine/survival.hpp"

namespace summitry {

// One thing grew out of another.
struct Descent {
  EntityIndex older = kNone;
  EntityIndex younger = kNone;
  RelationIndex relation = kNone;  // the evidence, which names the type
  double paths = 0.0;              // search path count: source-to-sink paths through it
};

// Something with a place in the lineage: set up at an edition, or with an ancestor or a descendant.
struct LineageMember {
  EntityIndex entity = kNone;
  std::optional<std::size_t> launched;  // the first edition at which it was announced or launched
  std::vector<std::size_t> seen;        // editions at which it was launched, renewed, reported, …
  std::optional<std::size_t> depth;     // longest line of ancestors; missing where there is a cycle
  std::size_t children = 0;             // what grew directly out of it
  // Editions from the launch on at which it, or what grew out of it, is seen, comes up or is taken up.
  std::vector<std::size_t> alive;
};

// What was set up at an edition, and what became of it by the next.
struct LineageStep {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t launched = 0;           // at `from`
  std::size_t carried = 0;            // of these, with a descendant, seen or taken up by `to`
  std::optional<double> orphan_rate;  // 1 - carried / launched
  std::optional<ShareInterval> orphan_interval;
  std::size_t launched_next = 0;      // at `to`
  std::size_t inherited = 0;          // of these, with an ancestor seen at `from`
  std::optional<double> inheritance;  // inherited / launched_next
  std::optional<ShareInterval> inheritance_interval;
};

// How long what was launched shows signs of life, in editions since the launch.
struct WorkSurvival {
  std::size_t missed = 1;  // editions without a sign, in a row, that end it
  SurvivalCurve all;
  std::vector<SurvivalCurve> by_kind;  // by name; none where all are of one kind
};

struct Lineage {
  std::vector<Counted> types;  // relation types found, by name
  std::vector<Descent> descents;
  std::vector<LineageMember> members;  // by entity
  std::vector<LineageStep> steps;      // neighbours, in order
  WorkSurvival survival;
  std::vector<EntityIndex> cycle;      // one, where there is any: nothing can descend from itself
  std::optional<std::size_t> depth;    // of the longest line
  std::vector<EntityIndex> longest;    // a line of that depth, the oldest first
  std::vector<EntityIndex> main_path;  // the heaviest by search path count, the oldest first
};

struct ThemeShare {
  std::string theme;
  double share = 0.0;
};

struct EditionAgenda {
  std::size_t works = 0;           // texts and initiatives of the edition, and the summit itself
  std::size_t themed = 0;          // of these, with a theme
  std::vector<ThemeShare> themes;  // by falling share, then name
};

struct AgendaStep {
  std::size_t from = 0;
  std::size_t to = 0;
  std::optional<double> distance;  // Jensen-Shannon, base 2, in [0, 1]
  std::vector<std::string> kept;
  std::vector<std::string> added;
  std::vector<std::string> dropped;
  NullTest test;
};

struct Agenda {
  std::vector<EditionAgenda> editions;
  std::vector<AgendaStep> steps;
};

// Scores of commitments: kept (+1), partly (0), not kept (-1).
struct FollowThrough {
  std::size_t obligations = 0;  // pairs of an entity and what it committed itself to
  std::size_t known = 0;        // of these, with a score
  std::size_t kept = 0;
  std::size_t partly = 0;
  std::size_t broken = 0;
  std::optional<double> coverage;                    // known / obligations
  std::optional<double> mean;                        // in [-1, 1], of the known
  std::optional<double> percentage;                  // 100 (mean + 1) / 2
  std::optional<ShareInterval> percentage_interval;  // in per cent
  // Of pairs scored both in the interim and in the end.
  std::size_t compared = 0;
  std::size_t improved = 0;
  std::size_t worsened = 0;
  std::optional<double> change;  // mean of final - interim
  // Days from the end of the edition to the first dated evidence of a score above -1.
  std::size_t dated = 0;
  std::optional<double> median_lag;
  std::optional<std::int32_t> least_lag;
  std::optional<std::int32_t> greatest_lag;
};

struct CommitmentScore {
  EntityIndex entity = kNone;
  EntityIndex commitment = kNone;
  std::size_t edition = 0;
  std::optional<double> score;           // mean over coders; missing: unknown
  std::vector<RelationIndex> relations;  // the evidence
};

struct CoderAgreement {
  std::vector<std::string> coders;
  std::size_t pairs = 0;        // scored by two or more
  std::optional<double> kappa;  // Cohen's, where there are exactly two
  std::optional<double> alpha;  // Krippendorff's, nominal
  std::optional<double> alpha_ordinal;
};

struct Commitments {
  FollowThrough overall;
  std::vector<FollowThrough> editions;  // by edition at which they were made
  std::vector<CommitmentScore> scores;  // by entity, commitment
  CoderAgreement coders;
};

struct FollowUp {
  Lineage lineage;
  Agenda agenda;
  Commitments commitments;
};

}  // namespace summitry
