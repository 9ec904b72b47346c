// Potentials of one component for any currents, by whichever way is quicker: a factor of the
// Laplacian where it has few enough entries, conjugate gradients else.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/centrality/circuits/conjugate_gradient.hpp"
#include "algorithms/centrality/circuits/factor.hpp"
#include "algorithms/centrality/circuits/resistance.hpp"
#include "engine/scores.hpp"

namespace summitry {

// Entries of a factor that are thought worth their memory, 1.3 GB, for exact figures.
inline constexpr std::size_t kMostFactorEntries = 60'000'000;

// What figures are to be: exact up to rounding, or good enough to be averaged over samples.
enum class Precision { exact, sampled };

class Potentials {
 public:
  // A factor is made when it has at most `most_entries` entries.
  Potentials(const Component& component, Precision precision, std::size_t most_entries,
             const Run& run);
  // At most kMostFactorEntries for exact figures. For sampled ones as many as make a
  // solution cheaper than the iterations that it saves.
  Potentials(const Component& component, Precision precision, const Run& run);

  struct Scratch {
    std::vector<Lanes> work;
    GradientScratch gradient;
  };
  // Currents, each lane summing to 0, to potentials up to a constant, in place.
  GradientOutcome solve(std::span<Lanes> x, Scratch& scratch) const;

  [[nodiscard]] const Factor* factor() const { return factor_ ? &*factor_ : nullptr; }

 private:
  const Component& component_;
  GradientLimits limits_;
  std::optional<Factor> factor_;
};

// The worst of many outcomes; nothing where none of them iterated.
[[nodiscard]] std::optional<Convergence> worst(std::span<const GradientOutcome> outcomes);
// Of two components.
void include(std::optional<Convergence>& all, const std::optional<Convergence>& one);

}  // namespace summitry
