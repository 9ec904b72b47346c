// summitry draw: a picture of the network.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/detection.hpp"
#include "cli/figures.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/picture_part.hpp"
#include "cli/theme.hpp"
#include "cli/usage_error.hpp"
#include "engine/names.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/drawing.hpp"

namespace summitry::cli {
namespace {

constexpr std::string_view kDefaultSize = "degree";

std::string form_of(const Arguments& arguments, const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  std::string form = !arguments.format.empty() ? arguments.format
                     : extension.empty()       ? std::string("svg")
                                               : extension.substr(1);
  const std::vector<std::string_view> known = {"svg", "png", "pdf", "dot"};
  for (const std::string_view name : known) {
    if (name == form) return form;
  }
  throw UsageError(unknown_name("picture format", form, known));
}

PictureFormat picture_format(const std::string& form) {
  if (form == "png") return PictureFormat::png;
  return form == "pdf" ? PictureFormat::pdf : PictureFormat::svg;
}

PictureLayout layout_of(const Arguments& arguments) {
  if (arguments.layout == "bands") return PictureLayout::bands;
  if (arguments.layout == "sides") return PictureLayout::sides;
  if (arguments.layout == "stress") return PictureLayout::stress;
  return arguments.layout == "spring" ? PictureLayout::spring : PictureLayout::automatic;
}

// What every file of one call shares.
struct Figure {
  std::string about;
  std::vector<NamedScores> sizes;
  std::optional<NamedPartition> communities;
};

// By first edition where there is a series to tell it, else by community.
bool wants_communities(const Arguments& arguments, const Network& network) {
  if (arguments.colour == "communities") return true;
  const PictureLayout layout = layout_of(arguments);
  const bool banded = layout == PictureLayout::automatic || layout == PictureLayout::bands;
  return arguments.colour.empty() && (network.series().empty() || !banded);
}

Figure compute_figure(const Arguments& arguments, const Subject& subject, Console& console) {
  const Run run = run_of(arguments, console);
  const std::string_view size = arguments.size.empty() ? kDefaultSize : arguments.size;
  Figure figure;
  const MeasureChoice choice = named_measures(arguments, {size});
  require_entities(choice, "a picture");
  figure.sizes = compute_measures(choice, subject.graph, run, console);
  if (wants_communities(arguments, subject.network)) {
    figure.communities = find_communities(arguments, subject, console);
  }
  return figure;
}

// Who is drawn without a name: it found no room, or stands for several with the same ties.
std::string unnamed_csv(const Network& network, const Picture& picture) {
  std::string table = csv_line(std::vector<std::string>{"id", "kind", "name"});
  for (const EntityIndex index : picture.unnamed) {
    const Entity& entity = network.entity(index);
    table += csv_line(std::vector<std::string>{entity.id, entity.kind, entity.name});
  }
  return table;
}

struct Rendered {
  std::string bytes;
  std::string unnamed;  // a table; "" of DOT, which names everybody
};

Rendered render(const Arguments& arguments, const Subject& subject, const Figure& figure,
                const std::string& form, Console& console) {
  const NamedPartition* communities = figure.communities ? &*figure.communities : nullptr;
  if (form == "dot") {
    return {to_dot(subject.network, subject.graph,
                   {.communities = communities, .scores = &figure.sizes, .title = arguments.title}),
            ""};
  }
  DrawingOptions options;
  options.title = arguments.title;
  options.about = figure.about;
  options.layout = layout_of(arguments);
  if (arguments.lines == "types") options.lines = PictureLines::types;
  options.subset.rank = &figure.sizes.front();
  options.subset.series = arguments.series;
  if (arguments.top) options.subset.limit = *arguments.top;
  options.communities = communities;
  options.colours = theme_of(arguments);
  const auto drawn = [&] {
    const Doing doing(console, "drawing");
    return draw(subject.network, subject.graph, picture_format(form), options);
  };
  Picture picture = drawn();
  console.note(picture.caption);
  return {std::move(picture.bytes), unnamed_csv(subject.network, picture)};
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.outputs.empty()) {
    throw UsageError("summitry draw needs a file to draw to, as in -o network.svg");
  }
  std::vector<std::string> forms;
  for (const std::string& path : arguments.outputs) forms.push_back(form_of(arguments, path));
  if (!arguments.unnamed.empty() &&
      std::all_of(forms.begin(), forms.end(), [](const auto& form) { return form == "dot"; })) {
    throw UsageError("--unnamed is for pictures: DOT names everybody");
  }
  Subject subject = read_subject("draw", arguments, console);
  PicturePart part = part_of(arguments, subject, run_of(arguments, console));
  subject.graph = std::move(part.graph);
  Figure figure = compute_figure(arguments, subject, console);
  figure.about = std::move(part.about);
  std::vector<Rendered> pictures;
  std::string unnamed;  // the same in all pictures of one call
  for (const std::string& form : forms) {
    console.check();
    pictures.push_back(render(arguments, subject, figure, form, console));
    if (form != "dot") unnamed = pictures.back().unnamed;
  }
  console.check();
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    write_output(arguments.outputs[i], pictures[i].bytes, console);
  }
  if (!arguments.unnamed.empty()) write_output(arguments.unnamed, unnamed, console);
  return 0;
}

