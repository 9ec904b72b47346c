// What somebody who installed Summitry writes first: load, select, measure, save.
#include <iostream>

#include "algorithms/centrality/walks/pagerank.hpp"
#include "engine/selection.hpp"
#include "exporters/save.hpp"
#include "loaders/load.hpp"

int main(int, char** argv) {
  const summitry::Network network = summitry::load(argv[1]);
  const summitry::Graph graph = summitry::select(network);
  std::cout << summitry::pagerank(graph).values.size() << " vertices\n";
  summitry::save(argv[2], summitry::exporter_for(argv[2]), {.network = network, .graph = graph});
}
