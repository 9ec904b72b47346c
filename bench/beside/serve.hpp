// What a program of this folder does with its contender: answers bench_centrality and
// bench_communities through a pipe, in the way that bench/peers.py states.
#pragma once

#include "bench/contender.hpp"

namespace summitry::bench {

struct Peer {
  Contender (*contender)(const Subject& subject);
  // Reads an edge list in the peer's own way; null where it has none.
  Answer (*read)(const std::string& path, Direction direction, int threads);
};

// PROGRAM FILE directed|undirected answers until its input ends; with a further word "reading" it
// reads the graph and ends, so that its peak memory can be told. Gives the exit code.
[[nodiscard]] int serve(int argc, char** argv, const Peer& peer);

}  // namespace summitry::bench
