#include "algorithms/communities/searches/spectral.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <numeric>

#include "algorithms/communities/proofs/exact.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/quality/modularity_matrix.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

// The modularity matrix of a group by its definition, from the adjacency matrix.
testing::Matrix by_definition(const Graph& graph, const std::vector<VertexId>& group,
                              double resolution) {
  const testing::Matrix joined = testing::joined(graph);
  const testing::Matrix adjacency = testing::adjacency(graph);
  const VertexId n = graph.vertex_count();
  std::vector<double> out(n, 0.0);
  std::vector<double> in(n, 0.0);
  double ends = 0.0;
  for (VertexId u = 0; u < n; ++u) {
    for (VertexId v = 0; v < n; ++v) {
      const double twice = !graph.directed() && u == v ? 2.0 : 1.0;
      out[u] += twice * adjacency[u][v];
      in[v] += twice * adjacency[u][v];
      ends += twice * adjacency[u][v];
    }
  }
  testing::Matrix matrix(group.size(), testing::Values(group.size(), 0.0));
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t k = 0; k < group.size(); ++k) {
      if (i == k) continue;
      const VertexId u = group[i];
      const VertexId v = group[k];
      const double products = graph.directed() ? out[u] * in[v] + in[u] * out[v] : out[u] * out[v];
      matrix[i][k] = joined[u][v] - resolution * products / ends;
      matrix[i][i] -= matrix[i][k];
    }
  }
  return matrix;
}

TEST_CASE("modularity matrix: multiplies as its definition, and its leading pair is the largest",
          "[algorithms][communities][spectral]") {
  Random random(12);
  for (int trial = 0; trial < 40; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 14, trial % 3 == 0, direction);
    if (graph.edge_count() == 0) continue;
    std::vector<VertexId> group;
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      if (v < 2 || random.below(4) > 0) group.push_back(v);
    }
    if (group.size() > graph.vertex_count()) group.resize(graph.vertex_count());
    const auto rows = communities::joined_rows(graph, "test");
    if (rows.total == 0.0) continue;
    const std::vector<VertexId> nowhere(graph.vertex_count(),
                                        communities::ModularityMatrix::kOutside);
    std::vector<VertexId> place = nowhere;
    const communities::ModularityMatrix matrix(rows, group, 1.25, place);
    CHECK(place == nowhere);
    const testing::Matrix expected = by_definition(graph, group, 1.25);
    INFO("trial " << trial << ", " << testing::drawn(graph));
    std::vector<double> x(group.size());
    for (double& value : x) value = random.unit();
    std::vector<double> y(group.size());
    matrix.multiply(x, y);
    CHECK(testing::difference(y, testing::product(expected, x)) == "");

    // The largest eigenvalue by powers of the matrix, shifted so that it is the largest in size.
    const auto leading = communities::leading_pair(matrix, 1e-10, 20000);
    testing::Matrix shifted = expected;
    for (std::size_t i = 0; i < shifted.size(); ++i) shifted[i][i] += matrix.largest_row() + 1.0;
    testing::Values vector = x;
    for (int power = 0; power < 4000; ++power) {
      vector = testing::product(shifted, vector);
      const double norm =
          std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
      for (double& entry : vector) entry /= norm;
    }
    const testing::Values image = testing::product(expected, vector);
    const double value = std::inner_product(vector.begin(), vector.end(), image.begin(), 0.0);
    CHECK(leading.value == Approx(value).margin(1e-6));
    CHECK(leading.change <= 1e-10);
  }
}

TEST_CASE("spectral: two triangles and a bridge fall apart at the bridge",
          "[algorithms][communities][spectral]") {
  const Graph graph = unweighted(6, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
  for (const auto tuning : {FineTuning::none, FineTuning::kernighan_lin}) {
    const Partition partition = spectral(graph, {.fine_tuning = tuning});
    CHECK(partition.community == Labelling{0, 0, 0, 1, 1, 1});
    CHECK(*partition.quality == Approx(2.0 * (3.0 / 7.0 - 0.25)));
    CHECK(partition.convergence->reached);
  }
}

TEST_CASE("spectral: a clique is not divided, and cliques on a ring are found",
          "[algorithms][communities][spectral]") {
  CHECK(spectral(testing::complete(9)).count == 1);
  CHECK(spectral(testing::ring_of_cliques(4, 6)).count == 4);
  CHECK(spectral(testing::two_cliques(7)).community ==
        Labelling{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1});
}

TEST_CASE("spectral: fine-tuning never loses, and the optimum is never passed",
          "[algorithms][communities][spectral]") {
  Random random(13);
  double ahead = 0.0;
  for (int trial = 0; trial < 60; ++trial) {
    const auto direction = trial % 3 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 18, trial % 2 == 0, direction);
    const Partition plain = spectral(graph);
    const Partition tuned = spectral(graph, {.fine_tuning = FineTuning::kernighan_lin});
    if (!plain.quality) continue;
    const double best = *exact(graph).quality;
    INFO("trial " << trial << ", " << testing::drawn(graph));
    CHECK(*plain.quality <= best + 2e-7);
    CHECK(*tuned.quality <= best + 2e-7);
    CHECK(*plain.quality >= -1e-12);
    ahead += *tuned.quality - *plain.quality;
  }
  CHECK(ahead > 0.0);
}

