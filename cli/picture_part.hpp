// The part of a graph that a picture is of: an entity's surroundings, or the dense middle.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"
#include "engine/graph.hpp"

namespace summitry::cli {

struct PicturePart {
  Graph graph;
  std::string about;  // a sentence for the caption; "" for the whole
};

[[nodiscard]] OptionList part_options();
// Throws UsageError for an entity that is not in the graph, and for a core that is empty.
[[nodiscard]] PicturePart part_of(const Arguments& arguments, const Subject& subject,
                                  const Run& run);

}  // namespace summitry::cli
