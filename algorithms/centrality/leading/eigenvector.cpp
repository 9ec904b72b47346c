#include "algorithms/centrality/leading/eigenvector.hpp"

#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

void check(const EigenvectorOptions& options) {
  if (!(options.tolerance > 0.0)) {
    refuse_option("eigenvector", "tolerance", "> 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option("eigenvector", "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

}  // namespace

Scores eigenvector(const Graph& graph, const EigenvectorOptions& options, const Run& run) {
  check(options);
  require_strengths("eigenvector", graph);
  const LeadingOptions how{options.tolerance, options.max_iterations};
  const bool along_direction = graph.directed() && graph.edge_count() > 0;
  const LeadingVector leading =
      along_direction
          ? leading_directed(graph, how, run)
          : leading_symmetric(graph, std::vector<double>(graph.vertex_count(), 1.0), how, run);
  return {leading.vector, leading.convergence};
}

template <class Visit>
void describe(EigenvectorOptions& o, Visit&& visit) {
  visit("tolerance", o.tolerance, "stop below this relative error, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const Measure eigenvector;
const Measure eigenvector = entry_of<EigenvectorOptions>(
    {.name = "eigenvector",
     .title = "being joined to the important",
     .family = "spectral",
     .definition = "The leading eigenvector of the adjacency matrix (the left one when directed), "
                   "Euclidean norm 1, non-negative; 0 outside the components that hold the largest "
                   "eigenvalue.",
     .cost = "O(iterations * m)",
     .reference = "Bonacich 1972, doi:10.1080/0022250X.1972.9989806",
     .weights = WeightUse::strength,
     .work = {steps::sweeps, 1.0}},
    summitry::eigenvector);

}  // namespace entry
}  // namespace summitry
