#include "exporters/page/data/known.hpp"

#include <algorithm>
#include <cmath>

namespace summitry::page {

Known::Known(const report::Context& context, std::span<const NamedScores> scores,
             const Drawn& drawn)
    : context_(context),
      scores_(scores),
      drawn_(drawn),
      series_(drawing::editions(context.network(), context.parts().graph, drawn.options.series,
                                drawn.options.left_out)),
      vertex_(network().entities().size()),
      item_(network().entities().size()),
      editions_(network().entities().size()),
      draws_(network().relation_count(), false) {
  find_places();
  find_editions();
}

void Known::find_places() {
  for (VertexId v = 0; v < graph().vertex_count(); ++v) vertex_[graph().entity(v)] = v;
  const auto& items = composed().figure.items;
  for (std::size_t i = 0; i < items.size(); ++i) item_[items[i].entity] = i;
  const Graph& subset = drawn_.choice.subset.graph;
  for (EdgeId e = 0; e < subset.edge_count(); ++e) {
    for (const RelationIndex r : subset.relations(e)) draws_[r] = true;
  }
}

// As drawings have them; of those that are not in the graph, by what is realised and sourced.
void Known::find_editions() {
  if (series() == nullptr) return;
  for (const RelationIndex r : context_.sourced({Status::realised})) {
    const Relation relation = network().relation(r);
    const auto at = series_.position(relation);
    for (const EntityIndex end : {relation.source, relation.target}) {
      if (at) editions_[end].push_back(*at);
    }
    if (const auto target = series_.position(relation.target)) {
      editions_[relation.source].push_back(*target);
    }
  }
  for (EntityIndex i = 0; i < editions_.size(); ++i) {
    auto& positions = editions_[i];
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    if (vertex_[i]) positions = series_.of[*vertex_[i]];
  }
}

double pixels(double value) {
  return std::round(value * 100.0) / 100.0;
}

}  // namespace summitry::page
