#include "algorithms/inference/quantile.hpp"

#include <vector>

#include "tests/support/catch.hpp"

namespace summitry {

TEST_CASE("quantile: between neighbours by proportion", "[algorithms][inference]") {
  const std::vector<double> values = {1.0, 2.0, 4.0, 8.0};
  CHECK(quantile(values, 0.0) == 1.0);
  CHECK(quantile(values, 1.0) == 8.0);
  CHECK(quantile(values, 0.5) == 3.0);
  CHECK(quantile(values, 0.25) == 1.75);  // as R's quantile() and numpy.quantile()
  CHECK(quantile(values, 0.9) == Approx(6.8));
  const std::vector<double> one = {5.0};
  CHECK(quantile(one, 0.975) == 5.0);
}

}  // namespace summitry
