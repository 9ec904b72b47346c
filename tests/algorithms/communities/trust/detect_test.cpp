#include "algorithms/communities/trust/detect.hpp"

#include "algorithms/catalogue.hpp"
#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/portraits/participation.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/searches/leiden.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

bool same(const NamedPartition& a, const NamedPartition& b) {
  return a.partition.community == b.partition.community && a.modularity == b.modularity &&
         a.parameters == b.parameters && a.stability->confidence == b.stability->confidence &&
         a.stability->mean_agreement == b.stability->mean_agreement &&
         a.stability->distinct == b.stability->distinct &&
         a.stability->quality_min == b.stability->quality_min;
}

TEST_CASE("detect: clear communities come out of every run", "[algorithms][communities][detect]") {
  const NamedPartition found = detect_communities(testing::two_cliques(5));
  CHECK(found.name == "leiden");
  CHECK(found.quality_name == "modularity");
  CHECK(found.partition.count == 2);
  CHECK(found.modularity == *found.partition.quality);
  REQUIRE(found.communities.size() == 2);
  CHECK(found.communities[0].members == std::vector<VertexId>{0, 1, 2, 3, 4});
  CHECK(found.communities[0].internal == 10.0);
  CHECK(found.communities[0].conductance == Approx(1.0 / 21.0));
  REQUIRE(found.stability.has_value());
  CHECK(found.stability->runs == 100);
  CHECK(found.stability->distinct == 1);
  CHECK(found.stability->mean_agreement == 1.0);
  CHECK(found.stability->stable);
  CHECK(found.stability->confidence == std::vector<double>(10, 1.0));
  const Parameters expected = {{"quality", "modularity"}, {"resolution", "1"},
                               {"randomness", "0.01"},    {"max-iterations", "100"},
                               {"runs", "100"},           {"seed", "1"}};
  CHECK(found.parameters == expected);
}

TEST_CASE("detect: unclear communities are said to be unclear",
          "[algorithms][communities][detect]") {
  // every run cuts a long cycle at other places
  std::vector<Edge> edges;
  for (VertexId v = 0; v < 60; ++v) edges.push_back({v, (v + 1) % 60});
  const Graph graph = unweighted(60, edges);
  const NamedPartition found = detect_communities(graph);
  REQUIRE(found.stability.has_value());
  CHECK(found.stability->distinct > 5);
  CHECK(found.stability->mean_agreement < 0.9);
  CHECK_FALSE(found.stability->stable);
  CHECK(found.stability->quality_max == *found.partition.quality);
  CHECK(found.stability->quality_min <= found.stability->quality_max);
  for (const double share : found.stability->confidence) {
    CHECK(share >= 0.01 - 1e-12);  // the run that was kept agrees with itself
    CHECK(share < 1.0);
  }
}

TEST_CASE("detect: stability equals its definition over the runs",
          "[algorithms][communities][detect]") {
  const Graph graph = testing::planted(4, 8, 0.5, 0.2, 3);
  // The seeds that detect_communities() uses: the run's own, then one a stream.
  std::vector<Partition> runs;
  for (std::uint64_t r = 0; r < 6; ++r) {
    Run run;
    run.seed = r == 0 ? 9 : Random(9, r).next();
    runs.push_back(leiden(graph, {}, run));
  }
  Run run;
  run.seed = 9;
  const NamedPartition found = detect_communities(graph, {.runs = 6}, run);
  double agreement = 0.0;
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = i + 1; k < 6; ++k) {
      agreement += adjusted_rand_index(runs[i].community, runs[k].community) / 15.0;
    }
  }
  CHECK(found.stability->mean_agreement == Approx(agreement).epsilon(1e-12));
  const auto& kept = found.partition.community;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    double together = 0.0;
    double others = 0.0;
    for (VertexId u = 0; u < graph.vertex_count(); ++u) {
      if (u == v || kept[u] != kept[v]) continue;
      others += 1.0;
      for (const Partition& one : runs) together += one.community[u] == one.community[v] ? 1 : 0;
    }
    CHECK(found.stability->confidence[v] == Approx(together / (6.0 * others)).epsilon(1e-12));
  }
}

TEST_CASE("detect: one thread or four, the same bytes",
          "[algorithms][communities][detect][parallel]") {
  const Graph graph = testing::planted(5, 20, 0.3, 0.1, 6);
  for (const char* method : {"leiden", "louvain", "label-propagation"}) {
    Run one;
    one.threads = 1;
    Run four;
    four.threads = 4;
    const DetectOptions options{.method = method, .runs = 8};
    CHECK(same(detect_communities(graph, options, one), detect_communities(graph, options, four)));
  }
}

TEST_CASE("detect: pairs are told of small graphs unasked, of others when asked",
          "[algorithms][communities][detect]") {
  const NamedPartition small = detect_communities(testing::two_cliques(4), {.runs = 3});
  REQUIRE(small.together.has_value());
  CHECK(small.together->from == 0.1);
  CHECK(small.together->pairs.size() == 12);
  const Graph large = testing::ring_of_cliques(30, 4);
  CHECK_FALSE(detect_communities(large, {.runs = 2}).together.has_value());
  const NamedPartition asked = detect_communities(large, {.runs = 2, .together = 1.0});
  REQUIRE(asked.together.has_value());
  for (const Together& pair : asked.together->pairs) CHECK(pair.share == 1.0);
  CHECK_THROWS_AS(detect_communities(large, {.runs = 2, .together = 0.0}), InvalidOption);
}

