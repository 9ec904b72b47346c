// The tables of a report: each is one question that readers ask, with its evidence.
#pragma once

#include "engine/network.hpp"
#include "engine/selection.hpp"
#include "engine/table.hpp"
#include "engine/transitions.hpp"

namespace summitry::cli {

// Who took part: id, kind, name, a column an edition (1 or 0), how often, the longest streak.
[[nodiscard]] Table participants_table(const Network& network, const Continuity& continuity);
// Who hosted, co-hosted and chaired, whom they named next, and whether that was kept.
[[nodiscard]] Table hosts_table(const Network& network, const Continuity& continuity);
// Initiatives and documents: where announced, where taken up again (empty: nowhere yet), by what.
[[nodiscard]] Table initiatives_table(const Network& network, const Continuity& continuity);
// The relations that a selection takes, with their sources.
[[nodiscard]] Table relations_table(const Network& network,
                                    const std::vector<RelationIndex>& relations);
// Relations that were declined or withdrawn, unless unverified.
[[nodiscard]] std::vector<RelationIndex> refused_relations(const Network& network);
// Every claim about an attribute on which sources disagree, the preferred one first.
[[nodiscard]] Table contradictions_table(const Network& network);
[[nodiscard]] Table sources_table(const Network& network);

}  // namespace summitry::cli
