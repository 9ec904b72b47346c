// Who took part in each edition of a series, and who came, came back and left.
//
// Reads      as continuity.hpp says
// Gives      an Edition for each edition of the series, in its order, participants ascending
// Cost       O(relations + participants)
// Method     set arithmetic; the rule for participants is the series' own (`participation`)
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/continuity/evidence.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct RosterRule {
  std::vector<std::string> participation;  // relation types
  std::vector<std::string> kinds;          // empty: all
  Evidence evidence;
};

// The edition at which a relation makes its source a participant, or nothing.
[[nodiscard]] std::optional<std::size_t> edition_of_participant(const Network& network,
                                                                const EditionIndex& editions,
                                                                const Relation& relation,
                                                                const RosterRule& rule);

[[nodiscard]] std::vector<Edition> rosters(const Network& network, const Series& series,
                                           const RosterRule& rule);

// Entities of these kinds (empty: all) that a series can count as participants: no summits, no documents.
[[nodiscard]] std::size_t eligible_count(const Network& network,
                                         const std::vector<std::string>& kinds);

// Throw UnknownName, with the nearest known one, for what the Network does not have.
void require_relation_types(const Network& network, const std::vector<std::string>& types);
void require_kinds(const Network& network, const std::vector<std::string>& kinds);

// By entity: whoever took part at least once.
[[nodiscard]] std::vector<Attendance> attendance(const std::vector<Edition>& editions);

}  // namespace summitry