TEST_CASE("detect: a method that needs no chance is run once, and qualities have their own names",
          "[algorithms][communities][detect]") {
  const Graph karate = testing::karate_club();
  const NamedPartition spectral = detect_communities(karate, {.method = "spectral", .runs = 7});
  CHECK_FALSE(spectral.random);
  CHECK_FALSE(spectral.stability.has_value());
  CHECK(spectral.quality_name == "modularity");
  CHECK(spectral.parameters[spectral.parameters.size() - 2] ==
        std::pair<std::string, std::string>("runs", "1"));
  DetectOptions options{.method = "infomap", .runs = 3};
  const NamedPartition best = detect_communities(karate, options);
  CHECK(best.quality_name == "map-equation");
  CHECK(best.partition.quality.has_value());
  CHECK(best.modularity == Approx(modularity(karate, best.partition)));
  options.keep = Keep::consensus;
  options.method = "label-propagation";
  options.runs = 20;
  const NamedPartition agreed = detect_communities(karate, options);
  CHECK(*agreed.partition.quality == Approx(agreed.modularity));
}

TEST_CASE("detect: one run has no stability and is the method's own partition",
          "[algorithms][communities][detect]") {
  const Graph karate = testing::karate_club();
  Run run;
  run.seed = 42;
  const NamedPartition found = detect_communities(karate, {.runs = 1}, run);
  CHECK_FALSE(found.stability.has_value());
  CHECK(found.partition.community == leiden(karate, {}, run).community);
}

TEST_CASE("detect: nobody, no edges, and refusals", "[algorithms][communities][detect]") {
  const NamedPartition empty = detect_communities(Graph());
  CHECK(empty.partition.count == 0);
  CHECK(std::isnan(empty.modularity));
  CHECK(empty.communities.empty());
  const NamedPartition alone = detect_communities(unweighted(3, {}));
  CHECK(alone.partition.count == 3);
  CHECK_FALSE(alone.stability.has_value());  // nothing to agree on
  const Graph graph = testing::two_cliques(3);
  CHECK_THROWS_AS(detect_communities(graph, {.runs = 0}), InvalidOption);
  CHECK_THROWS_WITH(detect_communities(graph, {.method = "leidn"}),
                    Catch::Contains("did you mean \"leiden\"?"));
  CHECK_THROWS_AS(detect_communities(graph, {.parameters = {{"resolutio", "1"}}}), InvalidOption);
  CHECK_THROWS_AS(detect_communities(graph, {.parameters = {{"quality", "best"}}}), InvalidOption);
  const auto cpm =
      detect_communities(graph, {.parameters = {{"quality", "cpm"}, {"resolution", "0.5"}}});
  CHECK(cpm.quality_name == "cpm");
  CHECK(cpm.modularity == Approx(modularity(graph, cpm.partition)));
}

TEST_CASE("detect: the optimum of karate over ten runs, for every seed tried",
          "[algorithms][communities][detect]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Run run;
    run.seed = seed;
    const auto found = detect_communities(testing::karate_club(), {}, run);
    CHECK(found.modularity == Approx(0.4197896).margin(5e-8));
    CHECK(found.partition.community == canonical(testing::karate_optimum()).community);
  }
}

TEST_CASE("participation: by hand on two triangles and a bridge",
          "[algorithms][communities][participation]") {
  const Graph graph = unweighted(7, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 5}});
  const Partition halves = canonical(Labelling{0, 0, 0, 1, 1, 1, 2});
  const Scores scores = participation(graph, halves);
  CHECK(scores.values[0] == 0.0);
  CHECK(scores.values[2] == Approx(1.0 - 4.0 / 9.0 - 1.0 / 9.0));
  CHECK(std::isnan(scores.values[6]));
}

TEST_CASE("participation: weights, loops and direction",
          "[algorithms][communities][participation]") {
  const Partition apart = canonical(Labelling{0, 1, 2});
  // vertex 0: 2 to community 1, 2 to community 2, and a loop that has both its ends at home
  const Graph loop = with_strengths(3, {{0, 1}, {0, 2}, {0, 0}}, {2.0, 2.0, 1.0});
  CHECK(participation(loop, apart).values[0] == Approx(2.0 / 3.0));
  const Graph arcs = unweighted(3, {{0, 1}, {2, 0}}, Direction::directed);
  CHECK(participation(arcs, apart).values[0] == Approx(0.5));
  const Graph nothing = with_strengths(3, {{0, 1}, {0, 1}, {0, 2}}, {0.0, 3.0, 1.0});
  CHECK(participation(nothing, apart).values[0] == Approx(1.0 - 9.0 / 16.0 - 1.0 / 16.0));
  CHECK_THROWS_AS(participation(arcs, canonical(Labelling{0, 1})), InvalidOption);
}

TEST_CASE("participation: the catalogue's is against the communities of the same seed",
          "[algorithms][communities][participation]") {
  const Graph graph = testing::planted(4, 12, 0.4, 0.1, 8);
  const NamedScores named = compute(measure("participation"), graph);
  const auto found = detect_communities(graph);
  CHECK(named.scores.values == participation(graph, found.partition).values);
  CHECK(named.parameters == Parameters{{"method", "leiden"}, {"runs", "auto"}});
  CHECK(found.partition.community == kept_partition(graph).community);
  const auto few = detect_communities(graph, {.runs = 2});
  CHECK(compute(measure("participation"), graph, {{"runs", "2"}}).scores.values ==
        participation(graph, few.partition).values);
  CHECK_THROWS_AS(compute(measure("participation"), graph, {{"method", "nobody"}}), UnknownName);
}

}  // namespace
}  // namespace summitry
