#include "algorithms/communities/blocks/description_length.hpp"

#include <map>
#include <utility>

#include "algorithms/communities/agreement/pair_counts.hpp"
#include "algorithms/communities/blocks/block_state.hpp"
#include "algorithms/communities/blocks/log_factorials.hpp"
#include "algorithms/communities/proofs/restricted_partitions.hpp"
#include "engine/error.hpp"
#include "engine/partition.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

double log_factorial(double n) {
  return std::lgamma(n + 1.0);
}

double log_choose(double n, double k) {
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

// Partitions of m into at most k parts, one call a part.
double partitions(int m, int k, std::map<std::pair<int, int>, double>& known) {
  if (m == 0) return 1.0;
  if (m < 0 || k == 0) return 0.0;
  const auto found = known.find({m, k});
  if (found != known.end()) return found->second;
  const double count = partitions(m, k - 1, known) + partitions(m - k, k, known);
  known.emplace(std::pair(m, k), count);
  return count;
}

double log_partitions(int m, int k) {
  static std::map<std::pair<int, int>, double> known;
  return std::log(partitions(m, k, known));
}

// n!! for even n.
double log_double_factorial(double n) {
  return n / 2.0 * std::log(2.0) + log_factorial(n / 2.0);
}

using Counts = std::vector<std::vector<double>>;

// Edges from u to v; undirected in both places, and a loop twice in its own.
Counts counts_of(const Graph& graph) {
  const std::size_t n = graph.vertex_count();
  Counts counts(n, std::vector<double>(n, 0.0));
  for (const Edge& edge : graph.edges()) {
    counts[edge.source][edge.target] += 1.0;
    if (!graph.directed()) counts[edge.target][edge.source] += 1.0;
  }
  return counts;
}

Counts between_groups(const Counts& counts, const Labelling& labels, std::uint32_t groups) {
  Counts sums(groups, std::vector<double>(groups, 0.0));
  for (std::size_t u = 0; u < labels.size(); ++u) {
    for (std::size_t v = 0; v < labels.size(); ++v) sums[labels[u]][labels[v]] += counts[u][v];
  }
  return sums;
}

// sum of ln x_ij!, of x_ii!! in the diagonal of an undirected matrix, whose other half is left out.
double log_ways(const Counts& counts, bool directed) {
  double sum = 0.0;
  for (std::size_t r = 0; r < counts.size(); ++r) {
    for (std::size_t s = directed ? 0 : r; s < counts.size(); ++s) {
      sum += !directed && r == s ? log_double_factorial(counts[r][s]) : log_factorial(counts[r][s]);
    }
  }
  return sum;
}

// The degree's part for one direction: rows of `counts` are the ends that are counted.
double degrees_by_definition(const Counts& counts, const Labelling& labels, std::uint32_t groups) {
  double sum = 0.0;
  for (std::uint32_t r = 0; r < groups; ++r) {
    std::map<double, double> histogram;
    double ends = 0.0;
    double size = 0.0;
    for (std::size_t v = 0; v < labels.size(); ++v) {
      if (labels[v] != r) continue;
      double degree = 0.0;
      for (const double count : counts[v]) degree += count;
      histogram[degree] += 1.0;
      ends += degree;
      size += 1.0;
    }
    sum += log_factorial(size) + log_partitions(static_cast<int>(ends), static_cast<int>(size));
    for (const auto& [degree, count] : histogram) sum -= log_factorial(count);
  }
  return sum;
}

Counts transposed(const Counts& counts) {
  Counts result = counts;
  for (std::size_t u = 0; u < counts.size(); ++u) {
    for (std::size_t v = 0; v < counts.size(); ++v) result[v][u] = counts[u][v];
  }
  return result;
}

// ln of the ways to pair ends within groups: ln e_r! - ln k_i!, or e_r ln n_r.
double ends_by_definition(const Counts& counts, const Labelling& labels, const Counts& groups,
                          Degrees degrees) {
  double sum = 0.0;
  for (std::uint32_t r = 0; r < groups.size(); ++r) {
    double ends = 0.0;
    double size = 0.0;
    for (const double count : groups[r]) ends += count;
    for (const std::uint32_t label : labels) size += label == r ? 1.0 : 0.0;
    sum += degrees == Degrees::plain ? ends * std::log(size) : log_factorial(ends);
  }
  for (const auto& row : counts) {
    double degree = 0.0;
    for (const double count : row) degree += count;
    if (degrees == Degrees::corrected) sum -= log_factorial(degree);
  }
  return sum;
}

DescriptionLength by_definition(const Graph& graph, const Labelling& community, Degrees degrees) {
  const Partition partition = canonical(community);
  const Labelling& labels = partition.community;
  const Counts counts = counts_of(graph);
  const Counts groups = between_groups(counts, labels, partition.count);
  const double n = graph.vertex_count();
  const double b = partition.count;
  DescriptionLength length;
  length.graph = log_ways(counts, graph.directed()) - log_ways(groups, graph.directed()) +
                 ends_by_definition(counts, labels, groups, degrees);
  if (degrees == Degrees::corrected) {
    length.degrees = degrees_by_definition(counts, labels, partition.count);
  }
  if (graph.directed()) {
    length.graph += ends_by_definition(transposed(counts), labels, transposed(groups), degrees);
    if (degrees == Degrees::corrected) {
      length.degrees += degrees_by_definition(transposed(counts), labels, partition.count);
    }
  }
  const double pairs = graph.directed() ? b * b : b * (b + 1.0) / 2.0;
  length.edges = log_choose(pairs + graph.edge_count() - 1.0, graph.edge_count());
  length.partition = std::log(n) + log_choose(n - 1.0, b - 1.0) + log_factorial(n);
  for (const auto& group : members(partition)) {
    length.partition -= log_factorial(static_cast<double>(group.size()));
  }
  return length;
}

Labelling random_labels(Random& random, VertexId n, std::uint32_t below) {
  Labelling labels(n);
  for (std::uint32_t& label : labels) label = static_cast<std::uint32_t>(random.below(below));
  return labels;
}

TEST_CASE("description length: an edge, a loop and two groups, by hand",
          "[algorithms][communities][sbm]") {
  const double ln2 = std::log(2.0);
  const Graph edge = unweighted(2, {{0, 1}});
  // One group: the edge is certain, q(2, 2) = 2 degree sequences, and one or two groups.
  const DescriptionLength one = description_length(edge, Labelling{3, 3});
  CHECK(one.graph == Approx(0.0).margin(1e-12));
  CHECK(one.degrees == Approx(ln2));
  CHECK(one.edges == Approx(0.0).margin(1e-12));
  CHECK(one.partition == Approx(ln2));
  // Two groups: three places for the edge, two ways to number the groups.
  const DescriptionLength two = description_length(edge, Labelling{0, 1});
  CHECK(two.degrees == Approx(0.0).margin(1e-12));
  CHECK(two.edges == Approx(std::log(3.0)));
  CHECK(two.partition == Approx(2.0 * ln2));
  CHECK(two.total() == Approx(std::log(12.0)));
  // A loop or the other's: q(2, 2) = 2, and which of the two has both ends.
  const DescriptionLength loop = description_length(unweighted(2, {{0, 0}}), Labelling{0, 0});
  CHECK(loop.graph == Approx(0.0).margin(1e-12));
  CHECK(loop.degrees == Approx(2.0 * ln2));
  // Not degree-corrected, either end of an arc is one of two.
  const Graph arc = unweighted(2, {{0, 1}}, Direction::directed);
  CHECK(description_length(arc, Labelling{0, 0}, Degrees::plain).graph == Approx(2.0 * ln2));
}

TEST_CASE("description length: is its definition on random multigraphs",
          "[algorithms][communities][sbm]") {
  Random random(31);
  for (int trial = 0; trial < 200; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 14, false, direction);
    if (graph.vertex_count() == 0) continue;
    const Labelling labels = random_labels(random, graph.vertex_count(), 5);
    INFO("trial " << trial << ", n " << graph.vertex_count() << ", m " << graph.edge_count());
    for (const Degrees degrees : {Degrees::corrected, Degrees::plain}) {
      const DescriptionLength found = description_length(graph, labels, degrees);
      const DescriptionLength expected = by_definition(graph, labels, degrees);
      CHECK(found.graph == Approx(expected.graph).margin(1e-9));
      CHECK(found.degrees == Approx(expected.degrees).margin(1e-9));
      CHECK(found.edges == Approx(expected.edges).margin(1e-9));
      CHECK(found.partition == Approx(expected.partition).margin(1e-9));
    }
  }
}

