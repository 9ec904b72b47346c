// The Laplacian of a component with its hub grounded, factored once into L D L': potentials for any
// currents in time that grows with the entries of L, and the entries of the inverse that stand where
// there are edges without solving for whole columns.
//
// Cost       factor and inverse O(sum over columns of L of its entries squared), solve O(entries);
//            20 bytes an entry, 12 more while it is made
// Method     Eigen: approximate minimum degree ordering and SimplicialLDLT. Entries of the inverse:
//            Takahashi, Fagan & Chin 1973; Erisman & Tinney 1975, doi:10.1145/360680.360704
// See also   resistance.hpp; conjugate_gradient.hpp where L would be too large
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/centrality/circuits/resistance.hpp"
#include "engine/run.hpp"

namespace summitry {

class Factor {
 public:
  // Nothing when L would have more than `most` entries, which is known before they are computed.
  [[nodiscard]] static std::optional<Factor> of(const Component& component, std::size_t most,
                                                const Run& run);

  // What making one takes, known beforehand: the entries of a column of L squared, over all columns.
  [[nodiscard]] static std::optional<double> products(const Component& component, std::size_t most);

  // Currents to potentials, in place, the hub's being 0. What is given at the hub is ignored: it
  // takes up whatever the others leave. `work` is scratch of the same size.
  void solve(std::span<Lanes> x, std::span<Lanes> work) const;

  // Of the inverse C of the grounded Laplacian (0 at the hub): C(v,v) by member, and C(u,v) by wire.
  struct Inverse {
    std::vector<double> diagonal;
    std::vector<double> wires;
  };
  [[nodiscard]] Inverse inverse(std::span<const Wire> wires, const Run& run) const;

 private:
  Factor() = default;

  VertexId hub_ = 0;
  std::vector<std::uint32_t> position_;  // of a member in the order of elimination; the hub is last
  std::vector<std::size_t> offsets_;     // columns of L, below the diagonal
  std::vector<std::uint32_t> rows_;
  std::vector<double> values_;
  std::vector<double> pivots_;
  std::vector<std::uint32_t> groups_;  // of columns that share their rows: where each begins
};

}  // namespace summitry
