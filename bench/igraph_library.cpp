// libigraph, by its C interface; one thread. Of what is measured here its PageRank alone has more.
#include <omp.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>

#include "bench/contender.hpp"
#include "bench/igraph_versions.hpp"
#include "engine/error.hpp"

namespace summitry::bench {
namespace {

class Numbers {
 public:
  Numbers() { igraph_vector_init(&vector_, 0); }
  explicit Numbers(const std::vector<double>& values) : Numbers() {
    igraph_vector_resize(&vector_, static_cast<igraph_integer_t>(values.size()));
    std::copy(values.begin(), values.end(), vector_.stor_begin);
  }
  Numbers(const Numbers&) = delete;
  Numbers& operator=(const Numbers&) = delete;
  ~Numbers() { igraph_vector_destroy(&vector_); }
  igraph_vector_t* get() { return &vector_; }
  [[nodiscard]] std::vector<double> values() const { return {vector_.stor_begin, vector_.end}; }

 private:
  igraph_vector_t vector_{};
};

class Integers {
 public:
  Integers() { igraph_vector_int_init(&vector_, 0); }
  Integers(const Integers&) = delete;
  Integers& operator=(const Integers&) = delete;
  ~Integers() { igraph_vector_int_destroy(&vector_); }
  igraph_vector_int_t* get() { return &vector_; }
  [[nodiscard]] std::vector<double> values() const { return {vector_.stor_begin, vector_.end}; }

 private:
  igraph_vector_int_t vector_{};
};

struct Library {
  igraph_t graph{};
  Numbers lengths;
  bool directed;
  std::size_t vertices;

  static std::vector<double> lengths_of(const EdgeList& list) {
    std::vector<double> lengths;
    for (const Edge& edge : list.edges) lengths.push_back(length_of(edge));
    return lengths;
  }

