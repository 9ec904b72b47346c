// A measure of every component as if there were no other: distances, normalisations and leading
// eigenvectors are then those of each component by itself.
//
// Reads      weak components, whatever the measure
// Gives      the values of each component's own Graph, put together; it converged when all did
// Cost       the measure's own on each component, and O(n + m)
#pragma once

#include "algorithms/catalogue.hpp"
#include "engine/graph.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"

namespace summitry {

// Adds ("per-component", "yes") to the parameters. Throws what compute() throws, and InvalidOption for
// an option that names vertices of the whole Graph.
[[nodiscard]] NamedScores compute_per_component(const Measure& measure, const Graph& graph,
                                                const Parameters& given = {}, const Run& run = {});

}  // namespace summitry
