// The parts of a continuity document that are about rosters: pairs of editions, groups of participants,
// how long they stay, and the tests against chance.
#pragma once

#include <vector>

#include "engine/network.hpp"
#include "engine/survival.hpp"
#include "engine/transitions.hpp"
#include "exporters/json_writer.hpp"

namespace summitry {

// The fields of an object that has been begun.
void write_transition(JsonWriter& json, const Network& network, const Continuity& continuity,
                      const Transition& transition);

// A life table in an object of its own; several under one key.
void write_curve(JsonWriter& json, const SurvivalCurve& curve);
void write_curves(JsonWriter& json, const char* key, const std::vector<SurvivalCurve>& curves);

// "groups", "life", "tests" and "mixing".
void write_rosters(JsonWriter& json, const Network& network, const Continuity& continuity);

}  // namespace summitry