TEST_CASE("description length: a weight is a number of parallel edges",
          "[algorithms][communities][sbm]") {
  const std::vector<Edge> edges{{0, 1}, {1, 2}, {2, 2}, {0, 2}};
  const Labelling labels{0, 0, 1};
  const Graph weighted = with_strengths(3, edges, {2.0, 1.0, 3.0, 0.0});
  const Graph parallel = unweighted(3, {{0, 1}, {0, 1}, {1, 2}, {2, 2}, {2, 2}, {2, 2}});
  CHECK(description_length(weighted, labels).total() ==
        description_length(parallel, labels).total());
  CHECK_THROWS_WITH(description_length(with_strengths(2, {{0, 1}}, {1.5}), Labelling{0, 0}),
                    Catch::Contains("whole numbers; got 1.5"));
  CHECK_THROWS_AS(description_length(with_strengths(2, {{0, 1}}, {-1.0}), Labelling{0, 0}),
                  InvalidWeight);
  CHECK_THROWS_AS(description_length(with_strengths(2, {{0, 1}}, {3e9}), Labelling{0, 0}),
                  InvalidWeight);
  CHECK_THROWS_AS(description_length(weighted, Labelling{0, 0}), InvalidOption);
  CHECK(description_length(Graph(), Labelling{}).total() == 0.0);
}

