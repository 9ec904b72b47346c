#include "cli/picture_part.hpp"

#include <algorithm>
#include <vector>

#include "algorithms/structure/cohesion/core_numbers.hpp"
#include "cli/usage_error.hpp"
#include "engine/names.hpp"
#include "engine/reshape.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::cli {
namespace {

std::string shown_of(const Graph& part, const Graph& whole) {
  return " (" + drawing::grouped(part.vertex_count()) + " of " +
         drawing::counted(whole.vertex_count(), "entity") + ").";
}

VertexId vertex_named(const Subject& subject, const std::string& id) {
  std::vector<std::string_view> known;
  known.reserve(subject.graph.vertex_count());
  for (VertexId v = 0; v < subject.graph.vertex_count(); ++v) {
    known.push_back(subject.network.entity(subject.graph.entity(v)).id);
    if (known.back() == id) return v;
  }
  throw UsageError(unknown_name("entity of the graph", id, known));
}

PicturePart surroundings(const Arguments& arguments, const Subject& subject) {
  const VertexId centre = vertex_named(subject, arguments.ego);
  const std::uint64_t steps = arguments.steps.value_or(1);
  PicturePart part;
  part.graph = ego(subject.graph, centre, static_cast<std::uint32_t>(steps));
  part.about = "Whoever is within " + drawing::counted(steps, "step") + " of " +
               drawing::clean(subject.network.entity(subject.graph.entity(centre)).name) +
               shown_of(part.graph, subject.graph);
  return part;
}

PicturePart core(const Arguments& arguments, const Subject& subject, const Run& run) {
  const Scores cores = core_numbers(subject.graph, run);
  const auto least = static_cast<double>(*arguments.core);
  std::vector<VertexId> kept;
  for (VertexId v = 0; v < subject.graph.vertex_count(); ++v) {
    if (cores.values[v] >= least) kept.push_back(v);
  }
  if (kept.empty()) {
    const double most =
        cores.values.empty() ? 0.0 : *std::max_element(cores.values.begin(), cores.values.end());
    throw UsageError("--core " + std::to_string(*arguments.core) +
                     ": nobody is in that core; the innermost is the " +
                     std::to_string(static_cast<long long>(most)) + "-core");
  }
  PicturePart part;
  part.graph = induced(subject.graph, kept);
  part.about = "The " + std::to_string(*arguments.core) + "-core: whoever has at least " +
               drawing::counted(*arguments.core, "neighbour") + " in it" +
               shown_of(part.graph, subject.graph);
  return part;
}

}  // namespace

OptionList part_options() {
  const std::string_view group = "Picture";
  return {
      {group, "--ego", "ID", "Only the entity of this id and whoever is near it.", &Arguments::ego},
      {group, "--steps", "N", "How near: so many ties away from --ego (default: 1).",
       &Arguments::steps},
      {group, "--core", "K",
       "Only the k-core: whoever keeps K neighbours when all with fewer are taken away.",
       &Arguments::core},
  };
}

PicturePart part_of(const Arguments& arguments, const Subject& subject, const Run& run) {
  if (!arguments.ego.empty() && arguments.core) {
    throw UsageError(
        "--ego and --core exclude each other: a picture is of the one or of the other");
  }
  if (arguments.steps && arguments.ego.empty()) {
    throw UsageError("--steps has no effect without --ego");
  }
  if (!arguments.ego.empty()) return surroundings(arguments, subject);
  if (arguments.core) return core(arguments, subject, run);
  return {subject.graph, ""};
}

}  // namespace summitry::cli
