#include "algorithms/communities/resolutions/plateaus.hpp"

#include <cmath>
#include <limits>

#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry::communities {
namespace {

using testing::Labelling;
using Point = ResolutionProfile::Point;
using Plateau = ResolutionProfile::Plateau;

// Resolutions at even ratios, `step` octaves apart, around 1 in the middle.
std::vector<Point> points_at(std::size_t count, double step) {
  std::vector<Point> points(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double octaves = step * (static_cast<double>(i) - 0.5 * static_cast<double>(count - 1));
    points[i].resolution = std::exp2(octaves);
    points[i].stability = 1.0;
  }
  return points;
}

// `likeliest`: none is known unless given.
std::vector<Plateau> plateaus_of(std::vector<Point>& points,
                                 const std::vector<const Partition*>& partitions,
                                 std::vector<double> likeliest = {}) {
  likeliest.resize(points.size(), 0.0);
  return find_plateaus(points, partitions, likeliest, 1.0, {});
}

// Three divisions of twelve that have little in common.
const Partition kHalves = canonical(Labelling{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
const Partition kThirds = canonical(Labelling{0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2});
const Partition kPairs = canonical(Labelling{0, 1, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5});

TEST_CASE("plateaus: rows of one division, by hand", "[algorithms][communities]") {
  std::vector<Point> points = points_at(8, 0.5);
  const auto found = plateaus_of(
      points, {&kHalves, &kHalves, &kThirds, &kThirds, &kThirds, &kThirds, &kPairs, &kHalves});
  REQUIRE(found.size() == 2);
  CHECK(found[0].from == points[0].resolution);
  CHECK(found[0].to == points[1].resolution);
  CHECK_FALSE(found[0].chosen);
  CHECK(found[1].from == points[2].resolution);
  CHECK(found[1].to == points[5].resolution);
  CHECK(found[1].chosen);  // one and a half octaves
  const std::optional<std::size_t> nowhere;
  CHECK(points[1].plateau == 0U);
  CHECK(points[2].plateau == 1U);
  CHECK(points[5].plateau == 1U);
  CHECK(points[6].plateau == nowhere);
  CHECK(points[7].plateau == nowhere);
}

TEST_CASE(
    "plateaus: where no likeliest resolution is known, the most central of the most stable is used",
    "[algorithms][communities]") {
  std::vector<Point> points = points_at(7, 0.5);
  points[1].stability = 0.95;
  points[2].stability = 0.999;
  points[3].stability = 0.98;
  points[5].stability = 0.996;  // within 0.005 of 1 as well, but further out
  const std::vector<const Partition*> partitions(7, &kThirds);
  const auto found = plateaus_of(points, partitions);
  REQUIRE(found.size() == 1);
  CHECK(found[0].resolution == points[2].resolution);
  CHECK(found[0].stability == Approx((1.0 + 0.95 + 0.999 + 0.98 + 1.0 + 0.996 + 1.0) / 7.0));
}

TEST_CASE("plateaus: used is what is nearest to its own likeliest resolution, not at the ends",
          "[algorithms][communities]") {
  std::vector<Point> points = points_at(6, 0.5);
  const auto used = [](std::vector<Point> of, const std::vector<double>& likeliest) {
    return plateaus_of(of, std::vector<const Partition*>(of.size(), &kThirds), likeliest)
        .at(0)
        .resolution;
  };
  const double third = points[3].resolution;
  std::vector<double> likeliest(6, third);
  CHECK(used(points, likeliest) == third);
  likeliest[1] = points[1].resolution;
  likeliest[3] = likeliest[4] = 99.0;
  CHECK(used(points, likeliest) == points[1].resolution);
  points[1].stability = 0.99;
  CHECK(used(points, likeliest) == points[2].resolution);  // of equals the more central
  points[1].stability = 1.0;
  // The ends fit best, and are not taken; without a logarithm nothing fits.
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(used(points, {points[0].resolution, nan, 0.0, 99.0, 1000.0, points[5].resolution}) ==
        third);
  const std::vector<Point> two = points_at(2, 0.5);
  CHECK(used(two, {two[0].resolution, 100.0}) == two[0].resolution);
}

TEST_CASE("plateaus: an unstable point and one that may be on none break the row",
          "[algorithms][communities]") {
  std::vector<Point> points = points_at(9, 0.5);
  points[2].stability = 0.89;
  std::vector<const Partition*> partitions(9, &kThirds);
  partitions[5] = nullptr;
  const auto found = plateaus_of(points, partitions);
  REQUIRE(found.size() == 3);
  CHECK(found[0].to == points[1].resolution);
  CHECK(found[1].from == points[3].resolution);
  CHECK(found[1].to == points[4].resolution);
  CHECK(found[2].from == points[6].resolution);
  CHECK(found[2].to == points[8].resolution);
  CHECK(found[2].chosen);
}

TEST_CASE("plateaus: a division that drifts is not one plateau", "[algorithms][communities]") {
  // Of a hundred in two halves one more changes sides each time. Neighbours agree by (1 - 2/100)^2 or so,
  // the first and the fourth by (1 - 6/100)^2, which is less than 0.9.
  std::vector<Partition> drifting;
  for (std::uint32_t changed = 0; changed < 6; ++changed) {
    Labelling labels(100, 0);
    for (std::uint32_t v = 50 - changed; v < 100; ++v) labels[v] = 1;
    drifting.push_back(canonical(labels));
  }
  std::vector<const Partition*> partitions;
  partitions.reserve(drifting.size());
  for (const Partition& one : drifting) partitions.push_back(&one);
  std::vector<Point> points = points_at(6, 0.5);
  for (std::size_t i = 3; i < 6; ++i) points[i].stability = 0.99;  // the first three come first
  const auto found = plateaus_of(points, partitions);
  REQUIRE(found.size() == 2);
  CHECK(found[0].to == points[2].resolution);
  CHECK(found[1].from == points[3].resolution);
}

TEST_CASE("plateaus: less than an octave is taken near a middle that is not stable, and only there",
          "[algorithms][communities]") {
  const std::vector<const Partition*> near = {&kHalves, &kHalves, &kHalves, &kPairs, &kThirds};
  std::vector<Point> stable = points_at(5, 0.25);
  CHECK_FALSE(plateaus_of(stable, near).at(0).chosen);
  std::vector<Point> unstable = points_at(5, 0.25);
  unstable[2].stability = 0.5;
  CHECK(plateaus_of(unstable, near).at(0).chosen);
  // The same three octaves and more from the middle.
  std::vector<Point> far = points_at(31, 0.25);
  far[15].stability = 0.5;
  std::vector<const Partition*> partitions(31, nullptr);
  partitions[0] = partitions[1] = &kHalves;
  CHECK_FALSE(plateaus_of(far, partitions).at(0).chosen);
}

TEST_CASE("plateaus: of equally long ones the more stable is chosen", "[algorithms][communities]") {
  std::vector<Point> points = points_at(6, 0.5);
  points[1].stability = 0.95;
  const auto found =
      plateaus_of(points, {&kHalves, &kHalves, &kHalves, &kThirds, &kThirds, &kThirds});
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].chosen);
  CHECK(found[1].chosen);
}

TEST_CASE("plateaus: no points, and none that stays", "[algorithms][communities]") {
  std::vector<Point> nobody;
  CHECK(find_plateaus(nobody, {}, {}, 1.0, {}).empty());
  std::vector<Point> points = points_at(3, 0.5);
  CHECK(plateaus_of(points, {&kHalves, &kThirds, &kPairs}).empty());
}

}  // namespace
}  // namespace summitry::communities
