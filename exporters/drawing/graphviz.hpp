// Graphviz' layout and rendering engines, wrapped once. They keep global state, so that one thread at
// a time passes through here.
#pragma once

#include <string>

#include "exporters/cgraph.hpp"

namespace summitry::drawing {

// Lays the graph out; every vertex then has an attribute "pos" of the form "x,y", in points.
// Throws Error with the engine's name when Graphviz does not know it.
void lay_out(CGraph& graph, const std::string& engine);

// Draws a graph whose vertices and edges have a "pos" each, and nothing else moves them.
[[nodiscard]] std::string render_pinned(CGraph& graph, const std::string& format);

}  // namespace summitry::drawing
