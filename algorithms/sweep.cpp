#include "algorithms/sweep.hpp"

#include "algorithms/arcs.hpp"
#include "engine/parallel.hpp"

namespace summitry {

void sum_along(const Graph& graph, Along along, const std::vector<double>& x,
               std::vector<double>& result, const Run& run) {
  constexpr std::size_t kBlock = 16384;  // vertices: enough work to be worth a thread
  const Arcs rows = arcs(graph, along);
  Run quiet = run;  // a sweep is too short to be worth a progress line
  quiet.progress = nullptr;
  parallel_blocks(x.size(), kBlock, quiet, "", [&](const Block& block) {
    for (std::size_t v = block.begin; v < block.end; ++v) result[v] = row_sum(rows, v, x.data());
  });
}

}  // namespace summitry
