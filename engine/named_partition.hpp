// NamedPartition: communities with the method that found them, what each is made of, and how far
// they can be trusted. Aligned with a Graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/truth.hpp"

namespace summitry {

// Parameters in words, in a fixed order: ("damping", "0.85"), …
using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Community {
  std::vector<VertexId> members;  // ascending
  double internal = 0.0;          // edges (or weight) inside
  double conductance = 0.0;       // share of the edge ends that leave; 0 when nothing leaves
};

// Something that members of a community have more often than chance would give them.
struct Trait {
  enum class Of : std::uint8_t { attribute, tied_to, tied_from };
  Of of = Of::attribute;
  std::string column;       // kind, subtype, a column of the data, or the type of the relation
  std::string value;        // of the attribute, or the name of the entity at the other end
  std::string entity;       // that entity's id; "" for an attribute
  std::size_t inside = 0;   // members that have it
  std::size_t size = 0;     // vertices that have it
  double expected = 0.0;    // members that would have it by chance
  double p = 1.0;           // of at least so many inside
  double p_adjusted = 1.0;  // for all communities and traits that were looked at
};

struct Description {
  std::string name;                   // "signatories of Paris Statement", "around France and India"
  std::vector<VertexId> top_members;  // by weight inside the community, largest first
  std::vector<Trait> traits;          // significant ones, most surprising first
  bool named_by_trait = false;        // what members have in common; else whom they are around
};

// Two vertices, first < second, and the share of the runs that put them into one community.
struct Together {
  VertexId first = 0;
  VertexId second = 0;
  double share = 0.0;
};

// All pairs that are together in at least `from` of the runs, by first and second.
struct CoMembership {
  double from = 0.0;
  std::size_t runs = 0;
  std::vector<Together> pairs;
};

// Partitions that are nearly the same, and how many runs ended in one of them.
struct Solution {
  std::size_t runs = 0;
  std::size_t distinct = 0;       // different partitions among them
  std::uint32_t communities = 0;  // of the best of them, as are the two below
  double quality = 0.0;
  double distance = 0.0;  // variation of information / log n, from the partition that is kept
};

// The qualities of single runs beside those on random graphs of the same degrees.
struct BeyondChance {
  std::size_t samples = 0;
  double observed = 0.0;  // median of the runs
  double mean = 0.0;      // of the random graphs
  double sd = 0.0;
  std::optional<double> z;  // nothing where the random graphs do not differ
  double p = 1.0;           // (1 + samples that reach the observed) / (1 + samples)
};

struct NamedPartition {
  std::string name;  // leiden, louvain, …
  std::string title;
  std::string reference;
  Parameters parameters;
  std::string quality_name;  // modularity, cpm, …
  bool random = true;        // whether the method depends on chance; one run tells all where not
  Partition partition;
  double modularity = 0.0;
  std::vector<Community> communities;
  // Over several runs with different seeds; nothing for one run.
  struct Stability {
    std::size_t runs = 0;
    double mean_agreement = 0.0;  // mean adjusted Rand index over pairs of runs
    double quality_min = 0.0;
    double quality_max = 0.0;
    std::size_t distinct = 0;  // how many different partitions
    std::vector<double>
        confidence;              // by vertex: mean share of runs that keep it with its community
    bool stable = false;         // mean_agreement >= 0.9
    double quality_lower = 0.0;  // quartiles and standard deviation
    double quality_median = 0.0;
    double quality_upper = 0.0;
    double quality_sd = 0.0;
    std::vector<VertexId> wavering;  // confidence < 0.75, the least sure first
    // Variation of information / log n from the partition kept to those of the runs.
    double distance_nearest = 0.0;  // to the nearest that is another; 0 when there is none
    double distance_mean = 0.0;
    double distance_farthest = 0.0;
    std::vector<Solution> solutions;            // that of the kept partition first, then by runs
    std::optional<double> consensus_agreement;  // adjusted Rand index of best and consensus
  };
  std::optional<Stability> stability;
  std::string kept = "best";                  // of the runs; or consensus
  std::vector<Description> descriptions;      // by community; empty: none were made
  std::optional<CoMembership> together;       // where it was asked for or is small
  std::optional<BeyondChance> beyond_chance;  // where it was asked for
  std::vector<CommunityScores> scores;        // by community; empty unless asked for
  std::optional<TruthComparison> truth;       // where it was asked for
};

}  // namespace summitry
