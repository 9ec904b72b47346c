// What is measured: the measures of the catalogue, by name, and what has no entry there.
#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "algorithms/catalogue.hpp"
#include "algorithms/centrality/distances/top.hpp"
#include "algorithms/centrality/leading/hits.hpp"
#include "algorithms/centrality/sampled/approximate_betweenness.hpp"
#include "algorithms/centrality/sampled/sampled_betweenness.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/structure/searches/distances.hpp"
#include "bench/contender.hpp"
#include "loaders/edge_graph.hpp"

namespace summitry::bench {
namespace {

Graph graph_of(const Subject& subject, WeightMeaning meaning) {
  GraphParts parts;
  parts.vertices = subject.list.vertices;
  parts.direction = subject.direction;
  parts.edges = subject.list.edges;
  parts.meaning = meaning;
  if (meaning != WeightMeaning::none) {
    for (const Edge& edge : subject.list.edges) parts.weights.push_back(length_of(edge));
  }
  return Graph(std::move(parts));
}

struct Graphs {
  Graph plain;
  Graph lengths;
  std::vector<EdgeId> edge;  // the id of each edge of the list

  explicit Graphs(const Subject& subject)
      : plain(graph_of(subject, WeightMeaning::none)),
        lengths(graph_of(subject, WeightMeaning::distance)),
        edge(subject.list.edges.size()) {
    const auto ends = [&](std::size_t i) {
      Edge one = subject.list.edges[i];
      if (!plain.directed() && one.source > one.target) std::swap(one.source, one.target);
      return one;
    };
    std::vector<std::size_t> order(edge.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return ends(a) < ends(b); });
    for (EdgeId e = 0; e < order.size(); ++e) edge[order[e]] = e;
  }
};

std::vector<double> values_of(const Scores& scores) {
  return scores.values;
}

Run on(int threads) {
  Run run;
  run.threads = threads;
  return run;
}

bool in_catalogue(std::string_view name) {
  const auto all = measures();
  return std::any_of(all.begin(), all.end(), [&](const Measure* one) { return one->name == name; });
}

double mean_distance(const DistanceSums& sums) {
  double pairs = 0.0;
  for (const auto reached : sums.reached) pairs += reached - 1.0;
  return std::accumulate(sums.total.begin(), sums.total.end(), 0.0) / pairs;
}

std::vector<double> labels_of(const Partition& partition) {
  return smallest_members({partition.community.begin(), partition.community.end()});
}

using Shared = std::shared_ptr<const Graphs>;

void add_measure(Contender& contender, const Shared& graphs, const std::string& kernel,
                 const std::string& name, const Parameters& parameters, bool weighted) {
  if (!in_catalogue(name)) return;
  contender.kernels[kernel] = [=](int threads) {
    const Graph& graph = weighted ? graphs->lengths : graphs->plain;
    return timed([&] { return measure(name).compute(graph, parameters, on(threads)); }, values_of);
  };
}

void add_hits(Contender& contender, const Shared& graphs) {
  contender.kernels["hits"] = [=](int threads) {
    return timed([&] { return hits(graphs->plain, {.tolerance = 1e-10}, on(threads)); },
                 [](const HubsAndAuthorities& found) {
                   auto both = found.hub.values;
                   both.insert(both.end(), found.authority.values.begin(),
                               found.authority.values.end());
                   return both;
                 });
  };
}

void add_by_edge(Contender& contender, const Shared& graphs) {
  contender.kernels["edge-betweenness"] = [=](int threads) {
    return timed(
        [&] { return measure("edge-betweenness").compute(graphs->plain, {}, on(threads)); },
        [&](const Scores& scores) {
          std::vector<double> values;
          for (const EdgeId e : graphs->edge) values.push_back(scores.values[e]);
          return values;
        });
  };
}

void add_structure(Contender& contender, const Shared& graphs) {
  contender.kernels["components"] = [=](int threads) {
    return timed([&] { return components(graphs->plain, Connection::weak, on(threads)); },
                 labels_of);
  };
  contender.kernels["mean-distance"] = [=](int threads) {
    return timed([&] { return distance_sums(graphs->plain, Lengths::hops, on(threads)); },
                 [](const DistanceSums& sums) { return std::vector{mean_distance(sums)}; });
  };
}

// All triangles of the graph, from those of each vertex.
void add_triangle_count(Contender& contender, const Shared& graphs) {
  contender.kernels["triangle-count"] = [=](int threads) {
    return timed([&] { return measure("triangles").compute(graphs->plain, {}, on(threads)); },
                 [](const Scores& scores) {
                   const auto& values = scores.values;
                   return std::vector{std::accumulate(values.begin(), values.end(), 0.0) / 3.0};
                 });
  };
}

// Sources drawn by our own seed, which no peer can be given: compared by time alone.
void add_sampled(Contender& contender, const Shared& graphs) {
  contender.kernels["sampled-betweenness"] = [=](int threads) {
    return timed([&] { return sampled_betweenness(graphs->plain, {.samples = 32}, on(threads)); },
                 [](const Scores&) { return std::vector<double>{}; });
  };
}

// No peer among Debian's packages has these; other software is measured beside.
void add_estimates(Contender& contender, const Shared& graphs) {
  const auto nothing = [](const auto&) { return std::vector<double>{}; };
  contender.kernels["estimate"] = [=](int threads) {
    return timed([&] { return approximate_betweenness(graphs->plain, {}, on(threads)); }, nothing);
  };
  contender.kernels["top-closeness"] = [=](int threads) {
    return timed([&] { return top_closeness(graphs->plain, {}, on(threads)); }, nothing);
  };
  contender.kernels["top-harmonic"] = [=](int threads) {
    return timed([&] { return top_harmonic(graphs->plain, {}, on(threads)); }, nothing);
  };
}

}  // namespace

Answer read_by_ours(const std::string& path, Direction direction, int threads) {
  const EdgeGraphOptions options = {.direction = direction, .ids = EdgeIds::kept};
  return timed([&] { return read_edge_graph(path, options, on(threads)); },
               [](const Graph& graph) {
                 return std::vector<double>{static_cast<double>(graph.vertex_count()),
                                            static_cast<double>(graph.edge_count())};
               });
}

Contender ours(const Subject& subject) {
  Contender contender{"ours", {1, 2}, {}};
  const auto graphs = std::make_shared<const Graphs>(subject);
  for (const char* name : {"closeness", "harmonic", "eccentricity", "betweenness", "triangles",
                           "clustering", "core"}) {
    add_measure(contender, graphs, name, name, {}, false);
  }
  add_measure(contender, graphs, "pagerank", "pagerank", {{"tolerance", "1e-10"}}, false);
  add_measure(contender, graphs, "pagerank-12", "pagerank", {{"tolerance", "1e-12"}}, false);
  add_measure(contender, graphs, "eigenvector", "eigenvector", {{"tolerance", "1e-10"}}, false);
  add_measure(contender, graphs, "katz", "katz", {{"tolerance", "1e-10"}}, false);
  add_measure(contender, graphs, "weighted-betweenness", "betweenness", {}, true);
  add_measure(contender, graphs, "weighted-closeness", "closeness", {}, true);
  add_hits(contender, graphs);
  add_by_edge(contender, graphs);
  add_structure(contender, graphs);
  add_triangle_count(contender, graphs);
  add_sampled(contender, graphs);
  add_estimates(contender, graphs);
  contender.kernels["reading"] = [path = subject.path, direction = subject.direction](int threads) {
    return read_by_ours(path, direction, threads);
  };
  return contender;
}

}  // namespace summitry::bench
