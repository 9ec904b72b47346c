#include "algorithms/communities/searches/two_modes.hpp"

#include <utility>

namespace summitry::communities {
namespace {

// Whether every vertex only sends or only receives.
bool told_by_direction(const Graph& graph) {
  if (!graph.directed()) return false;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (!graph.out(v).empty() && !graph.in(v).empty()) return false;
  }
  return true;
}

// Colours by turns outwards from the first vertex of each part.
class Colouring {
 public:
  explicit Colouring(const Graph& graph) : graph_(graph), seen_(graph.vertex_count(), false) {
    modes_.first.assign(graph.vertex_count(), false);
  }

  TwoModes found() && {
    for (VertexId start = 0; start < graph_.vertex_count() && !modes_.odd; ++start) {
      if (!seen_[start]) colour_part(start);
    }
    return std::move(modes_);
  }

 private:
  void colour_part(VertexId start) {
    seen_[start] = true;
    modes_.first[start] = true;
    frontier_.assign(1, start);
    while (!frontier_.empty() && !modes_.odd) {
      const VertexId v = frontier_.back();
      frontier_.pop_back();
      for (const VertexId u : graph_.out(v)) visit(v, u);
      if (!graph_.directed()) continue;
      for (const VertexId u : graph_.in(v)) visit(v, u);
    }
  }

  void visit(VertexId from, VertexId to) {
    if (seen_[to]) {
      if (modes_.first[to] == modes_.first[from] && !modes_.odd) modes_.odd = Edge{from, to};
      return;
    }
    seen_[to] = true;
    modes_.first[to] = !modes_.first[from];
    frontier_.push_back(to);
  }

  const Graph& graph_;
  std::vector<bool> seen_;
  std::vector<VertexId> frontier_;
  TwoModes modes_;
};

}  // namespace

TwoModes two_modes(const Graph& graph) {
  if (!told_by_direction(graph)) return Colouring(graph).found();
  TwoModes modes;
  modes.first.resize(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) modes.first[v] = !graph.out(v).empty();
  return modes;
}

}  // namespace summitry::communities
