// Scores: a number per vertex or per edge of a Graph, in its order.
#pragma once

#include <optional>
#include <vector>

namespace summitry {

struct Convergence {
  int iterations = 0;
  double change = 0.0;   // the last change, in the method's own norm
  bool reached = false;  // false: values are the best estimate so far
};

struct Scores {
  std::vector<double> values;  // not a number: undefined there (exported as missing)
  std::optional<Convergence> convergence;
};

}  // namespace summitry
