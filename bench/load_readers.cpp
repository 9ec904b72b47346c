#include "bench/load_readers.hpp"

#include <igraph/igraph.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "engine/error.hpp"
#include "loaders/edge_graph.hpp"
#include "loaders/load.hpp"

namespace summitry::bench {
namespace {

void nothing(const std::string&, int, const Done& done) {
  done({});
}

void our_graph(const std::string& path, int threads, const Done& done) {
  const Graph graph = read_edge_graph(path, {}, {.threads = threads});
  done({graph.vertex_count(), graph.edge_count()});
}

void our_network(const std::string& path, int threads, const Done& done) {
  const Network network = load(path, {.threads = threads});
  done({network.entities().size(), network.relation_count()});
}

// The way of NetworKit's EdgeListReader: line by line into a heap vector for each vertex, both ways.
void vectors(const std::string& path, int, const Done& done) {
  std::ifstream file(path);
  std::vector<std::vector<std::uint64_t>> neighbours;
  std::size_t edges = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    char* end = nullptr;
    const std::uint64_t u = std::strtoull(line.c_str(), &end, 10);
    const std::uint64_t v = std::strtoull(end, nullptr, 10);
    if (std::max(u, v) >= neighbours.size()) neighbours.resize(std::max(u, v) + 1);
    neighbours[u].push_back(v);
    if (u != v) neighbours[v].push_back(u);
    ++edges;
  }
  done({neighbours.size(), edges});
}

template <class Read>
void by_igraph(const std::string& path, const Done& done, const Read& read) {
  igraph_t graph;
  std::FILE* file = std::fopen(path.c_str(), "r");
  if (file == nullptr) throw Error("cannot read " + path);
  igraph_set_attribute_table(&igraph_cattribute_table);
  igraph_set_warning_handler(igraph_warning_handler_ignore);
  read(&graph, file);
  std::fclose(file);
  done({static_cast<std::size_t>(igraph_vcount(&graph)),
        static_cast<std::size_t>(igraph_ecount(&graph))});
  igraph_destroy(&graph);
}

void igraph_edges(const std::string& path, int, const Done& done) {
  by_igraph(path, done, [](igraph_t* graph, std::FILE* file) {
    igraph_read_graph_edgelist(graph, file, 0, IGRAPH_UNDIRECTED);
  });
}

void igraph_names(const std::string& path, int, const Done& done) {
  by_igraph(path + ".ncol", done, [](igraph_t* graph, std::FILE* file) {
    igraph_read_graph_ncol(graph, file, nullptr, 1, IGRAPH_ADD_WEIGHTS_NO, IGRAPH_UNDIRECTED);
  });
}

void igraph_graphml(const std::string& path, int, const Done& done) {
  by_igraph(path, done,
            [](igraph_t* graph, std::FILE* file) { igraph_read_graph_graphml(graph, file, 0); });
}

}  // namespace

std::vector<LoadReader> load_readers() {
  return {
      {"nobody", "edges", 1, nothing},
      {"summitry, Graph", "edges", 1, our_graph},
      {"summitry, Graph", "edges", 2, our_graph},
      {"summitry, Network", "edges", 1, our_network},
      {"summitry, Network", "edges", 2, our_network},
      {"igraph", "edges", 1, igraph_edges},
      {"a vector a vertex, as NetworKit", "edges", 1, vectors},
      {"graph-tool", "edges", 1, nullptr, "graph-tool"},
      {"summitry, Network", "names", 1, our_network},
      {"summitry, Network", "names", 2, our_network},
      {"igraph, NCOL", "names", 1, igraph_names},
      {"graph-tool", "names", 1, nullptr, "graph-tool"},
      {"summitry, Network", "graphml", 1, our_network},
      {"igraph", "graphml", 1, igraph_graphml},
      {"graph-tool", "graphml", 1, nullptr, "graph-tool"},
      {"NetworkX", "graphml", 1, nullptr, "networkx"},
      {"summitry, Network", "gexf", 1, our_network},
      {"NetworkX", "gexf", 1, nullptr, "networkx"},
      {"summitry, Network", "small", 1, our_network},
      {"NetworkX", "small", 1, nullptr, "networkx"},
  };
}

}  // namespace summitry::bench
