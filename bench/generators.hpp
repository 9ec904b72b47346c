// Random graphs that the benchmark measures on: the same from a seed on every machine. All are
// undirected and simple, without isolated vertices, their numbers and lines in random order.
#pragma once

#include <cstdint>

#include "bench/edges.hpp"

namespace summitry::bench {

// R-MAT: a pair by `scale` choices of a quarter with chances .57, .19, .19, .05; edge factor 16.
// Chakrabarti, Zhan & Faloutsos 2004, doi:10.1137/1.9781611972740.43; parameters of Graph500.
[[nodiscard]] EdgeList rmat(unsigned scale, std::uint64_t seed);

// Each vertex after the first joins `each` others, chosen by degree.
// Barabási & Albert 1999, doi:10.1126/science.286.5439.509.
[[nodiscard]] EdgeList barabasi_albert(VertexId vertices, unsigned each, std::uint64_t seed);

}  // namespace summitry::bench