TEST_CASE("spectral: a fine-tuned bisection gains by no move of one vertex",
          "[algorithms][communities][spectral]") {
  CHECK(rc::check([](std::uint64_t seed) {
    const Graph graph = testing::planted(2, 9, 0.5, 0.3, seed % 1000);
    const Partition found = spectral(graph, {.fine_tuning = FineTuning::kernighan_lin});
    if (found.count != 2) return;
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      Labelling moved = found.community;
      moved[v] = 1 - moved[v];
      RC_ASSERT(modularity(graph, moved) <= *found.quality + 1e-9);
    }
  }));
}

TEST_CASE("spectral: the published division of the karate club",
          "[algorithms][communities][spectral]") {
  // igraph 0.10's leading eigenvector: 0.393409 in four
  const Partition plain = spectral(testing::karate_club());
  CHECK(plain.count == 4);
  CHECK(*plain.quality == Approx(0.393409).margin(5e-7));
  // Newman 2006, doi:10.1103/PhysRevE.74.036104, table: 0.419 with fine-tuning
  const Partition tuned =
      spectral(testing::karate_club(), {.fine_tuning = FineTuning::kernighan_lin});
  CHECK(*tuned.quality == Approx(0.419).margin(1e-3));
}

TEST_CASE("spectral: the order of the input, the seed and the threads change nothing",
          "[algorithms][communities][spectral][parallel]") {
  Random random(3);
  for (int trial = 0; trial < 20; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    std::vector<Edge> edges;
    std::vector<double> weights;
    for (int e = 0; e < 60; ++e) {
      edges.push_back(
          {static_cast<VertexId>(random.below(20)), static_cast<VertexId>(random.below(20))});
      weights.push_back(random.unit());
    }
    Run run;
    run.threads = 1;
    const Partition found = spectral(with_strengths(20, edges, weights, direction), {}, run);
    std::reverse(edges.begin(), edges.end());
    std::reverse(weights.begin(), weights.end());
    run.threads = 4;
    run.seed = 77;
    const Partition other = spectral(with_strengths(20, edges, weights, direction), {}, run);
    CHECK(other.community == found.community);
  }
}

TEST_CASE("spectral: nobody, one, isolates, loops, components and no weight at all",
          "[algorithms][communities][spectral]") {
  CHECK(spectral(Graph()).count == 0);
  CHECK(spectral(Graph()).convergence->reached);
  CHECK_FALSE(spectral(Graph()).quality.has_value());
  CHECK(spectral(unweighted(1, {{0, 0}})).community == Labelling{0});
  CHECK(spectral(unweighted(4, {})).count == 4);
  CHECK(spectral(with_strengths(3, {{0, 1}, {1, 2}}, {0.0, 0.0})).count == 3);
  CHECK(spectral(unweighted(5, {{0, 1}, {2, 3}})).community == Labelling{0, 0, 1, 1, 2});
  CHECK(spectral(with_strengths(2, {{0, 1}, {0, 0}, {1, 1}}, {1.0, 9.0, 9.0})).count == 2);
}

TEST_CASE("spectral: refuses options outside their range and weights that are no strengths",
          "[algorithms][communities][spectral]") {
  const Graph graph = testing::two_cliques(3);
  CHECK_THROWS_AS(spectral(graph, {.resolution = -0.5}), InvalidOption);
  CHECK_THROWS_AS(spectral(graph, {.tolerance = 0.0}), InvalidOption);
  CHECK_THROWS_WITH(spectral(graph, {.max_iterations = 0}),
                    "spectral: max-iterations must be >= 1, got 0");
  CHECK_THROWS_AS(spectral(with_strengths(2, {{0, 1}}, {-2.0})), InvalidWeight);
  CHECK_FALSE(spectral(testing::karate_club(), {.max_iterations = 2}).convergence->reached);
  FineTuning tuning = FineTuning::none;
  CHECK_FALSE(read_option("kernighan", tuning));
  CHECK((read_option("kernighan-lin", tuning) && option_text(tuning) == "kernighan-lin"));
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(spectral(graph, {}, cancelled), Cancelled);
}

}  // namespace
}  // namespace summitry
