#include "algorithms/communities/slices/multislice.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "algorithms/communities/proofs/clique_partition.hpp"
#include "algorithms/communities/proofs/exact.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using Divided = std::vector<Labelling>;

// Vertices that stand for the entities named.
Graph slice_of(std::vector<std::uint32_t> entities, std::vector<Edge> edges,
               Direction direction = Direction::undirected) {
  return Graph({.vertices = static_cast<VertexId>(entities.size()),
                .direction = direction,
                .edges = std::move(edges),
                .entities = std::move(entities)});
}

std::vector<Graph> random_slices(Random& random, std::size_t count, VertexId entities,
                                 bool directed) {
  std::vector<Graph> slices;
  for (std::size_t s = 0; s < count; ++s) {
    std::vector<std::uint32_t> present;
    for (std::uint32_t e = 0; e < entities; ++e) {
      if (random.below(5) > 0) present.push_back(e);
    }
    if (present.empty()) present.push_back(0);
    std::vector<Edge> edges;
    for (std::size_t k = 0; k < 2 * present.size(); ++k) {
      edges.push_back({static_cast<VertexId>(random.below(present.size())),
                       static_cast<VertexId>(random.below(present.size()))});
    }
    slices.push_back(
        slice_of(present, edges, directed ? Direction::directed : Direction::undirected));
  }
  return slices;
}

struct Place {
  std::size_t slice;
  VertexId vertex;
};

std::vector<Place> all_places(const std::vector<Graph>& slices) {
  std::vector<Place> places;
  for (std::size_t s = 0; s < slices.size(); ++s) {
    for (VertexId v = 0; v < slices[s].vertex_count(); ++v) places.push_back({s, v});
  }
  return places;
}

Divided divided(const std::vector<Graph>& slices, const Labelling& labels) {
  Divided result;
  std::size_t next = 0;
  for (const Graph& slice : slices) {
    result.emplace_back();
    for (VertexId v = 0; v < slice.vertex_count(); ++v) result.back().push_back(labels[next++]);
  }
  return result;
}

// What a pair of places is worth, and all weight, from the definition of Mucha et al. 2010.
struct ByDefinition {
  communities::PairValues pairs;
  double constant = 0.0;  // of every vertex with itself
  double mu = 0.0;
};

ByDefinition by_definition(const std::vector<Graph>& slices, double coupling, bool ordinal,
                           double gamma) {
  const std::vector<Place> places = all_places(slices);
  ByDefinition result{communities::PairValues(static_cast<VertexId>(places.size())), 0.0, 0.0};
  std::vector<testing::Matrix> a;
  std::vector<std::vector<double>> out(slices.size());
  std::vector<std::vector<double>> in(slices.size());
  std::vector<double> total(slices.size(), 0.0);
  for (std::size_t s = 0; s < slices.size(); ++s) {
    a.push_back(testing::adjacency(slices[s]));
    out[s].assign(a[s].size(), 0.0);
    in[s].assign(a[s].size(), 0.0);
    for (std::size_t i = 0; i < a[s].size(); ++i) {
      for (std::size_t j = 0; j < a[s].size(); ++j) {
        if (!slices[s].directed() && i == j) a[s][i][j] *= 2.0;
        out[s][i] += a[s][i][j];
        in[s][j] += a[s][i][j];
        total[s] += a[s][i][j];
      }
    }
    // Both ways round, an undirected edge is in the matrix twice and an arc once.
    result.mu += slices[s].directed() ? total[s] : 0.5 * total[s];
  }
  for (VertexId x = 0; x < places.size(); ++x) {
    for (VertexId y = x; y < places.size(); ++y) {
      const auto [s, i] = places[x];
      const auto [r, j] = places[y];
      double value = 0.0;
      if (s == r && total[s] > 0.0) {
        const double there = a[s][i][j] - gamma * out[s][i] * in[s][j] / total[s];
        const double back = a[s][j][i] - gamma * out[s][j] * in[s][i] / total[s];
        const double ways = slices[s].directed() ? 1.0 : 0.5;
        value = x == y ? ways * there : ways * (there + back);
      } else if (s != r && slices[s].entity(i) == slices[r].entity(j)) {
        if (!ordinal || r == s + 1) {
          value = coupling;
          result.mu += coupling;
        }
      }
      if (x == y) result.constant += value;
      if (x != y) result.pairs.set(x, y, value);
    }
  }
  return result;
}

