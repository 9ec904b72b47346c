#include "algorithms/communities/agreement/agreement.hpp"

#include <rapidcheck.h>

#include <array>
#include <numeric>

#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Labelling;

Labelling random_labels(Random& random, std::size_t n, std::uint64_t labels) {
  Labelling result(n);
  for (std::uint32_t& label : result) label = static_cast<std::uint32_t>(random.below(labels));
  return result;
}

// Pairs that both keep together, the first only, the second only, and neither.
std::array<double, 4> count_pairs(const Labelling& a, const Labelling& b) {
  std::array<double, 4> counts{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t k = i + 1; k < a.size(); ++k) {
      ++counts[(a[i] == a[k] ? 0U : 2U) + (b[i] == b[k] ? 0U : 1U)];
    }
  }
  return counts;
}

// The mean of a figure over every arrangement of the second labelling: chance, exactly.
template <class Figure>
double mean_over_arrangements(const Labelling& a, const Labelling& b, Figure&& figure) {
  std::vector<std::size_t> order(b.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  double sum = 0.0;
  double count = 0.0;
  do {
    Labelling arranged(b.size());
    for (std::size_t i = 0; i < b.size(); ++i) arranged[i] = b[order[i]];
    sum += figure(a, arranged);
    count += 1.0;
  } while (std::next_permutation(order.begin(), order.end()));
  return sum / count;
}

TEST_CASE("agreement: two partitions of four by hand", "[algorithms][communities][agreement]") {
  const Labelling a = {0, 0, 1, 1};
  const Labelling b = {0, 0, 0, 1};
  // pairs: {0,1} together in both; {0,2},{1,2} in b only; {2,3} in a only; {0,3},{1,3} in neither
  CHECK(rand_index(a, b) == Approx(3.0 / 6.0));
  // expected 2 * 3 / 6 = 1, largest (2 + 3) / 2
  CHECK(adjusted_rand_index(a, b) == Approx(0.0).margin(1e-15));
  const double mi = 0.5 * std::log(4.0 * 2 / (2 * 3)) + 0.25 * std::log(4.0 * 1 / (2 * 3)) +
                    0.25 * std::log(4.0 * 1 / (2 * 1));
  CHECK(mutual_information(a, b) == Approx(mi).epsilon(1e-14));
  const double h1 = std::log(2.0);
  const double h2 = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  CHECK(variation_of_information(a, b) == Approx(h1 + h2 - 2.0 * mi).epsilon(1e-14));
  CHECK(normalised_mutual_information(a, b) == Approx(2.0 * mi / (h1 + h2)));
  CHECK(normalised_mutual_information(a, b, Normaliser::maximum) == Approx(mi / h1));
  CHECK(split_join_distance(a, b) == 8 - (2 + 1) - (2 + 1));
}

TEST_CASE("agreement: equals counting pairs, and chance over all arrangements",
          "[algorithms][communities][agreement]") {
  Random random(5);
  for (int trial = 0; trial < 12; ++trial) {
    const Labelling a = random_labels(random, 7, 3);
    const Labelling b = random_labels(random, 7, 4);
    const auto [both, first, second, neither] = count_pairs(a, b);
    CHECK(rand_index(a, b) == Approx((both + neither) / 21.0).epsilon(1e-13));
    const double largest = both + 0.5 * (first + second);
    const double expected = mean_over_arrangements(
        a, b, [](const Labelling& x, const Labelling& y) { return count_pairs(x, y)[0]; });
    CHECK(adjusted_rand_index(a, b) ==
          Approx((both - expected) / (largest - expected)).margin(1e-12));
    const double chance = mean_over_arrangements(
        a, b, [](const Labelling& x, const Labelling& y) { return mutual_information(x, y); });
    const double mi = mutual_information(a, b);
    const double mean_entropy = 0.5 * (mutual_information(a, a) + mutual_information(b, b));
    CHECK(adjusted_mutual_information(a, b) ==
          Approx((mi - chance) / (mean_entropy - chance)).margin(1e-10));
  }
}

TEST_CASE("agreement: symmetric, and blind to the names of communities",
          "[algorithms][communities][agreement]") {
  CHECK(rc::check([](std::uint64_t seed) {
    Random random(seed);
    const std::size_t n = 2 + random.below(40);
    const Labelling a = random_labels(random, n, 6);
    const Labelling b = random_labels(random, n, 5);
    Labelling renamed = b;
    for (std::uint32_t& label : renamed) label = 4000000000U - 7U * label;
    RC_ASSERT(adjusted_rand_index(a, b) == adjusted_rand_index(a, renamed));
    RC_ASSERT(std::abs(adjusted_rand_index(a, b) - adjusted_rand_index(b, a)) < 1e-12);
    RC_ASSERT(std::abs(mutual_information(a, b) - mutual_information(b, a)) < 1e-12);
    const double vi = variation_of_information(a, b);
    RC_ASSERT(vi > -1e-12 && vi < std::log(static_cast<double>(n)) + 1e-12);
    RC_ASSERT(adjusted_mutual_information(a, b) < 1.0 + 1e-9);
    RC_ASSERT(split_join_distance(a, b) == split_join_distance(b, a));
    RC_ASSERT(adjusted_rand_index(a, a) == 1.0);
    RC_ASSERT(adjusted_mutual_information(a, a) == 1.0);
    RC_ASSERT(variation_of_information(a, a) == 0.0);
  }));
}

TEST_CASE("agreement: nobody, one, all together, all apart",
          "[algorithms][communities][agreement]") {
  const Labelling together = {0, 0, 0};
  const Labelling apart = {0, 1, 2};
  const Labelling mixed = {0, 0, 1};
  for (const Labelling& same : {Labelling{}, Labelling{3}, together, apart}) {
    CHECK(rand_index(same, same) == 1.0);
    CHECK(adjusted_rand_index(same, same) == 1.0);
    CHECK(normalised_mutual_information(same, same) == 1.0);
    CHECK(adjusted_mutual_information(same, same) == 1.0);
    CHECK(variation_of_information(same, same) == 0.0);
    CHECK(split_join_distance(same, same) == 0);
  }
  CHECK(adjusted_rand_index(together, apart) == 0.0);
  CHECK(rand_index(together, apart) == 0.0);
  CHECK(adjusted_mutual_information(together, mixed) == 0.0);
  CHECK(adjusted_mutual_information(apart, mixed) == 0.0);
  CHECK(variation_of_information(together, apart) == Approx(std::log(3.0)));
  CHECK(mutual_information(Labelling{}, Labelling{}) == 0.0);
  CHECK_THROWS_AS(rand_index(together, Labelling{0}), InvalidOption);
}

TEST_CASE("agreement: the split of the karate club against the optimum",
          "[algorithms][communities][agreement]") {
  // Values of scikit-learn and igraph 0.10 for these two partitions.
  const Labelling split = testing::karate_split();
  const Labelling best = testing::karate_optimum();
  CHECK(adjusted_rand_index(split, best) == Approx(0.464591).margin(5e-7));
  CHECK(rand_index(split, best) == Approx(0.7361854).margin(5e-7));
  CHECK(adjusted_mutual_information(split, best) == Approx(0.566666).margin(5e-7));
  CHECK(adjusted_mutual_information(split, best, Normaliser::maximum) ==
        Approx(0.426827).margin(5e-7));
  CHECK(normalised_mutual_information(split, best) == Approx(0.587850).margin(5e-7));
  CHECK(mutual_information(split, best) == Approx(0.591911).margin(5e-7));
  CHECK(variation_of_information(split, best) == Approx(0.829995).margin(5e-7));
  CHECK(split_join_distance(split, best) == 13);
}

}  // namespace
}  // namespace summitry
