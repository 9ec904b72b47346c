#include "algorithms/sweep.hpp"

#include "algorithms/arcs.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 16384;  // vertices: enough work to be worth a thread

void add_up(const Arcs& rows, const std::vector<double>& x, std::vector<double>& result,
            std::size_t begin, std::size_t end) {
  const bool weighted = !rows.weights.empty();
  for (std::size_t v = begin; v < end; ++v) {
    double total = 0.0;
    const std::size_t last = rows.end(v);
    if (weighted) {
      for (std::size_t k = rows.begin(v); k < last; ++k) {
        total += rows.weights[k] * x[rows.ends[k]];
      }
    } else {
      for (std::size_t k = rows.begin(v); k < last; ++k) total += x[rows.ends[k]];
    }
    result[v] = total;
  }
}

}  // namespace

void sum_along(const Graph& graph, Along along, const std::vector<double>& x,
               std::vector<double>& result, const Run& run) {
  const Arcs rows = arcs(graph, along);
  Run quiet = run;  // a sweep is too short to be worth a progress line
  quiet.progress = nullptr;
  parallel_blocks(x.size(), kBlock, quiet, "",
                  [&](const Block& block) { add_up(rows, x, result, block.begin, block.end); });
}

}  // namespace summitry