// All slices as one graph: edges, and where the same entity is in two slices that are coupled.
Graph joined(const std::vector<Graph>& slices, bool ordinal, bool with_coupling) {
  const std::vector<Place> places = all_places(slices);
  GraphParts parts;
  parts.vertices = static_cast<VertexId>(places.size());
  VertexId first = 0;
  for (const Graph& slice : slices) {
    for (const Edge& edge : slice.edges()) {
      parts.edges.push_back({first + edge.source, first + edge.target});
    }
    first += slice.vertex_count();
  }
  for (VertexId x = 0; x < places.size() && with_coupling; ++x) {
    for (VertexId y = x + 1; y < places.size(); ++y) {
      const auto [s, i] = places[x];
      const auto [r, j] = places[y];
      const bool coupled = s != r && (!ordinal || r == s + 1);
      if (coupled && slices[s].entity(i) == slices[r].entity(j)) parts.edges.push_back({x, y});
    }
  }
  return Graph(std::move(parts));
}

MultisliceOptions coupled(double coupling, CouplingKind kind = CouplingKind::ordinal) {
  MultisliceOptions options;
  options.coupling = coupling;
  options.coupling_kind = kind;
  return options;
}

TEST_CASE("multislice: two slices of two pairs, by hand", "[algorithms][communities][multislice]") {
  const std::vector<Graph> slices = {testing::undirected(4, {{0, 1}, {2, 3}}),
                                     testing::undirected(4, {{0, 1}, {2, 3}})};
  const SlicedPartition found = multislice(slices);
  CHECK(found.community == Divided{{0, 0, 1, 1}, {0, 0, 1, 1}});
  // m(s) Q(s) = 2 * 1/2 a slice, four couplings kept; all weight is 2 + 2 + 4
  CHECK(*found.quality == Approx((1.0 + 1.0 + 4.0) / 8.0));
  CHECK(found.convergence->reached);
}

TEST_CASE("multislice: who changes sides changes communities, unless coupling forbids it",
          "[algorithms][communities][multislice]") {
  // Three triangles' worth of company: 3 is with 0 1 2 first and with 4 5 6 then.
  const std::vector<Edge> with_first = {{0, 1}, {1, 2}, {0, 2}, {3, 0}, {3, 1},
                                        {3, 2}, {4, 5}, {5, 6}, {4, 6}};
  const std::vector<Edge> with_second = {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {3, 5},
                                         {3, 6}, {4, 5}, {5, 6}, {4, 6}};
  const std::vector<Graph> slices = {testing::undirected(7, with_first),
                                     testing::undirected(7, with_second)};
  const auto switches = [&](double coupling) {
    const SlicedPartition found = multislice(slices, coupled(coupling));
    Labelling count;
    for (const Itinerary& one : itineraries(slices, found)) {
      count.push_back(static_cast<std::uint32_t>(one.switches));
    }
    return count;
  };
  CHECK(switches(0.5) == Labelling{0, 0, 0, 1, 0, 0, 0});
  CHECK(switches(50.0) == Labelling(7, 0));
}

TEST_CASE("multislice: Q is that of its definition over all pairs",
          "[algorithms][communities][multislice]") {
  Random random(31);
  for (int trial = 0; trial < 40; ++trial) {
    const std::vector<Graph> slices = random_slices(random, 3, 5, trial % 2 == 0);
    const auto kind = trial % 3 == 0 ? CouplingKind::categorical : CouplingKind::ordinal;
    MultisliceOptions options = coupled(0.5 * static_cast<double>(random.below(4)), kind);
    options.resolutions = {1.25};
    const ByDefinition expected =
        by_definition(slices, options.coupling, kind == CouplingKind::ordinal, 1.25);
    Labelling labels(expected.pairs.size());
    for (auto& label : labels) label = static_cast<std::uint32_t>(random.below(4));
    const double q =
        (communities::value_of(expected.pairs, labels) + expected.constant) / expected.mu;
    CHECK(multislice_modularity(slices, divided(slices, labels), options) ==
          Approx(q).margin(1e-12));
  }
}

TEST_CASE("multislice: the best of ten runs is the proven optimum, nearly always",
          "[algorithms][communities][multislice]") {
  Random random(32);
  int best = 0;
  for (int trial = 0; trial < 30; ++trial) {
    const std::vector<Graph> slices = random_slices(random, 3, 6, trial % 2 == 0);
    const auto kind = trial % 3 == 0 ? CouplingKind::categorical : CouplingKind::ordinal;
    const MultisliceOptions options = coupled(0.25 + 0.25 * static_cast<double>(trial % 5), kind);
    const ByDefinition expected =
        by_definition(slices, options.coupling, kind == CouplingKind::ordinal, 1.0);
    Labelling start(expected.pairs.size());
    for (VertexId v = 0; v < start.size(); ++v) start[v] = v;
    const auto proven =
        communities::best_clique_partition(expected.pairs, start, {1e-6, 5000}, Run{});
    REQUIRE(proven.proven);
    const double optimum = (proven.value + expected.constant) / expected.mu;
    const SlicedPartition found = multislice(slices, options);
    INFO("trial " << trial);
    CHECK(*found.quality <= optimum + 1e-6);
    CHECK(*found.quality >= optimum - 0.01);
    if (*found.quality >= optimum - 1e-6) ++best;
  }
  CHECK(best >= 28);
}

