// The example with results, as exporters are given it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exporters/export_parts.hpp"
#include "tests/exporters/example.hpp"

namespace summitry::example {

// Owns what ExportParts points to, so it stays where it was made.
struct Whole {
  explicit Whole(const Selection& selection = {}) : Whole(example::network(), selection) {}
  Whole(Network data, const Selection& selection)
      : network(std::move(data)), graph(select(network, selection)) {}
  Whole(const Whole&) = delete;
  Whole& operator=(const Whole&) = delete;
  ~Whole() = default;

  [[nodiscard]] ExportParts plain() const { return {.network = network, .graph = graph}; }
  [[nodiscard]] ExportParts with_results() const {
    ExportParts parts = plain();
    parts.communities = &communities;
    parts.scores = &scores;
    parts.provenance = &provenance;
    return parts;
  }

  Network network;
  Graph graph;
  NamedPartition communities = graph.vertex_count() > 0 ? example::communities(graph)
                                                        : NamedPartition{};
  std::vector<NamedScores> scores = example::scores(graph);
  Provenance provenance = example::provenance();
};

// How often `piece` stands in `text`.
[[nodiscard]] inline std::size_t times(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace summitry::example
