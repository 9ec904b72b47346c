// Communities compared with known groups, and scored one by one, as parts of a JSON document.
#pragma once

#include "engine/results.hpp"
#include "exporters/json_writer.hpp"

namespace summitry {

// "scores": how each community stands out; left out where they were not asked for.
void write_scores(JsonWriter& json, const NamedPartition& partition);
// "truth": the agreement with an attribute; left out where it was not asked for.
void write_truth(JsonWriter& json, const NamedPartition& partition);

}  // namespace summitry