// Random moves, each weighed before it is made; some empty a group, some fill one.
void compare_moves(const communities::CountedGraph& graph, Degrees degrees, std::uint32_t labels,
                   Random& random) {
  const communities::BlockModel model(graph, degrees);
  communities::BlockState state(graph, model, random_labels(random, graph.count(), 4), labels);
  const auto length = [&] {
    Labelling dense(state.groups().begin(), state.groups().end());
    const Partition partition = canonical(dense);
    return communities::varying_length(graph, partition.community, partition.count, degrees,
                                       model.log_factorial)
        .total();
  };
  double before = length();
  for (int move = 0; move < 40; ++move) {
    const auto v = static_cast<VertexId>(random.below(graph.count()));
    const auto to = static_cast<std::uint32_t>(random.below(labels));
    if (state.group(v) == to) continue;
    state.look_at(v);
    const double change = state.change(to);
    state.move(to);
    const double after = length();
    CHECK(change == Approx(after - before).margin(1e-8));
    before = after;
  }
}

TEST_CASE("block state: what a move is said to change is what it changes",
          "[algorithms][communities][sbm]") {
  Random random(6);
  std::size_t compared = 0;
  for (int trial = 0; trial < 40; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const Graph graph = testing::random_multigraph(random, 16, false, direction);
    if (graph.vertex_count() == 0) continue;
    ++compared;
    INFO("trial " << trial << ", n " << graph.vertex_count() << ", m " << graph.edge_count());
    const auto counted = communities::count_edges(graph, "test");
    const Degrees degrees = trial % 4 < 2 ? Degrees::corrected : Degrees::plain;
    compare_moves(counted, degrees, 6, random);
    compare_moves(counted, degrees, 1500, random);  // so many labels that counts are hashed
    // And of groups in the place of vertices.
    const Partition some = canonical(random_labels(random, counted.count(), 9));
    compare_moves(communities::condense(counted, some.community, some.count), degrees, 5, random);
  }
  CHECK(compared > 30);
}

