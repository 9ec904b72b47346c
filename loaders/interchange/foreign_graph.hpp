// A graph as a file of another program holds it, and how it becomes a Network.
//
// Attributes by the names that our exporters write become what they were: of vertices `kind`, `name`,
// `subtype`, `iso3`, `aliases`, `description`, `from` and `to`, of edges `type`, `status`, `role`,
// `summit`, `from`, `to`, `weight` (or `relation-weight`), `amount`, `currency`, `confidence` and
// `note`. The counts in `sources` and `relations` are left out; all else is an attribute. Without
// them an entity is of kind `entity`, a relation of type `related`.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/interchange/facts.hpp"
#include "loaders/load.hpp"

namespace summitry::interchange {

struct ForeignVertex {
  Cell id;
  Cell label;  // the name, where no attribute is called so; empty: the id
};

struct ForeignEdge {
  Cell source, target;
};

struct ForeignGraph {
  Dataset dataset;
  std::vector<ForeignVertex> vertices;
  Facts of_vertices;  // a row each
  std::vector<ForeignEdge> edges;
  Facts of_edges;
  std::deque<std::string> texts;  // that stand nowhere in the file as they are; cells point into it

  [[nodiscard]] Cell keep(std::string text, const Cell& place) {
    return {texts.emplace_back(std::move(text)), place.line, place.column};
  }
};

void add_graph(NetworkBuilder& builder, ForeignGraph&& graph, const LoadOptions& options);

// Whether labels can be the ids of entities: all there, all different, none with a control character
// or a space at its ends.
[[nodiscard]] bool can_be_ids(const std::vector<Cell>& labels);

// Whether a file of so many bytes may claim to have so many vertices. Those that no line names are
// memory that no byte pays for, so there is an end to them: an early one for the fuzzers, which
// would else spend their time on making vertices.
[[nodiscard]] inline bool can_hold(std::size_t bytes, std::size_t vertices) {
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  constexpr std::size_t kMostUnnamed = 100;
#else
  constexpr std::size_t kMostUnnamed = 100'000;
#endif
  return vertices <= kMostUnnamed + bytes / 4;
}

}  // namespace summitry::interchange
