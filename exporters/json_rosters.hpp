// The parts of a continuity document that are about rosters: pairs of editions, groups of participants,
// how long they stay, and the tests against chance.
#pragma once

#include "engine/network.hpp"
#include "engine/transitions.hpp"
#include "exporters/json_writer.hpp"

namespace summitry {

// The fields of an object that has been begun.
void write_transition(JsonWriter& json, const Network& network, const Continuity& continuity,
                      const Transition& transition);

// "groups", "life", "tests" and "mixing".
void write_rosters(JsonWriter& json, const Network& network, const Continuity& continuity);

}  // namespace summitry