TEST_CASE("pair counts: a hash table and a table hold the same", "[algorithms][communities][sbm]") {
  Random random(9);
  communities::PairCounts hashed(3000, 3000);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> expected;
  for (int step = 0; step < 20000; ++step) {
    const auto row = static_cast<std::uint32_t>(random.below(50) * 59);
    const auto column = static_cast<std::uint32_t>(random.below(60) * 49);
    std::int64_t& count = expected[{row, column}];
    const std::int64_t change = count > 0 && random.below(2) == 0 ? -count : 3;
    count += change;
    hashed.add(row, column, change);
  }
  for (const auto& [pair, count] : expected) CHECK(hashed.of(pair.first, pair.second) == count);
  CHECK(hashed.of(1, 2) == 0);
}

TEST_CASE("restricted partitions: known numbers", "[algorithms][communities][sbm]") {
  using communities::PartitionsAsked;
  // p(100) = 190569292 (MacMahon), p(10) in at most 3 parts = 14, p(m) in at most 2 = m/2 + 1
  const std::vector<PartitionsAsked> asked{{100, 100}, {10, 3}, {501, 2},  {7, 1},
                                           {0, 5},     {5, 0},  {100, 900}};
  const std::vector<double> expected{190569292.0, 14.0, 251.0, 1.0, 1.0, 1.0, 190569292.0};
  const auto found = communities::log_restricted_partitions(asked);
  const communities::RestrictedPartitions table(600);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    CHECK(found[i] == Approx(std::log(expected[i])).margin(1e-12));
    CHECK(table.log_count(asked[i].m, asked[i].k) == Approx(found[i]).margin(1e-12));
  }
}

TEST_CASE("restricted partitions: the asymptotic form is near the exact number",
          "[algorithms][communities][sbm]") {
  const communities::RestrictedPartitions table(2000000);
  for (const std::int64_t m : {1025, 3000, 9999}) {
    for (const std::int64_t k : {1, 3, 16, 17, 40, 200, 1000, 9000}) {
      const auto exact =
          communities::log_restricted_partitions(std::vector<communities::PartitionsAsked>{{m, k}});
      INFO("m " << m << ", k " << k);
      CHECK(table.log_count(m, k) == Approx(exact[0]).margin(k <= 16 ? 1e-9 : 0.05));
    }
  }
  // Where the exact number ends there is no step to speak of, and Hardy and Ramanujan's
  // exp(pi sqrt(2m/3)) / (4 m sqrt 3) is near for all parts.
  const auto around = communities::log_restricted_partitions(
      std::vector<communities::PartitionsAsked>{{9999, 300}, {10000, 300}, {1000000, 1000000}});
  CHECK(around[1] - around[0] == Approx(0.0).margin(0.05));
  const double m = 1e6;
  CHECK(around[2] ==
        Approx(std::acos(-1.0) * std::sqrt(2.0 * m / 3.0) - std::log(4.0 * m * std::sqrt(3.0)))
            .margin(0.01));
  CHECK(table.log_count(1000000, 1000000) == Approx(around[2]).margin(1e-3));
  CHECK(table.log_count(1000000, 3000) ==
        Approx(communities::log_restricted_partitions(
                   std::vector<communities::PartitionsAsked>{{1000000, 3000}})[0])
            .margin(0.01));
}

TEST_CASE("log factorials: the table and the series meet", "[algorithms][communities][sbm]") {
  const communities::LogFactorials small(10);
  for (const std::int64_t n : {0, 1, 2, 10, 63, 64, 65, 1000, 123456789}) {
    CHECK(small(n) == Approx(std::lgamma(static_cast<double>(n) + 1.0)).epsilon(1e-14));
  }
  CHECK(small.choose(5, 2) == Approx(std::log(10.0)));
  CHECK(small.choose(5, 5) == 0.0);
  CHECK(small.choose(0, 0) == 0.0);
}

}  // namespace
}  // namespace summitry
