// Newman's spectral communities: groups are bisected by the signs of the leading eigenvector of their
// modularity matrix, until no bisection raises the modularity.
//
//   B(i,j) = w(i,j) - r k(i) k(j) / 2m      directed: the mean of Leicht-Newman's both ways
//   of a group g:  B(i,j) less, on the diagonal, the sum of B(i,k) over k in g
//
// Reads      direction yes (Leicht-Newman's modularity) | weights yes, strengths >= 0 | parallel
//            edges add up | loops count in degrees
// Gives      canonical numbers and the modularity. Components are the first groups. A vertex whose
//            entry is 0 (within 1e-9 of the norm) goes with the negative ones of an eigenvector turned
//            so that its largest entry is positive. Communities need not be connected. convergence:
//            iterations are multiplications by a modularity matrix; reached is false when an
//            eigenvector was not found as well as the tolerance asks. Does not depend on run.seed.
// Cost       O(multiplications * (n + m)) time, O(n + m + 60 n) memory; fine-tuning O(n^2) a round
// Method     Newman 2006, doi:10.1073/pnas.0601602103 and doi:10.1103/PhysRevE.74.036104; directed:
//            Leicht & Newman 2008, doi:10.1103/PhysRevLett.100.118703. Eigenvectors by Lanczos' method,
//            every vector made orthogonal to all before it. Fine-tuning after each bisection as Newman
//            does, in the manner of Kernighan & Lin 1970. igraph's leading eigenvector method has none,
//            and leaves undivided what has two vertices, or a largest eigenvalue that is not simple.
// See also   leiden.hpp, which finds better partitions
#pragma once

#include <string>
#include <string_view>

#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/run.hpp"

namespace summitry {

// What is done to a bisection before it is kept.
enum class FineTuning { none, kernighan_lin };

[[nodiscard]] std::string option_text(FineTuning value);
[[nodiscard]] bool read_option(std::string_view text, FineTuning& value);

struct SpectralOptions {
  double resolution = 1.0;  // >= 0; higher: more and smaller communities
  FineTuning fine_tuning = FineTuning::none;
  double tolerance = 1e-10;    // > 0; of an eigenvector's residual, as a share of the largest row
  int max_iterations = 20000;  // >= 1; multiplications for one eigenvector
};

// Throws InvalidOption for an option outside its range and InvalidWeight for weights that are not
// strengths. Stopping at max_iterations is not an error: convergence->reached is false.
[[nodiscard]] Partition spectral(const Graph& graph, const SpectralOptions& options = {},
                                 const Run& run = {});

}  // namespace summitry