  explicit Library(const Subject& subject)
      : lengths(lengths_of(subject.list)),
        directed(subject.direction == Direction::directed),
        vertices(subject.list.vertices) {
    Integers ends;
    for (const Edge& edge : subject.list.edges) {
      igraph_vector_int_push_back(ends.get(), edge.source);
      igraph_vector_int_push_back(ends.get(), edge.target);
    }
    igraph_create(&graph, ends.get(), subject.list.vertices, directed);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() { igraph_destroy(&graph); }
};

using Shared = std::shared_ptr<Library>;

// A kernel that fills one vector; `scaled` brings it to our form after the clock has stopped.
template <class Call, class Scaled>
void add(Contender& contender, const char* kernel, Call call, Scaled scaled) {
  contender.kernels[kernel] = [=](int) {
    Numbers result;
    return timed(
        [&] {
          if (call(result.get()) != IGRAPH_SUCCESS) throw Error("igraph reports an error");
          return 0;
        },
        [&](int) { return scaled(result.values()); });
  };
}

std::vector<double> as_they_are(std::vector<double> values) {
  return values;
}

std::vector<double> unit(std::vector<double> values) {
  const double norm =
      std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
  for (double& value : values) value /= norm;
  return values;
}

std::vector<double> shares(std::vector<double> values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
  return values;
}

igraph_arpack_options_t to_residual(double tolerance) {
  igraph_arpack_options_t options;
  igraph_arpack_options_init(&options);
  options.tol = tolerance;
  options.mxiter = 100000;
  return options;
}

// Within what reaches the vertex; ours times the share of those among all.
Answer closeness(Library& library, const igraph_vector_t* lengths) {
  Numbers result;
  Integers reached;
  return timed(
      [&] {
        return igraph_closeness(&library.graph, result.get(), reached.get(), nullptr,
                                igraph_vss_all(), IGRAPH_IN, lengths, true);
      },
      [&](int) {
        std::vector<double> values = result.values();
        const std::vector<double> count = reached.values();
        const double others = static_cast<double>(library.vertices) - 1.0;
        for (std::size_t v = 0; v < values.size(); ++v) {
          values[v] = std::isnan(values[v]) ? 0.0 : values[v] * count[v] / others;
        }
        return values;
      });
}

void add_paths(Contender& c, const Shared& l) {
  c.kernels["closeness"] = [=](int) { return closeness(*l, nullptr); };
  c.kernels["weighted-closeness"] = [=](int) { return closeness(*l, l->lengths.get()); };
  add(
      c, "harmonic",
      [=](igraph_vector_t* to) {
        return igraph_harmonic_centrality(&l->graph, to, igraph_vss_all(), IGRAPH_IN, nullptr,
                                          false);
      },
      as_they_are);
  add(
      c, "eccentricity", [=](igraph_vector_t* to) { return igraph::eccentricity(l->graph, to); },
      as_they_are);
  add(
      c, "mean-distance",
      [=](igraph_vector_t* to) {
        igraph_vector_resize(to, 1);
        return igraph::mean_distance(l->graph, to->stor_begin);
      },
      as_they_are);
  add(
      c, "betweenness",
      [=](igraph_vector_t* to) { return igraph::betweenness(l->graph, to, nullptr); }, as_they_are);
  add(
      c, "weighted-betweenness",
      [=](igraph_vector_t* to) { return igraph::betweenness(l->graph, to, l->lengths.get()); },
      as_they_are);
  add(
      c, "edge-betweenness",
      [=](igraph_vector_t* to) { return igraph::edge_betweenness(l->graph, to); }, as_they_are);
}

Answer hits(Library& library) {
  Numbers hub;
  Numbers authority;
  igraph_arpack_options_t options = to_residual(1e-10);
  return timed([&] { return igraph::hits(library.graph, hub.get(), authority.get(), &options); },
               [&](int) {
                 std::vector<double> both = shares(hub.values());
                 const std::vector<double> more = shares(authority.values());
                 both.insert(both.end(), more.begin(), more.end());
                 return both;
               });
}

void add_spectral(Contender& c, const Shared& l) {
  for (const char* kernel : {"pagerank", "pagerank-12"}) {
    add(
        c, kernel, [=](igraph_vector_t* to) { return igraph::pagerank(l->graph, to); },
        as_they_are);
  }
  add(
      c, "eigenvector",
      [=](igraph_vector_t* to) {
        igraph_arpack_options_t options = to_residual(1e-10);
        return igraph::eigenvector(l->graph, to, &options);
      },
      unit);
  c.kernels["hits"] = [=](int) { return hits(*l); };
}

// 32 sources spread evenly over the vertices, whatever their numbers mean.
Answer sampled_betweenness(Library& library) {
  Integers sources;
  const std::size_t step = std::max<std::size_t>(1, library.vertices / 32);
  for (std::size_t v = 0; v < library.vertices && v / step < 32; v += step) {
    igraph_vector_int_push_back(sources.get(), static_cast<igraph_integer_t>(v));
  }
  Numbers result;
  return timed(
      [&] {
        return igraph::betweenness_from(library.graph, result.get(),
                                        igraph_vss_vector(sources.get()));
      },
      [](int) { return std::vector<double>{}; });
}

Answer integers(const std::function<void(igraph_vector_int_t*)>& call) {
  Integers result;
  return timed([&] { return call(result.get()), 0; }, [&](int) { return result.values(); });
}

void add_structure(Contender& c, const Shared& l) {
  add(
      c, "triangles", [=](igraph_vector_t* to) { return igraph::triangles(l->graph, to); },
      as_they_are);
  add(
      c, "clustering",
      [=](igraph_vector_t* to) {
        return igraph_transitivity_local_undirected(&l->graph, to, igraph_vss_all(),
                                                    IGRAPH_TRANSITIVITY_ZERO);
      },
      as_they_are);
  c.kernels["core"] = [=](int) {
    return integers([&](auto* to) { igraph_coreness(&l->graph, to, IGRAPH_ALL); });
  };
  c.kernels["components"] = [=](int) {
    Answer answer = integers([&](auto* to) {
      igraph_invalidate_cache(&l->graph);  // or it would remember a graph to be connected
      igraph_connected_components(&l->graph, to, nullptr, nullptr, IGRAPH_WEAK);
    });
    answer.values = smallest_members({answer.values.begin(), answer.values.end()});
    return answer;
  };
}

}  // namespace

// Its own reader: an edge list of numbers, kept in order of the lines and indexed twice.
Answer read_by_igraph(const std::string& path, Direction direction, int) {
  igraph_t graph;
  std::FILE* file = std::fopen(path.c_str(), "r");
  if (file == nullptr) throw Error("cannot read " + path);
  Answer answer = timed(
      [&] { return igraph_read_graph_edgelist(&graph, file, 0, direction == Direction::directed); },
      [&](int) {
        return std::vector{static_cast<double>(igraph_vcount(&graph)),
                           static_cast<double>(igraph_ecount(&graph))};
      });
  std::fclose(file);
  igraph_destroy(&graph);
  return answer;
}

Contender igraph_library(const Subject& subject) {
  omp_set_num_threads(1);  // or its PageRank would take all cores
  const char* version = nullptr;
  igraph_version(&version, nullptr, nullptr, nullptr);
  igraph_set_warning_handler(igraph_warning_handler_ignore);
  Contender contender{std::string("igraph ") + version, {1}, {}};
  const auto library = std::make_shared<Library>(subject);
  add_paths(contender, library);
  add_spectral(contender, library);
  add_structure(contender, library);
  contender.kernels["sampled-betweenness"] = [=](int) { return sampled_betweenness(*library); };
  contender.kernels["reading"] = [path = subject.path, direction = subject.direction](int) {
    return read_by_igraph(path, direction, 1);
  };
  if (library->directed) contender.kernels.erase("triangles");  // counts reciprocal pairs twice
  return contender;
}

}  // namespace summitry::bench
