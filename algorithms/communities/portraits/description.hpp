// What each community is, in words: its leading members, what they have in common more often than
// chance would give it to them, and a short name made from that.
//
//   p = P(X >= inside)    X hypergeometric: `members` drawn from the graph's n, of which `size` have it
//
// Reads      kind, subtype and the columns of entities; relations to entities of another kind, whether
//            or not these are in the graph; edges inside communities, with their weights
// Gives      by community: up to five members by weight of their edges inside (of equals the smallest
//            id); the significant traits, most surprising first, ten at most; a name. Looked at are
//            traits of three entities or more but not of all, in communities of three or more; a
//            missing value counts as not having it.
//            The name comes from the significant trait that fits best (largest inside^2 / (members *
//            size)) of those that half of the members have: of a relation as what they do ("signatories
//            of X"), or "around X" where there is no word for it; to a kind or subtype the first member
//            is added ("countries around A"). Without any: "around A and B", the first two members.
// Cost       O(m + entities * columns + relations, times the logarithm of the traits)
// Method     hypergeometric test of over-representation (Fisher 1935), adjusted over all pairs of
//            community and trait by Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
//            Communities are made from relations, so that traits by relation are no surprise in
//            themselves: p says which describe a community, not whether it exists.
// See also   traits.hpp, detect.hpp
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"
#include "engine/partition.hpp"

namespace summitry {

struct DescriptionOptions {
  double significance = 0.05;    // in (0, 1); adjusted p below it makes a trait
  std::size_t top_members = 5;   // at most
  std::size_t most_traits = 10;  // at most
  std::size_t most_values = 60;  // a column with more different ones is left out
};

// `relations`: those that may be told of, such as selected_relations(). In the order of the
// partition's numbers. Throws InvalidOption for an option out of its range or a partition of another
// graph.
[[nodiscard]] std::vector<Description> community_descriptions(
    const Network& network, const Graph& graph, const Partition& partition,
    std::span<const RelationIndex> relations, const DescriptionOptions& options = {});

}  // namespace summitry