TEST_CASE("multislice: without coupling every slice is divided for itself",
          "[algorithms][communities][multislice]") {
  Random random(33);
  for (int trial = 0; trial < 15; ++trial) {
    const std::vector<Graph> slices = random_slices(random, 3, 9, trial % 2 == 0);
    const SlicedPartition found = multislice(slices, coupled(0.0));
    double expected = 0.0;
    double weight = 0.0;
    for (const Graph& slice : slices) {
      const double m = static_cast<double>(slice.edge_count());
      expected += m * *exact(slice).quality;
      weight += m;
    }
    CHECK(*found.quality == Approx(expected / weight).margin(1e-6));
    std::vector<std::size_t> slice_of_community(found.count, 99);
    for (std::size_t s = 0; s < slices.size(); ++s) {
      for (const std::uint32_t c : found.community[s]) {
        CHECK((slice_of_community[c] == 99 || slice_of_community[c] == s));
        slice_of_community[c] = s;
      }
    }
  }
}

TEST_CASE("multislice: very large coupling lets nobody change",
          "[algorithms][communities][multislice]") {
  CHECK(rc::check([](std::uint64_t seed, bool categorical) {
    Random random(seed);
    std::vector<Graph> slices;
    for (int s = 0; s < 4; ++s) {
      slices.push_back(testing::random_graph({.vertices = 8, .edges = 14}, random.next()));
    }
    const auto kind = categorical ? CouplingKind::categorical : CouplingKind::ordinal;
    const SlicedPartition found = multislice(slices, coupled(1000.0, kind));
    for (const Itinerary& one : itineraries(slices, found)) RC_ASSERT(one.switches == 0);
  }));
}

TEST_CASE("multislice: every community is connected by edges and coupling",
          "[algorithms][communities][multislice]") {
  CHECK(rc::check([](std::uint64_t seed, bool directed, bool categorical) {
    Random random(seed);
    const auto slices = random_slices(random, 1 + random.below(4), 12, directed);
    const double coupling = 0.5 * static_cast<double>(random.below(4));
    MultisliceOptions options =
        coupled(coupling, categorical ? CouplingKind::categorical : CouplingKind::ordinal);
    options.resolutions = {0.25 + 0.25 * static_cast<double>(random.below(6))};
    options.runs = 1;
    Run run;
    run.seed = seed;
    const SlicedPartition found = multislice(slices, options, run);
    RC_ASSERT(found.convergence->reached);
    Labelling labels;
    for (const Labelling& one : found.community)
      labels.insert(labels.end(), one.begin(), one.end());
    RC_ASSERT(testing::all_connected(joined(slices, !categorical, coupling > 0.0), labels));
  }));
}

TEST_CASE("multislice: ordinal coupling does not reach across a missed edition",
          "[algorithms][communities][multislice]") {
  const std::vector<Graph> slices = {slice_of({7, 8}, {{0, 1}}), slice_of({8}, {}),
                                     slice_of({7, 8}, {{0, 1}})};
  const std::vector<std::vector<std::uint32_t>> labels = {{0, 0}, {0}, {1, 0}};
  // 1 edge and 1 edge, couplings of entity 8 alone: Q(0) = 0, Q(2) = -1/2
  CHECK(multislice_modularity(slices, labels) == Approx((0.0 - 0.5 + 2.0) / 4.0));
  CHECK(multislice_modularity(slices, labels, coupled(1.0, CouplingKind::categorical)) ==
        Approx((0.0 - 0.5 + 3.0) / 6.0));
  SlicedPartition partition;
  partition.community = labels;
  const auto found = itineraries(slices, partition);
  REQUIRE(found.size() == 2);
  CHECK(found[0].entity == 7);
  CHECK(found[0].slices == std::vector<std::uint32_t>{0, 2});
  CHECK(found[0].communities == std::vector<std::uint32_t>{0, 1});
  CHECK(found[0].switches == 1);
  CHECK(found[1].switches == 0);
}

TEST_CASE("multislice: a resolution for each slice", "[algorithms][communities][multislice]") {
  const Graph ring = testing::ring_of_cliques(6, 3);
  MultisliceOptions options = coupled(0.0);
  options.resolutions = {0.0, 1.0, 9.0};
  const SlicedPartition found = multislice(std::vector<Graph>{ring, ring, ring}, options);
  const auto communities_in = [&](std::size_t slice) {
    return canonical(found.community[slice]).count;
  };
  CHECK(communities_in(0) == 1);
  CHECK(communities_in(1) < 10);
  CHECK(communities_in(2) == 18);
}

