// What several JSON documents begin with.
#pragma once

#include <string_view>

#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"
#include "exporters/json_writer.hpp"

namespace summitry {

void write_program(JsonWriter& json);
void write_dataset(JsonWriter& json, const Network& network);
void write_parameters(JsonWriter& json, std::string_view key, const Parameters& parameters);
// "summitry", "dataset", "selection", "options" and "command" of a result.
void write_head(JsonWriter& json, const Network& network, const Provenance& provenance);
// "graph": how many vertices and edges, and how they are read.
void write_graph(JsonWriter& json, const Graph& graph);
void write_convergence(JsonWriter& json, const std::optional<Convergence>& convergence);
// "id", "kind", "name" of an object that has been begun.
void write_identity(JsonWriter& json, const Entity& entity);
// The fields of how far runs agree, but for who wavers.
void write_agreement(JsonWriter& json, const NamedPartition::Stability& stability);

}  // namespace summitry
