// What an exporter is given: the data, the graph that a selection made of it, and the results that
// travel along.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"
#include "engine/transitions.hpp"

namespace summitry {

// Whether entities stand where the picture of the graph has them, in its sizes and colours.
enum class Places : std::uint8_t { none, drawn };

// Whether times stand in a file that other programs than the one it is for refuse then.
enum class Times : std::uint8_t { none, years };

struct ExportParts {
  const Network& network;
  const Graph& graph;
  const NamedPartition* communities = nullptr;       // of the graph; for formats that show them
  const std::vector<NamedScores>* scores = nullptr;  // of vertices; for formats that show them
  std::string title;                                 // of a picture; "": the data set's
  const Provenance* provenance = nullptr;            // how graph and results came about
  const Continuity* continuity = nullptr;            // for formats with tables of it
  Places places = Places::none;
  Times times = Times::none;
  std::size_t top = 20;  // rows of a table for a paper, at most; 0: all
};

}  // namespace summitry
