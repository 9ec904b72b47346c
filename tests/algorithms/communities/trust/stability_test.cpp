#include "algorithms/communities/trust/stability.hpp"

#include <cmath>

#include "algorithms/communities/agreement/against.hpp"
#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using namespace summitry::communities;
using summitry::testing::Labelling;

namespace {

Partition with_quality(const Labelling& labels, double quality) {
  Partition partition = canonical(labels);
  partition.quality = quality;
  return partition;
}

Partition random_partition(Random& random, std::size_t n) {
  Labelling labels;
  const std::uint64_t groups = 1 + random.below(n);
  for (std::size_t v = 0; v < n; ++v) {
    labels.push_back(static_cast<std::uint32_t>(random.below(groups)));
  }
  return with_quality(labels, random.unit());
}

}  // namespace

TEST_CASE("against: the same as the indices that sort, on random partitions",
          "[algorithms][communities]") {
  Random random(11);
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 2 + random.below(40);
    const Partition a = random_partition(random, n);
    Against against(a);
    for (int other = 0; other < 3; ++other) {  // the scratch must be clean between uses
      const Partition b = random_partition(random, n);
      const Closeness closeness = against.to(b);
      CHECK(closeness.agreement ==
            Approx(adjusted_rand_index(a.community, b.community)).margin(1e-12));
      CHECK(closeness.distance == Approx(variation_of_information(a.community, b.community) /
                                         std::log(static_cast<double>(n)))
                                      .margin(1e-12));
      CHECK(closeness.distance <= 1.0 + 1e-12);
    }
    CHECK(against.to(a).distance == 0.0);
    CHECK(against.to(a).agreement == 1.0);
  }
}

TEST_CASE("against: nobody and one vertex are always the same", "[algorithms][communities]") {
  for (const Labelling& labels : {Labelling{}, Labelling{0}}) {
    const Partition only = canonical(labels);
    CHECK(Against(only).to(only).agreement == 1.0);
    CHECK(Against(only).to(only).distance == 0.0);
  }
}

TEST_CASE("stability: two camps of runs are told as two solutions", "[algorithms][communities]") {
  // 3 runs see {0..5 | 6..11}, 2 see {0..2, 6..8 | 3..5, 9..11}, by hand
  const Labelling halves = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
  const Labelling stripes = {0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1};
  std::vector<Partition> runs;
  for (const double quality : {0.5, 0.5, 0.5}) runs.push_back(with_quality(halves, quality));
  for (const double quality : {0.4, 0.4}) runs.push_back(with_quality(stripes, quality));
  const auto stability = stability_of(runs, runs[0], {});
  CHECK(stability.runs == 5);
  CHECK(stability.distinct == 2);
  REQUIRE(stability.solutions.size() == 2);
  CHECK(stability.solutions[0].runs == 3);
  CHECK(stability.solutions[0].distance == 0.0);
  CHECK(stability.solutions[0].quality == 0.5);
  CHECK(stability.solutions[1].runs == 2);
  CHECK(stability.solutions[1].communities == 2);
  // independent halves: variation of information 2 log 2
  const double far = 2.0 * std::log(2.0) / std::log(12.0);
  CHECK(stability.solutions[1].distance == Approx(far));
  CHECK(stability.distance_nearest == Approx(far));
  CHECK(stability.distance_farthest == Approx(far));
  CHECK(stability.distance_mean == Approx(0.4 * far));
  // of the five others two are beside each vertex in every run, three only in the first three
  for (const double share : stability.confidence) CHECK(share == Approx((3.0 + 2.0 * 0.4) / 5.0));
  CHECK(stability.wavering.empty());  // 0.76
  // agreement 1 within the camps (3 + 1 pairs of 10), and one value across
  const double across = adjusted_rand_index(halves, stripes);
  CHECK(stability.mean_agreement == Approx((4.0 + 6.0 * across) / 10.0));
  CHECK_FALSE(stability.stable);
}

TEST_CASE("stability: the kept partition's solution comes first, whatever its runs",
          "[algorithms][communities]") {
  const Labelling halves = {0, 0, 0, 0, 1, 1, 1, 1};
  const Labelling stripes = {0, 0, 1, 1, 0, 0, 1, 1};
  const std::vector<Partition> runs = {with_quality(halves, 0.5), with_quality(stripes, 0.4),
                                       with_quality(stripes, 0.4)};
  const auto stability = stability_of(runs, runs[0], {});
  CHECK(stability.solutions[0].runs == 1);
  CHECK(stability.solutions[1].runs == 2);
  // three others: one in every run, two in one of three
  CHECK(stability.wavering.size() == 8);
  for (const double share : stability.confidence) CHECK(share == Approx((1.0 + 2.0 / 3.0) / 3.0));
}

TEST_CASE("stability: quartiles are those between sorted qualities", "[algorithms][communities]") {
  std::vector<Partition> runs;
  for (const double quality : {0.4, 0.1, 0.3, 0.2}) {
    runs.push_back(with_quality({0, 0, 1, 1}, quality));
  }
  const auto stability = stability_of(runs, runs[0], {});
  CHECK(stability.quality_min == 0.1);
  CHECK(stability.quality_lower == Approx(0.175));
  CHECK(stability.quality_median == Approx(0.25));
  CHECK(stability.quality_upper == Approx(0.325));
  CHECK(stability.quality_max == 0.4);
  CHECK(stability.quality_sd == Approx(std::sqrt(0.05 / 3.0)));
  CHECK(stability.distinct == 1);
  CHECK(stability.mean_agreement == 1.0);
  CHECK(stability.solutions.size() == 1);
}

TEST_CASE(
    "stability: every run belongs to exactly one solution, and one thread says as much as four",
    "[algorithms][communities][parallel]") {
  Random random(5);
  for (int round = 0; round < 30; ++round) {
    std::vector<Partition> runs;
    const std::size_t n = 2 + random.below(12);
    for (std::size_t i = 0; i < 2 + random.below(20); ++i) {
      runs.push_back(random_partition(random, n));
    }
    const Partition& kept = runs[best_of(runs)];
    const auto one = stability_of(runs, kept, {.threads = 1});
    const auto four = stability_of(runs, kept, {.threads = 4});
    std::size_t sum = 0;
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < one.solutions.size(); ++i) {
      sum += one.solutions[i].runs;
      distinct += one.solutions[i].distinct;
      CHECK(one.solutions[i].distance == four.solutions[i].distance);
      if (i > 1) CHECK(one.solutions[i - 1].runs >= one.solutions[i].runs);
    }
    CHECK(sum == runs.size());
    CHECK(distinct == one.distinct);
    CHECK(one.solutions[0].distance == 0.0);
    CHECK(one.mean_agreement == four.mean_agreement);
    CHECK(one.confidence == four.confidence);
    CHECK(one.distance_mean == four.distance_mean);
  }
}

TEST_CASE("runs: how many are made unasked falls with the size and with the effort",
          "[algorithms][communities]") {
  CommunityMethod method = community_method("leiden");
  const auto runs_on = [&](VertexId n, EdgeId m) {
    std::vector<Edge> edges(m, Edge{0, 1});
    return runs_for(testing::unweighted(n, edges), method);
  };
  CHECK(runs_on(0, 0) == 100);
  CHECK(runs_on(10'000, 10'000) == 100);
  CHECK(runs_on(10'000, 30'000) == 50);
  CHECK(runs_on(1'000'000, 10) == 10);
  method.effort = 4.0;
  CHECK(runs_on(10'000, 10'000) == 25);
  method.random = false;
  CHECK(runs_on(10, 10) == 1);
}
