// The GAP Benchmark Suite beside ours: the program.
#include "bench/beside/gapbs.hpp"

#define main unused_main
namespace gapbs_components {
#include "cc.cc"
}  // namespace gapbs_components
namespace gapbs_betweenness {
#include "bc.cc"
}  // namespace gapbs_betweenness
namespace gapbs_triangles {
#include "tc.cc"
}  // namespace gapbs_triangles
#undef main

namespace summitry::bench {
namespace {

Contender gapbs(const Subject& subject) {
  Contender contender{"GAPBS", {1, 2}, {}};
  const auto graph = std::make_shared<const ::Graph>(graph_of(subject));
  add(
      contender, "components", [=] { return gapbs_components::Afforest(*graph); },
      [](const pvector<NodeID>& component) {
        return smallest_members({component.begin(), component.end()});
      });
  add(
      contender, "sampled-betweenness",
      [=] {
        SourcePicker<::Graph> sources(*graph);
        return gapbs_betweenness::Brandes(*graph, sources, 32);
      },
      [](const auto&) { return std::vector<double>{}; });
  add(
      contender, "triangle-count", [=] { return gapbs_triangles::Hybrid(*graph); },
      [](std::size_t count) { return std::vector{static_cast<double>(count)}; });
  if (graph->directed()) contender.kernels.erase("triangle-count");  // it reads no direction
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  using namespace summitry::bench;
  return serve(argc, argv, {gapbs, read_by_gapbs});
}
