// How many samples keep every one of many figures within an error at once, with a chance of 99 in 100.
#pragma once

#include <cmath>
#include <cstddef>

namespace summitry {

constexpr double kSampleRisk = 0.01;  // of any figure at all lying outside

// Means of samples in [0, 1], absolute error. Hoeffding 1963, doi:10.1080/01621459.1963.10500830,
// and a union over the figures.
[[nodiscard]] inline std::size_t samples_of_means(double figures, double error) {
  return static_cast<std::size_t>(
      std::ceil(std::log(2.0 * figures / kSampleRisk) / (2.0 * error * error)));
}

// Squared lengths of vectors under random signs, relative error. Achlioptas 2003,
// doi:10.1016/S0022-0000(03)00025-4, and a union over the figures.
[[nodiscard]] inline std::size_t projections_of_lengths(double figures, double error) {
  const double rate = error * error / 2.0 - error * error * error / 3.0;
  return static_cast<std::size_t>(std::ceil(2.0 * std::log(2.0 * figures / kSampleRisk) / rate));
}

}  // namespace summitry
