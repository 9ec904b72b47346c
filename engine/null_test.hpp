// NullTest: one statistic beside what a null model expects of it. Plain data: whatever tests against
// chance, of rosters, positions or blocs, fills in the same fields, so that one table holds them all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace summitry {

// What a p counts as at least as strange: at least as much as observed, or as far from the mean on
// either side.
enum class Alternative { greater, two_sided };

struct NullTest {
  std::string name;       // of what: "bletchley-2023 to seoul-2024"
  std::string statistic;  // "retained", "QAP correlation", …
  // Missing where it is undefined; an effect also where the null model leaves no choice.
  std::optional<double> observed;
  std::optional<double> mean;        // under the null model
  std::optional<double> sd;          // under the null model
  std::optional<double> effect;      // (observed - mean) / sd
  std::optional<double> p_value;     // by `alternative`; sampled: (1 + those) / (1 + R)
  std::optional<double> p_adjusted;  // Benjamini & Hochberg over the family
  std::size_t samples = 0;           // R; 0: exact
  std::uint64_t seed = 0;            // of the samples
  double smallest_p = 0.0;           // no p can be below; 0: no such bound is known
  Alternative alternative = Alternative::greater;
  std::string method;  // the null model: "fixed margins", "order permutation", …
  std::string note;    // why something is missing, or what cannot be decided
};

}  // namespace summitry
