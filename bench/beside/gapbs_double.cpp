// PageRank of the GAP Benchmark Suite, which is in single precision and so does not reach the residual
// that everybody is asked for, with double in place of float.
#include "bench/beside/gapbs.hpp"

#define main unused_main
#define float double
namespace gapbs_pagerank {
#include "pr.cc"
}  // namespace gapbs_pagerank
#undef float
#undef main

namespace summitry::bench {
namespace {

Contender gapbs_double(const Subject& subject) {
  Contender contender{"GAPBS in double", {1, 2}, {}};
  const auto graph = std::make_shared<const ::Graph>(graph_of(subject));
  if (graph->directed()) return contender;  // it loses what dangling vertices hold
  add(
      contender, "pagerank", [=] { return gapbs_pagerank::PageRankPullGS(*graph, 10000, 1e-10); },
      [](const pvector<double>& scores) {
        return std::vector<double>(scores.begin(), scores.end());
      });
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  using namespace summitry::bench;
  return serve(argc, argv, {gapbs_double, nullptr});
}
