// Which editions of a series each vertex of a Graph is tied to: what places and colours it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"

namespace summitry::drawing {

struct Editions {
  const Series* series = nullptr;            // nothing: the picture has no series
  std::vector<std::vector<std::size_t>> of;  // by vertex: positions in the series, ascending
  std::vector<bool> is_edition;              // by vertex
  std::vector<std::string_view> left_out;    // relation types that tie to nothing

  [[nodiscard]] std::size_t count() const {
    return series == nullptr ? 0 : series->editions.size();
  }
  // The position of an entity in the series.
  [[nodiscard]] std::optional<std::size_t> position(EntityIndex entity) const;
  // The edition that a relation names, unless its type is left out.
  [[nodiscard]] std::optional<std::size_t> position(const Relation& relation) const;
  // The mean position; nothing when tied to none.
  [[nodiscard]] std::optional<double> mean(VertexId v) const;
};

// A tie is a relation to the edition itself or one that names it as its summit, unless its type is
// left out. With "" the only series; a Network with several or none then has none in its pictures.
// Throws UnknownName.
[[nodiscard]] Editions editions(const Network& network, const Graph& graph, std::string_view series,
                                std::span<const std::string> left_out);

// The first edition that an edge's relations name as their summit; nothing for none.
[[nodiscard]] std::optional<std::size_t> first_edition(const Network& network, const Graph& graph,
                                                       const Editions& editions, EdgeId e);

}  // namespace summitry::drawing
