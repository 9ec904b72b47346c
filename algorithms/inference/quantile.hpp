// Quantiles of a sample.
//
//   between the values at places below and above  share * (n - 1)  by proportion
//
// Method     type 7 of Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566; as R and NumPy unless told
//            otherwise
#pragma once

#include <span>

namespace summitry {

// Requires at least one value, ascending, and a share in [0, 1].
[[nodiscard]] double quantile(std::span<const double> sorted, double share);

}  // namespace summitry
