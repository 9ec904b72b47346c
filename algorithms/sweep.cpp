#include "algorithms/sweep.hpp"

#include <span>

#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 16384;  // vertices: enough work to be worth a thread

struct Rows {
  std::span<const std::uint64_t> offsets;
  std::span<const VertexId> ends;
  std::span<const double> weights;
};

void add_up(const Rows& rows, const std::vector<double>& x, std::vector<double>& result,
            std::size_t begin, std::size_t end) {
  const bool weighted = !rows.weights.empty();
  for (std::size_t v = begin; v < end; ++v) {
    double total = 0.0;
    const std::uint64_t last = rows.offsets[v + 1];
    if (weighted) {
      for (std::uint64_t k = rows.offsets[v]; k < last; ++k) {
        total += rows.weights[k] * x[rows.ends[k]];
      }
    } else {
      for (std::uint64_t k = rows.offsets[v]; k < last; ++k) total += x[rows.ends[k]];
    }
    result[v] = total;
  }
}

void sweep(const Rows& rows, const std::vector<double>& x, std::vector<double>& result,
           const Run& run) {
  Run quiet = run;  // a sweep is too short to be worth a progress line
  quiet.progress = nullptr;
  parallel_blocks(x.size(), kBlock, quiet, "",
                  [&](const Block& block) { add_up(rows, x, result, block.begin, block.end); });
}

}  // namespace

void sum_over_in_edges(const Graph& graph, const std::vector<double>& x,
                       std::vector<double>& result, const Run& run) {
  sweep({graph.in_offsets(), graph.in_targets(), graph.in_arc_weights()}, x, result, run);
}

void sum_over_out_edges(const Graph& graph, const std::vector<double>& x,
                        std::vector<double>& result, const Run& run) {
  sweep({graph.out_offsets(), graph.out_targets(), graph.out_arc_weights()}, x, result, run);
}

}  // namespace summitry