OptionList picture_options() {
  const std::string_view group = "Picture";
  return {
      {group, "--size", "MEASURE", "What large means, and who is shown first (default: degree).",
       &Arguments::size},
      {group, "--top", "N",
       "Show at most N entities besides the summits (default: as many as can be read; 0: all).",
       &Arguments::top},
      {group,
       "--colour",
       "BY",
       "communities or edition (the first that an entity is tied to; needs a series) (default: "
       "edition where there is a series, else communities).",
       &Arguments::colour,
       Effect::figures,
       {"communities", "edition"}},
      {group,
       "--layout",
       "NAME",
       "bands (the editions of a series, left to right), sides (two kinds face to face), stress or "
       "spring (default: whichever the data call for).",
       &Arguments::layout,
       Effect::figures,
       {"bands", "sides", "stress", "spring"}},
      {group,
       "--lines",
       "BY",
       "status (money wide, refusals dashed) or types: the three most frequent types of relation "
       "solid, dashed and dotted (default: status). With --weights they are darker for more.",
       &Arguments::lines,
       Effect::figures,
       {"status", "types"}},
      {group, "--unnamed", "FILE", "Also write a table of those drawn without a name of their own.",
       &Arguments::unnamed, Effect::output},
      {group, "--title", "TEXT", "The title (default: that of the data set).", &Arguments::title},
      {group, "--series", "ID", "Which series orders the picture (default: the only one).",
       &Arguments::series},
  };
}

}  // namespace

const Command& draw_command() {
  static const Command command = {
      .name = "draw",
      .sentence =
          "Draw the network as SVG, PNG, PDF or DOT, with a legend and labels that do not "
          "overlap.",
      .operands = "INPUT",
      .text =
          {"A picture shows what can be read: above about a hundred entities the highest ranked "
           "of each kind. Its caption says what is shown and what is left out. With a series, "
           "entities stand between the summits that they are tied to. DOT holds the whole "
           "selected graph."},
      .examples = {{"summitry draw datasets/ai-summits -o network.svg",
                    "The summits, the main countries and initiatives."},
                   {"summitry draw datasets/karate --size betweenness -o karate.png -o karate.pdf",
                    "Two files of one picture, brokers large, colours by community."},
                   {"summitry draw datasets/ai-summits --at paris-2025 --top 60 -o paris.pdf",
                    "One summit, 60 entities."}},
      .options = input_options() + picture_options() + part_options() + theme_option() +
                 selection_options() + community_options() + seed_option() +
                 output_option("FILE",
                               "A file ending in .svg, .png, .pdf or .dot; may be given "
                               "several times.") +
                 OptionList{{"Output",
                             "--format",
                             "NAME",
                             "svg, png, pdf or dot, whatever the extension of FILE.",
                             &Arguments::format,
                             Effect::output,
                             {"svg", "png", "pdf", "dot"}}} +
                 work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
