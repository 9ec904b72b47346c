#include "algorithms/communities/quality/inside.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/communities/quality/cpm.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/rows/run_of_step.hpp"
#include "algorithms/options.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {

std::string option_text(Quality quality) {
  return quality == Quality::cpm ? "cpm" : "modularity";
}

bool read_option(std::string_view text, Quality& quality) {
  if (text != "cpm" && text != "modularity") return false;
  quality = text == "cpm" ? Quality::cpm : Quality::modularity;
  return true;
}

namespace communities {

namespace {

// Weight of a row, and of its arcs into a community.
struct RowSums {
  double all = 0.0;
  double inside = 0.0;
};

RowSums sums_of(std::span<const VertexId> row, std::span<const double> weights,
                std::span<const std::uint32_t> community, std::uint32_t own) {
  if (weights.empty()) {
    std::uint32_t inside = 0;
    for (const VertexId u : row) inside += community[u] == own ? 1 : 0;
    return {static_cast<double>(row.size()), static_cast<double>(inside)};
  }
  RowSums sums;
  for (std::size_t k = 0; k < row.size(); ++k) {
    sums.all += weights[k];
    sums.inside += community[row[k]] == own ? weights[k] : 0.0;
  }
  return sums;
}

// Of the loops at v, which stand once in its row.
double loops_at(const Graph& graph, VertexId v) {
  const auto row = graph.out(v);
  const auto weights = graph.out_weights(v);
  double sum = 0.0;
  for (std::size_t k =
           static_cast<std::size_t>(std::lower_bound(row.begin(), row.end(), v) - row.begin());
       k < row.size() && row[k] == v; ++k) {
    sum += weights.empty() ? 1.0 : weights[k];
  }
  return sum;
}

// Calls add(v, sums of its row) in the order of the vertices, so that sums of sums have the same bytes
// for any number of threads; rows are read by all.
template <class Add>
void for_each_row(const Graph& graph, std::span<const std::uint32_t> community, const Run& run,
                  Add&& add) {
  constexpr std::size_t kStretch = 1 << 16;
  constexpr std::size_t kRowsATime = 1 << 10;
  const Run step = run_of_step(run, graph.out_targets().size());
  const std::size_t n = graph.vertex_count();
  std::vector<RowSums> sums(std::min(n, kStretch));
  for (std::size_t first = 0; first < n; first += kStretch) {
    const std::size_t count = std::min(n - first, kStretch);
    parallel_blocks(count, kRowsATime, step, "adding up", [&](const Block& block) {
      for (std::size_t i = block.begin; i < block.end; ++i) {
        const auto v = static_cast<VertexId>(first + i);
        sums[i] = sums_of(graph.out(v), graph.out_weights(v), community, community[v]);
      }
    });
    for (std::size_t i = 0; i < count; ++i) add(static_cast<VertexId>(first + i), sums[i]);
  }
}

void add_undirected(const Graph& graph, std::span<const std::uint32_t> community, const Run& run,
                    Inside& inside) {
  for_each_row(graph, community, run, [&](VertexId v, const RowSums& sums) {
    const std::uint32_t own = community[v];
    const double loops = graph.has_loops() ? loops_at(graph, v) : 0.0;
    inside.internal[own] += sums.inside + loops;
    inside.out_ends[own] += sums.all + loops;
    inside.total += sums.all + loops;
  });
  for (double& weight : inside.internal) weight /= 2.0;  // every edge was met from both its ends
  inside.total /= 2.0;
}

void add_directed(const Graph& graph, std::span<const std::uint32_t> community, const Run& run,
                  Inside& inside) {
  for_each_row(graph, community, run, [&](VertexId v, const RowSums& sums) {
    const std::uint32_t own = community[v];
    inside.internal[own] += sums.inside;
    inside.out_ends[own] += sums.all;
    inside.total += sums.all;
    const auto weights = graph.in_weights(v);
    inside.in_ends[own] += weights.empty() ? static_cast<double>(graph.in(v).size())
                                           : std::accumulate(weights.begin(), weights.end(), 0.0);
  });
}

}  // namespace

Inside look_inside(std::string_view function, const Graph& graph,
                   std::span<const std::uint32_t> community, const Run& run) {
  require_strengths(function, graph);
  if (community.size() != graph.vertex_count()) {
    refuse_option(function, "community", "one label a vertex", std::to_string(community.size()));
  }
  std::uint32_t labels = 0;
  for (const std::uint32_t c : community) labels = std::max(labels, c + 1);
  Inside inside;
  inside.internal.assign(labels, 0.0);
  inside.out_ends.assign(labels, 0.0);
  inside.in_ends.assign(graph.directed() ? labels : 0, 0.0);
  inside.size.assign(labels, 0);
  for (const std::uint32_t c : community) ++inside.size[c];
  if (graph.directed()) {
    add_directed(graph, community, run, inside);
  } else {
    add_undirected(graph, community, run, inside);
  }
  return inside;
}

void check_resolution(std::string_view function, double resolution) {
  if (std::isfinite(resolution) && resolution >= 0.0) return;
  refuse_option(function, "resolution", "a finite number >= 0", option_text(resolution));
}

std::optional<double> quality_of(Quality quality, const Graph& graph,
                                 std::span<const std::uint32_t> community, double resolution,
                                 const Run& run) {
  const double value = quality == Quality::cpm ? cpm_quality(graph, community, resolution, run)
                                               : modularity(graph, community, resolution, run);
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace communities
}  // namespace summitry
