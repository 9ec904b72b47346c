// Selection: which entities and relations make a Graph. select() is the only bridge from the users'
// words to the mathematics.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/date.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"

namespace summitry {

enum class Parallel { keep, merge };  // merged weights add up
// Containers: `none` leaves a container (the EU) an actor of its own and its members theirs, so that
// nobody counts twice; `members` hands its relations down to the members of that date that have none
// of the same type to the same target; `container` lifts the members' relations to it.
enum class RollUp { none, members, container };
enum class Isolates { automatic, keep, drop };  // automatic: drop with at, from or to, else keep

struct Selection {
  std::vector<std::string> kinds;      // empty: all
  std::vector<std::string> relations;  // relation types; empty: all
  std::vector<Status> statuses = {Status::realised};
  Confidence least_confidence = Confidence::secondary;
  std::string at;            // a summit's id: only relations that belong to it; empty: all
  std::optional<Date> from;  // only relations whose interval overlaps [from, to]
  std::optional<Date> to;
  std::optional<Direction> direction;  // nothing: as the data set says
  std::string weights;  // "" none, "weight", "amount" or a number column of relations
  WeightMeaning meaning =
      WeightMeaning::none;  // strength when weights are named and nothing is said
  Parallel parallel = Parallel::merge;
  RollUp roll_up = RollUp::none;
  std::vector<std::string> containers;  // which containers to roll up; empty: all declared
  Isolates isolates = Isolates::automatic;
};

// Vertices in order of entity (so bytewise by id). A relation without a value in the weight column
// weighs 1. A relation that only has `from` is an event of that date. Relations with an interval that is unknown are left out when
// from or to is given.
// Throws UnknownName for a kind, relation type, summit, container or column that the Network does not
// have, InvalidWeight for a negative weight or amounts in several currencies, and InvalidOption for a
// roll-up to containers that share a member.
[[nodiscard]] Graph select(const Network& network, const Selection& selection = {});

// Which relations a selection takes, in order: what select() counts, for tables and reports.
[[nodiscard]] std::vector<RelationIndex> selected_relations(const Network& network,
                                                            const Selection& selection);

// The selection in words, by option name: ("kinds", "country,initiative"), … Only what differs from
// the default or must always be said (statuses, confidence, direction, weights).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> describe(const Network& network,
                                                                        const Selection& selection);

}  // namespace summitry
