#include "algorithms/continuity/positions/edge_step.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "algorithms/continuity/positions/qap.hpp"
#include "algorithms/continuity/rosters/for_each_common.hpp"
#include "algorithms/continuity/statistics/ratio.hpp"
#include "engine/reshape.hpp"

namespace summitry {
namespace {

// The edges by the entities at their ends, each once.
std::vector<Edge> entity_pairs(const Graph& graph) {
  std::vector<Edge> pairs;
  for (const Edge& edge : graph.edges()) {
    if (edge.source == edge.target) continue;
    pairs.push_back({graph.entity(edge.source), graph.entity(edge.target)});
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::size_t shared(const std::vector<Edge>& a, const std::vector<Edge>& b) {
  std::vector<Edge> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

std::optional<double> jaccard(const std::vector<Edge>& a, const std::vector<Edge>& b) {
  const std::size_t both = shared(a, b);
  return ratio(both, a.size() + b.size() - both);
}

}  // namespace

CommonGraphs common_graphs(const Graph& before, const Graph& after) {
  std::vector<VertexId> in_before;
  std::vector<VertexId> in_after;
  const auto entity_of = [](const Graph& graph) {
    return [&graph](std::size_t v) { return graph.entity(static_cast<VertexId>(v)); };
  };
  for_each_common(before.vertex_count(), entity_of(before), after.vertex_count(), entity_of(after),
                  [&](std::size_t a, std::size_t b) {
                    in_before.push_back(static_cast<VertexId>(a));
                    in_after.push_back(static_cast<VertexId>(b));
                  });
  return {induced(before, in_before), induced(after, in_after)};
}

EdgeStep compare_edges(const Graph& before, const Graph& after, const CommonGraphs& common) {
  EdgeStep step;
  const auto earlier = entity_pairs(common.before);
  const auto later = entity_pairs(common.after);
  step.common = common.before.vertex_count();
  step.before = earlier.size();
  step.after = later.size();
  step.kept = shared(earlier, later);
  step.formed = step.after - step.kept;
  step.dissolved = step.before - step.kept;
  step.hamming = step.formed + step.dissolved;
  const std::size_t pairs = step.common < 2 ? 0 : step.common * (step.common - 1) / 2;
  step.hamming_share = ratio(step.hamming, pairs);
  step.jaccard = jaccard(earlier, later);
  step.jaccard_all = jaccard(entity_pairs(before), entity_pairs(after));
  step.persistence = ratio(step.kept, step.before);
  step.formation = ratio(step.formed, pairs - step.before);
  return step;
}

NullTest qap_test(const CommonGraphs& common, std::size_t permutations, const Run& run) {
  const QapCorrelation found =
      qap_correlation(common.before, common.after, {.permutations = permutations}, run);
  NullTest test;
  test.statistic = "QAP correlation";
  test.method = "relabelling (Krackhardt 1988)";
  if (!found.value) {
    test.note = "undefined: one of the two joins none of the common participants, or all alike";
    return test;
  }
  test.observed = found.value;
  test.mean = found.mean;
  test.sd = found.sd;
  if (found.sd > 1e-12) test.effect = (*found.value - found.mean) / found.sd;
  test.p_value = found.p_at_least;
  test.samples = found.exact ? 0 : found.permutations;
  test.seed = found.exact ? 0 : run.seed;
  test.smallest_p = found.smallest_p;
  if (found.exact) test.note = "over all relabellings";
  return test;
}

}  // namespace summitry
