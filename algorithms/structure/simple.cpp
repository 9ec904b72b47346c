#include "algorithms/structure/simple.hpp"

namespace summitry {

void SimpleGraph::append(VertexId end, double weight, std::size_t row_begin, Pairs pairs) {
  const bool known = targets_.size() > row_begin && targets_.back() == end;
  if (!known) targets_.push_back(end);
  if (pairs == Pairs::plain) return;
  if (known) {
    weights_.back() += weight;
  } else {
    weights_.push_back(weight);
  }
}

SimpleGraph::SimpleGraph(const Graph& graph, Pairs pairs) {
  offsets_.reserve(std::size_t{graph.vertex_count()} + 1);
  targets_.reserve(graph.out_targets().size());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::size_t row_begin = targets_.size();
    const auto out = graph.out(v);
    const auto in = graph.directed() ? graph.in(v) : std::span<const VertexId>{};
    const auto out_weights = graph.out_weights(v);
    const auto in_weights = graph.in_weights(v);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < out.size() || j < in.size()) {  // both lists are sorted: a merge
      const bool from_out = j == in.size() || (i < out.size() && out[i] <= in[j]);
      const VertexId end = from_out ? out[i] : in[j];
      double weight = 1.0;
      if (graph.weighted()) weight = from_out ? out_weights[i] : in_weights[j];
      ++(from_out ? i : j);
      if (end != v) append(end, weight, row_begin, pairs);
    }
    offsets_.push_back(targets_.size());
  }
}

}  // namespace summitry
