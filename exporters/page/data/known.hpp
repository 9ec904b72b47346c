// What every part of the page's data needs: who is in the graph, who is drawn, who was at which edition.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "exporters/json_writer.hpp"
#include "exporters/page/data/data.hpp"

namespace summitry::page {

class Known {
 public:
  Known(const report::Context& context, std::span<const NamedScores> scores, const Drawn& drawn);

  [[nodiscard]] const report::Context& context() const { return context_; }
  [[nodiscard]] const Network& network() const { return context_.network(); }
  [[nodiscard]] const Graph& graph() const { return context_.parts().graph; }
  [[nodiscard]] std::span<const NamedScores> scores() const { return scores_; }
  [[nodiscard]] const drawing::ComposedPage& composed() const { return drawn_.composed; }
  // Of the series, whether or not the drawing has columns for them.
  [[nodiscard]] const drawing::Editions& series_editions() const { return series_; }
  [[nodiscard]] const Series* series() const { return series_.series; }

  [[nodiscard]] std::optional<VertexId> vertex(EntityIndex entity) const { return vertex_[entity]; }
  // The position in the figure's items.
  [[nodiscard]] std::optional<std::size_t> item(EntityIndex entity) const { return item_[entity]; }
  // Positions of the editions that an entity is tied to, ascending.
  [[nodiscard]] const std::vector<std::size_t>& editions(EntityIndex entity) const {
    return editions_[entity];
  }
  [[nodiscard]] bool draws(RelationIndex relation) const { return draws_[relation]; }

 private:
  void find_places();
  void find_editions();

  const report::Context& context_;
  std::span<const NamedScores> scores_;
  Drawn drawn_;
  drawing::Editions series_;
  std::vector<std::optional<VertexId>> vertex_;
  std::vector<std::optional<std::size_t>> item_;
  std::vector<std::vector<std::size_t>> editions_;
  std::vector<bool> draws_;
};

// The parts of the document, each a key with its value.
void write_entities(JsonWriter& json, const Known& known);
// Types are named by their position in Network::relation_types().
void write_relations(JsonWriter& json, const Known& known);
void write_sources(JsonWriter& json, const Known& known);
void write_drawing(JsonWriter& json, const Known& known);

// Pixels to a hundredth.
[[nodiscard]] double pixels(double value);

}  // namespace summitry::page
