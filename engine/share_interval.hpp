// ShareInterval: between which shares the true one lies. Plain data.
#pragma once

namespace summitry {

struct ShareInterval {
  double low = 0.0;
  double high = 1.0;
};

}  // namespace summitry
