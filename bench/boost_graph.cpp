// Boost.Graph on its own compressed sparse rows; an undirected edge stands there as two arcs.
#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/version.hpp>
#include <fstream>
#include <limits>
#include <memory>

#include "bench/contender.hpp"

namespace summitry::bench {
namespace {

struct Length {
  double length = 1.0;
};
using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Length,
                                                boost::no_property, VertexId, EdgeId>;
using Ends = std::pair<VertexId, VertexId>;

enum class Along { edges, reversed };

Rows rows_of(const Subject& subject, Along along) {
  std::vector<Ends> ends;
  std::vector<Length> lengths;
  const auto push = [&](VertexId u, VertexId v, const Edge& edge) {
    ends.emplace_back(u, v);
    lengths.push_back({length_of(edge)});
  };
  const bool undirected = subject.direction == Direction::undirected;
  for (const Edge& edge : subject.list.edges) {
    if (undirected || along == Along::edges) push(edge.source, edge.target, edge);
    if (undirected || along == Along::reversed) push(edge.target, edge.source, edge);
  }
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), lengths.begin(),
          subject.list.vertices};
}

struct Library {
  Rows rows;
  Rows reversed;
  bool directed;
};
using Shared = std::shared_ptr<const Library>;

auto by_vertex(std::vector<double>& values, const Rows& rows) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, rows));
}

// Both ways in an undirected graph, so that every pair counts twice.
std::vector<double> counted_once(std::vector<double> values, bool directed) {
  for (double& value : values) value /= directed ? 1.0 : 2.0;
  return values;
}

std::vector<double> closeness_from(const std::vector<double>& sums,
                                   const std::vector<double>& count, std::size_t n) {
  std::vector<double> values(n, 0.0);
  for (std::size_t v = 0; v < n; ++v) {
    if (sums[v] > 0.0) values[v] = count[v] / sums[v] * count[v] / (static_cast<double>(n) - 1.0);
  }
  return values;
}

struct Sums {
  std::vector<double> total;
  std::vector<double> count;
};

// Adds up distances while the search finds them.
class Adder : public boost::default_bfs_visitor {
 public:
  Adder(std::vector<std::uint32_t>& level, double& total, double& count)
      : level_(&level), total_(&total), count_(&count) {}
  void tree_edge(Rows::edge_descriptor e, const Rows& rows) const {
    const std::uint32_t found = (*level_)[source(e, rows)] + 1;
    (*level_)[target(e, rows)] = found;
    *total_ += found;
    *count_ += 1.0;
  }

 private:
  std::vector<std::uint32_t>* level_;
  double* total_;
  double* count_;
};

Sums sums_of_hops(const Rows& rows) {
  const std::size_t n = num_vertices(rows);
  Sums sums{std::vector<double>(n), std::vector<double>(n)};
  std::vector<std::uint32_t> level(n);
  for (VertexId v = 0; v < n; ++v) {
    level[v] = 0;
    boost::breadth_first_search(rows, v,
                                boost::visitor(Adder(level, sums.total[v], sums.count[v])));
  }
  return sums;
}

Sums sums_of_lengths(const Rows& rows) {
  const std::size_t n = num_vertices(rows);
  Sums sums{std::vector<double>(n), std::vector<double>(n)};
  std::vector<double> distance(n);
  for (VertexId v = 0; v < n; ++v) {
    boost::dijkstra_shortest_paths(
        rows, v,
        boost::weight_map(get(&Length::length, rows)).distance_map(by_vertex(distance, rows)));
    for (const double d : distance) {
      if (d == std::numeric_limits<double>::max()) continue;
      sums.total[v] += d;
      sums.count[v] += d > 0.0 ? 1.0 : 0.0;
    }
  }
  return sums;
}

void add_paths(Contender& contender, const Shared& l) {
  const std::size_t n = num_vertices(l->rows);
  const auto finished = [=](const Sums& sums) { return closeness_from(sums.total, sums.count, n); };
  const auto betweenness_of = [=](std::vector<double> values) {
    return counted_once(std::move(values), l->directed);
  };
  contender.kernels["closeness"] = [=](int) {
    return timed([&] { return sums_of_hops(l->reversed); }, finished);
  };
  contender.kernels["weighted-closeness"] = [=](int) {
    return timed([&] { return sums_of_lengths(l->reversed); }, finished);
  };
  contender.kernels["betweenness"] = [=](int) {
    return timed(
        [&] {
          std::vector<double> values(n);
          boost::brandes_betweenness_centrality(l->rows, by_vertex(values, l->rows));
          return values;
        },
        betweenness_of);
  };
  contender.kernels["weighted-betweenness"] = [=](int) {
    return timed(
        [&] {
          std::vector<double> values(n);
          boost::brandes_betweenness_centrality(l->rows,
                                                boost::centrality_map(by_vertex(values, l->rows))
                                                    .weight_map(get(&Length::length, l->rows)));
          return values;
        },
        betweenness_of);
  };
}

void add_structure(Contender& contender, const Shared& l) {
  const std::size_t n = num_vertices(l->rows);
  if (l->directed) return;  // both would follow the direction
  contender.kernels["core"] = [=](int) {
    return timed(
        [&] {
          std::vector<double> values(n);
          boost::core_numbers(l->rows, by_vertex(values, l->rows));
          return values;
        },
        [](const std::vector<double>& values) { return values; });
  };
  contender.kernels["components"] = [=](int) {
    return timed(
        [&] {
          std::vector<std::size_t> component(n);
          boost::strong_components(
              l->rows, boost::make_iterator_property_map(component.begin(),
                                                         get(boost::vertex_index, l->rows)));
          return component;
        },
        smallest_members);
  };
}

}  // namespace

// Boost has no reader of edge lists: numbers by a stream, then its constructor. Rows are not sorted.
Answer read_by_boost(const std::string& path, Direction direction, int) {
  const bool directed = direction == Direction::directed;
  return timed(
      [&] {
        std::ifstream in(path);
        std::vector<Ends> ends;
        VertexId n = 0;
        for (VertexId u = 0, v = 0; in >> u >> v;) {
          ends.emplace_back(u, v);
          if (!directed) ends.emplace_back(v, u);
          n = std::max({n, u + 1, v + 1});
        }
        using Plain = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                         boost::no_property, boost::no_property,
                                                         VertexId, EdgeId>;
        return Plain(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), n);
      },
      [&](const auto& rows) {
        const double arcs = static_cast<double>(num_edges(rows));
        return std::vector{static_cast<double>(num_vertices(rows)), directed ? arcs : arcs / 2.0};
      });
}

Contender boost_graph(const Subject& subject) {
  Contender contender{"Boost.Graph " BOOST_LIB_VERSION, {1}, {}};
  const auto library = std::make_shared<const Library>(
      Library{rows_of(subject, Along::edges), rows_of(subject, Along::reversed),
              subject.direction == Direction::directed});
  add_paths(contender, library);
  add_structure(contender, library);
  contender.kernels["reading"] = [path = subject.path, direction = subject.direction](int) {
    return read_by_boost(path, direction, 1);
  };
  return contender;
}

}  // namespace summitry::bench