TEST_CASE("multislice: one thread or four give the same partition",
          "[algorithms][communities][multislice][parallel]") {
  Random random(34);
  const std::vector<Graph> slices = random_slices(random, 4, 20, false);
  Run run;
  run.threads = 1;
  const SlicedPartition one = multislice(slices, {}, run);
  run.threads = 4;
  const SlicedPartition four = multislice(slices, {}, run);
  CHECK(one.community == four.community);
  CHECK(*one.quality == *four.quality);
}

TEST_CASE("multislice: how far runs agree is told of all places",
          "[algorithms][communities][multislice][parallel]") {
  const std::vector<Graph> clear(3, testing::two_cliques(6));
  const SlicedPartition sure = multislice(clear);
  REQUIRE(sure.stability.has_value());
  CHECK(sure.stability->runs == 100);
  CHECK(sure.stability->stable);
  CHECK(sure.stability->mean_agreement == 1.0);
  CHECK(sure.stability->distinct == 1);
  CHECK(sure.stability->confidence == std::vector<double>(36, 1.0));
  CHECK(sure.stability->quality_max == *sure.quality);
  MultisliceOptions once;
  once.runs = 1;
  CHECK_FALSE(multislice(clear, once).stability.has_value());
  CHECK_FALSE(multislice(std::vector<Graph>(3)).stability.has_value());

  Random random(77);
  const auto slices = random_slices(random, 3, 14, false);
  Run run;
  run.threads = 1;
  const SlicedPartition one = multislice(slices, {}, run);
  run.threads = 4;
  const SlicedPartition four = multislice(slices, {}, run);
  REQUIRE(one.stability.has_value());
  CHECK(one.stability->mean_agreement == four.stability->mean_agreement);
  CHECK(one.stability->confidence == four.stability->confidence);
  CHECK(one.stability->quality_min <= one.stability->quality_max);
  CHECK(one.stability->quality_max == *one.quality);
  std::size_t places = 0;
  for (const Graph& slice : slices) places += slice.vertex_count();
  CHECK(one.stability->confidence.size() == places);
}

TEST_CASE("multislice: a coupling in which edges would be lost is refused",
          "[algorithms][communities][multislice]") {
  const std::vector<Graph> plain(2, testing::two_cliques(3));
  CHECK(multislice(plain, coupled(1e6)).count == 2);
  CHECK_THROWS_WITH(multislice(plain, coupled(1.1e6)),
                    "multislice: coupling must be from 0 to a million times the largest weight, "
                    "1e+06, got 1100000");
  const std::vector<Graph> heavy(
      2, testing::with_strengths(4, {{0, 1}, {2, 3}, {1, 2}}, {50.0, 50.0, 1.0}));
  CHECK(multislice(heavy, coupled(5e7)).count == 2);
  CHECK_THROWS_AS(multislice(heavy, coupled(6e7)), InvalidOption);
}

TEST_CASE("multislice: no slices, empty ones, and what is refused",
          "[algorithms][communities][multislice]") {
  CHECK(multislice({}).count == 0);
  CHECK_FALSE(multislice({}).quality.has_value());
  const std::vector<Graph> empty(3);
  CHECK(multislice(empty).community == Divided(3));
  const std::vector<Graph> single = {testing::undirected(1, {}), testing::undirected(1, {{0, 0}})};
  CHECK(multislice(single).community == Divided{{0}, {0}});
  CHECK(multislice(single, coupled(0.0)).count == 2);
  CHECK_THROWS_AS(multislice(single, coupled(-1.0)), InvalidOption);
  CHECK_THROWS_AS(multislice(single, coupled(std::nan(""))), InvalidOption);
  MultisliceOptions options;
  options.resolutions = {1.0, 1.0, 1.0};
  CHECK_THROWS_AS(multislice(single, options), InvalidOption);
  options.resolutions = {-1.0};
  CHECK_THROWS_AS(multislice(single, options), InvalidOption);
  options = {};
  options.runs = 0;
  CHECK_THROWS_AS(multislice(single, options), InvalidOption);
  CHECK_THROWS_AS(multislice_modularity(single, Divided{{0}}), InvalidOption);
  const std::vector<Graph> distances = {Graph(
      {.vertices = 2, .edges = {{0, 1}}, .meaning = WeightMeaning::distance, .weights = {1.0}})};
  CHECK_THROWS_AS(multislice(distances), InvalidWeight);
  CouplingKind kind = CouplingKind::ordinal;
  CHECK((read_option("categorical", kind) && option_text(kind) == "categorical"));
  CHECK_FALSE(read_option("cardinal", kind));
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(multislice(single, {}, cancelled), Cancelled);
}

}  // namespace
}  // namespace summitry
