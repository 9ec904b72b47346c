// libigraph's community methods, by its C interface; one thread.
#include <memory>

#include "bench/communities.hpp"
#include "bench/igraph_versions.hpp"
#include "engine/error.hpp"

namespace summitry::bench {
namespace {

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

// The graph, and the degrees that make its Leiden's quality modularity.
struct Library {
  explicit Library(const Subject& subject) {
    Integers ends;
    for (const Edge& edge : subject.list.edges) {
      igraph_vector_int_push_back(ends.get(), edge.source);
      igraph_vector_int_push_back(ends.get(), edge.target);
    }
    igraph_create(&graph, ends.get(), subject.list.vertices, false);
    igraph_vector_init(&degrees, 0);
    igraph::degrees(graph, &degrees);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() {
    igraph_vector_destroy(&degrees);
    igraph_destroy(&graph);
  }

  igraph_t graph{};
  igraph_vector_t degrees{};
};

template <class Call>
void add(Contender& contender, const char* name, Call call) {
  contender.kernels[name] = [=](int) {
    Integers labels;
    return timed(
        [&] {
          if (call(labels.get()) != IGRAPH_SUCCESS) throw Error("igraph reports an error");
          return 0;
        },
        [&](int) { return labels.values(); });
  };
}

}  // namespace

Contender igraph_communities(const Subject& subject) {
  const char* version = nullptr;
  igraph_version(&version, nullptr, nullptr, nullptr);
  igraph_set_warning_handler(igraph_warning_handler_ignore);
  Contender contender{std::string("igraph ") + version, {1}, {}};
  if (subject.direction == Direction::directed) return contender;  // its Leiden reads no direction
  const auto library = std::make_shared<Library>(subject);
  const double ends = 2.0 * static_cast<double>(subject.list.edges.size());
  add(contender, "louvain", [=](igraph_vector_int_t* to) {
    return igraph_community_multilevel(&library->graph, nullptr, 1.0, to, nullptr, nullptr);
  });
  const auto leiden = [=](int iterations) {
    return [=](igraph_vector_int_t* to) {
      return igraph::leiden(library->graph, &library->degrees, 1.0 / ends, iterations, to);
    };
  };
  add(contender, "leiden-2", leiden(2));
  add(contender, "leiden", leiden(-1));
  add(contender, "label-propagation",
      [=](igraph_vector_int_t* to) { return igraph::label_propagation(library->graph, to); });
  add(contender, "infomap",
      [=](igraph_vector_int_t* to) { return igraph::infomap(library->graph, to); });
  return contender;
}

}  // namespace summitry::bench
