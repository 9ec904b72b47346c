// libleidenalg beside ours.
#include <GraphHelper.h>
#include <ModularityVertexPartition.h>
#include <Optimiser.h>

#include <memory>

#include "bench/beside/serve.hpp"

namespace summitry::bench {
namespace {

class Library {
 public:
  explicit Library(const Subject& subject) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    for (const Edge& edge : subject.list.edges) {
      igraph_vector_int_push_back(&ends, edge.source);
      igraph_vector_int_push_back(&ends, edge.target);
    }
    igraph_create(&graph_, &ends, subject.list.vertices, false);
    igraph_vector_int_destroy(&ends);
    helper_ = std::make_unique<::Graph>(&graph_);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() {
    helper_.reset();
    igraph_destroy(&graph_);
  }

  // Until an iteration changes nothing, or after so many.
  std::vector<double> leiden(int iterations, std::size_t seed) const {
    Optimiser optimiser;
    optimiser.set_rng_seed(seed);
    ModularityVertexPartition partition(helper_.get());
    for (int i = 0; i < iterations; ++i) {
      if (optimiser.optimise_partition(&partition) <= 0.0) break;
    }
    return {partition.membership().begin(), partition.membership().end()};
  }

 private:
  igraph_t graph_{};
  std::unique_ptr<::Graph> helper_;
};

Contender leidenalg(const Subject& subject) {
  Contender contender{"libleidenalg", {1}, {}};
  const auto library = std::make_shared<const Library>(subject);
  const auto seed = std::make_shared<std::size_t>(0);
  const auto add = [&](const char* kernel, int iterations) {
    contender.kernels[kernel] = [=](int) {
      return timed([&] { return library->leiden(iterations, ++*seed); },
                   [](const std::vector<double>& labels) { return labels; });
    };
  };
  add("leiden-2", 2);
  add("leiden", 1000);
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  return summitry::bench::serve(argc, argv, {summitry::bench::leidenalg, nullptr});
}
