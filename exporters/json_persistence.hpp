// Positions, blocs, work and hosting as parts of the JSON on continuity.
#pragma once

#include "engine/transitions.hpp"
#include "exporters/json_writer.hpp"

namespace summitry {

// "statistic", "observed", "mean", … of a test, in an object of its own on one line.
void write_null_test(JsonWriter& json, const NullTest& test);

// "positions" and "blocs"; then "lineage", "agenda", "commitments" and "hosting", in an object that
// has been begun. Editions are named by their ids.
void write_positions(JsonWriter& json, const Network& network, const Continuity& continuity);
void write_work(JsonWriter& json, const Network& network, const Continuity& continuity);

// The name of an event in the life of a bloc.
[[nodiscard]] std::string_view to_string(BlocEvent event);

}  // namespace summitry
