// The choice behind figure_subset(), with what the picture needs to know of it.
#pragma once

#include "exporters/drawing.hpp"
#include "exporters/drawing/editions.hpp"

namespace summitry::drawing {

struct Choice {
  FigureSubset subset;
  Editions editions;  // of the whole Graph; no series when the picture is drawn without
};

[[nodiscard]] Choice choose(const Network& network, const Graph& graph,
                            const SubsetOptions& options);

}  // namespace summitry::drawing
