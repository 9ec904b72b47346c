// Several runs of a community method with different seeds, shared out over threads.
//
// Gives      partitions in the order of the runs: the first has run.seed, the others seeds made from
//            it, whatever the number of threads
// Cost       runs times the method's
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/catalogue.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

// How many runs are made unasked: 100 for up to 20,000 vertices and edges, then fewer in proportion,
// never less than 10; for a dear method (effort) as if the graph were so much larger; 1 where chance
// has no part.
[[nodiscard]] std::size_t runs_for(const Graph& graph, const CommunityMethod& method);
// The same of so many vertices and edges, and chance.
[[nodiscard]] std::size_t runs_for(double size);

// The seed of one of several runs, counted from 0: the first has run.seed.
[[nodiscard]] std::uint64_t seed_of(const Run& run, std::size_t index);
// That run, with one thread.
[[nodiscard]] Run single_run(const Run& run, std::size_t index);

// Throws InvalidOption, in the name of `function`, for less than 1 and for more than can be compared with
// each other and held: 10,000, and of more than 100,000 vertices as many as have a billion labels.
void check_runs(std::string_view function, std::size_t runs, std::size_t vertices);

// Throws as the method does.
[[nodiscard]] std::vector<Partition> run_many(const CommunityMethod& method, const Graph& graph,
                                              const Parameters& parameters, std::size_t runs,
                                              const Run& run);

// The earliest of the highest quality. At least one partition.
[[nodiscard]] std::size_t best_of(std::span<const Partition> partitions);

// The different ones among them, by the run that found each first.
struct Variant {
  std::size_t run = 0;   // the first that ended there
  std::size_t runs = 0;  // how many did
};
[[nodiscard]] std::vector<Variant> variants_of(std::span<const Partition> partitions);

}  // namespace summitry::communities
