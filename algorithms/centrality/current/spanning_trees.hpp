// Random spanning trees of a component, each with a chance in proportion to the product of its
// conductances, and how many of them hold each wire.
//
// Cost       a tree costs the mean time in which a walk commutes to the hub: O(n) steps on social
//            networks, O(n^2) on a long path
// Method     Wilson 1996, doi:10.1145/237814.237880: walks whose loops are erased, from each vertex
//            to what is there of the tree, beginning with the hub
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/centrality/circuits/resistance.hpp"
#include "engine/run.hpp"

namespace summitry {

// For each wire the share of `trees` trees that hold it. Tree i is drawn from (run.seed, i).
[[nodiscard]] std::vector<double> tree_shares(const Component& component,
                                              std::span<const Wire> wires, std::size_t trees,
                                              const Run& run);

}  // namespace summitry
