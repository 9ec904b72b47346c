// Directions and summits. See edges.hpp.
#include "loaders/xml/edges.hpp"

#include <utility>

namespace summitry {

void Remarks::once(const Cell& cell, const std::string& what, std::string remedy) {
  if (said_.insert(what).second) builder_.warning(cell, what, std::move(remedy));
}

bool Directions::network_is_directed(const LoadOptions& options) const {
  if (options.direction) return *options.direction == Direction::directed;
  return directed + undirected == 0 ? otherwise : directed > 0;
}

void Directions::warn_of_both(NetworkBuilder& builder, const Cell& graph,
                              const LoadOptions& options) const {
  if (directed == 0 || undirected == 0 || options.direction) return;
  builder.warning(graph,
                  std::to_string(undirected) + " undirected edges beside " +
                      std::to_string(directed) + " directed ones",
                  "each of them is kept as a relation both ways");
}

void add_directed(NetworkBuilder& builder, EdgeRow& edge, bool both_ways) {
  add_relations(builder, edge);
  if (!both_ways || edge.source.text == edge.target.text) return;
  std::swap(edge.source, edge.target);
  add_relations(builder, edge);
}

void ensure_summit(NetworkBuilder& builder, const Cell& summit) {
  if (summit.text.empty() || summit.text.find('|') != std::string_view::npos) return;
  builder.ensure_entity(summit, "summit");
}

bool describe_by(Dataset& dataset, std::string_view name, std::string_view value) {
  if (name == "dataset") {
    dataset.name = value;
  } else if (name == "title") {
    dataset.title = value;
  } else if (name == "version") {
    dataset.version = value;
  } else if (name == "citation") {
    dataset.citation = value;
  } else if (name == "description") {
    dataset.description = value;
  } else {
    return false;
  }
  return true;
}

}  // namespace summitry
