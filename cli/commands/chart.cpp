// summitry chart: what is not a picture of ties.
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "algorithms/continuity/continuity.hpp"
#include "algorithms/continuity/persistence.hpp"
#include "algorithms/structure/degrees/degree_distribution.hpp"
#include "algorithms/structure/degrees/degree_tail.hpp"
#include "cli/command.hpp"
#include "cli/continuity_options.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/theme.hpp"
#include "cli/usage_error.hpp"
#include "engine/names.hpp"
#include "engine/selection.hpp"
#include "exporters/charts.hpp"
#include "exporters/charts/funding.hpp"
#include "exporters/charts/of_persistence.hpp"
#include "exporters/charts/of_series.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::cli {
namespace {

struct Named {
  std::string_view name;
  std::string_view shows;
  Chart (*make)(const Network&, const Arguments&, Console&);
  bool has_top = false;  // reads --top
};

Continuity tested(const Network& network, const Arguments& arguments, Console& console) {
  return continuity(network, continuity_options_of(arguments), run_of(arguments, console));
}

// For charts that print no test.
Continuity found(const Network& network, const Arguments& arguments, Console& console) {
  ContinuityOptions options = continuity_options_of(arguments);
  options.null_model = "none";
  return continuity(network, options, run_of(arguments, console));
}

Persistence persisting(const Network& network, const Arguments& arguments, Console& console) {
  PersistenceOptions options = persistence_options_of(arguments);
  options.permutations = 1;
  options.positions.replicates = 0;
  return persistence(network, options, run_of(arguments, console));
}

std::string subject_of(const Dataset& dataset) {
  const std::string& title = dataset.title.empty() ? dataset.name : dataset.title;
  return title.empty() ? "" : title + ": ";
}

Chart funding(const Network& network, const Arguments& arguments, Console&) {
  Selection selection = selection_of(arguments);
  selection.relations = {"funds"};
  return funding_flows(network, selected_relations(network, selection),
                       arguments.by_amount ? FundingWidth::amounts : FundingWidth::relations);
}

// Of the graph of all relations that the selection takes.
Chart degrees(const Network& network, const Arguments& arguments, Console& console) {
  const Graph graph = select(network, selection_of(arguments));
  DegreeChart chart;
  for (const DegreeCount& one : degree_spread(graph).counts) {
    if (one.degree == 0) continue;
    chart.points.push_back({static_cast<double>(one.degree), one.at_least});
  }
  chart.text.title = subject_of(network.dataset()) + "degrees of " +
                     drawing::counted(graph.vertex_count(), "entity");
  chart.text.source = drawing::data_line(network.dataset());
  chart.text.reading = "The share with at least so many relations, both axes logarithmic.";
  const auto tail = degree_tail(graph, {}, run_of(arguments, console));
  if (!tail) return chart;
  const double whole = static_cast<double>(graph.vertex_count());
  const double share = static_cast<double>(tail->values) / whole;
  const double base = zeta_from(tail->exponent, static_cast<double>(tail->start));
  for (const auto& point : chart.points) {
    if (point.degree < static_cast<double>(tail->start)) continue;
    const double fitted = share * zeta_from(tail->exponent, point.degree) / base;
    chart.fit.push_back({point.degree, fitted});
  }
  chart.text.caption = fmt::format(
      "The line is a power law of exponent {:.2f} from {} relations on, fitted by maximum "
      "likelihood; `summitry info --full` says whether it holds.",
      tail->exponent, tail->start);
  return chart;
}

constexpr std::array kCharts = {
    Named{"alluvial", "participants over the editions: who stays, leaves, comes back",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return alluvial_of_participants(network, found(network, arguments, console));
          }},
    Named{"participation", "who took part in which edition",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            const std::size_t limit = arguments.top.value_or(80);
            return participation_of(network, found(network, arguments, console), limit);
          },
          true},
    Named{"survival", "how long participants stay, by kind",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return survival_of_participants(network, found(network, arguments, console));
          }},
    Named{"effects", "retention from edition to edition beside what chance would bring",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return effects_of_steps(network, tested(network, arguments, console));
          }},
    Named{"ranks", "ranks of the first participants at each edition",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            const std::size_t depth = arguments.top.value_or(10);
            return bump_of_positions(network, found(network, arguments, console),
                                     persisting(network, arguments, console).positions, depth);
          },
          true},
    Named{"blocs", "communities over the editions, and who goes where",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return alluvial_of_blocs(network, found(network, arguments, console),
                                     persisting(network, arguments, console));
          }},
    Named{"lineage", "which initiatives and texts grew out of which",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return lineage_of_work(network, found(network, arguments, console),
                                   persisting(network, arguments, console).work.lineage);
          }},
    Named{"work-survival", "how long initiatives and texts go on",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return survival_of_work(network, found(network, arguments, console),
                                    persisting(network, arguments, console).work.lineage.survival);
          }},
    Named{"degrees", "how relations are spread over entities", degrees},
    Named{"funding", "who funds what, as a Sankey diagram", funding},
    Named{"overlap", "how alike the rosters of every two editions are",
          [](const Network& network, const Arguments& arguments, Console& console) -> Chart {
            return overlap_of_editions(network, found(network, arguments, console));
          }},
};

const Named& find_chart(const std::string& name) {
  std::vector<std::string_view> known;
  for (const Named& chart : kCharts) {
    if (chart.name == name) return chart;
    known.push_back(chart.name);
  }
  throw UsageError(unknown_name("chart", name, known));
}

std::string charts_with_top() {
  std::vector<std::string> names;
  for (const Named& chart : kCharts) {
    if (chart.has_top) names.emplace_back(chart.name);
  }
  return drawing::listed(names);
}

PictureFormat format_of(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension == ".png") return PictureFormat::png;
  if (extension == ".pdf") return PictureFormat::pdf;
  if (extension == ".svg" || extension.empty()) return PictureFormat::svg;
  static constexpr std::array<std::string_view, 3> kForms = {"svg", "png", "pdf"};
  throw UsageError(unknown_name("picture format", extension.substr(1), kForms));
}

int run(const Arguments& arguments, Console& console) {
  const Named& chart = find_chart(arguments.operands[1]);
  if (arguments.top && !chart.has_top) {
    throw UsageError("the chart " + std::string(chart.name) + " shows all there is: --top is for " +
                     charts_with_top());
  }
  if (arguments.by_amount && chart.name != "funding") {
    throw UsageError("--by-amount has no effect on the chart " + std::string(chart.name) +
                     ": it is for funding");
  }
  if (arguments.outputs.empty()) {
    throw UsageError("summitry chart needs a file to draw to, as in -o " + std::string(chart.name) +
                     ".svg");
  }
  for (const std::string& path : arguments.outputs) (void)format_of(path);
  const Network network = read_network(arguments, console);
  Chart made = chart.make(network, arguments, console);
  if (!arguments.title.empty()) {
    std::visit([&](auto& one) { one.text.title = arguments.title; }, made);
  }
  std::vector<std::string> pictures;
  for (const std::string& path : arguments.outputs) {
    console.check();
    pictures.push_back(draw_chart(made, format_of(path), theme_of(arguments)));
  }
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    write_output(arguments.outputs[i], pictures[i], console);
  }
  return 0;
}

OptionList chart_options() {
  const std::string_view group = "Picture";
  return {
      {group, "--top", "N", "Rows (participation: 80) or ranks (ranks: 10) at most; 0: all.",
       &Arguments::top},
      {group, "--by-amount", "",
       "Funding: bands as wide as the amounts stated, of their most frequent currency (default: as "
       "many as there are relations).",
       &Arguments::by_amount},
      {group, "--title", "TEXT", "The title (default: what the chart finds).", &Arguments::title},
  };
}

std::string list_of_charts() {
  std::string text = "The charts are:";
  for (const Named& chart : kCharts) {
    text += (&chart == kCharts.data() ? " " : "; ") + std::string(chart.name) + " (" +
            std::string(chart.shows) + ")";
  }
  return text + ".";
}

}  // namespace

const Command& chart_command() {
  static const std::string charts = list_of_charts();
  static const Command command = {
      .name = "chart",
      .sentence =
          "Draw what a network or a series shows: participants over the summits, ranks, blocs, "
          "lineages, how long participants stay, degrees.",
      .operands = "INPUT CHART",
      .operands_min = 2,
      .operands_max = 2,
      .text = {charts, "The title tells what is found, the caption what is counted."},
      .examples = {{"summitry chart datasets/ai-summits alluvial -o alluvial.svg",
                    "Who came back, and who stayed away."},
                   {"summitry chart datasets/ai-summits participation --kinds country --top 40 "
                    "-o countries.pdf",
                    "Countries by edition, the 40 named most often."}},
      .options = input_options() + chart_options() + theme_option() + continuity_options() +
                 continuity_selection_options() + seed_option() +
                 output_option("FILE",
                               "A file ending in .svg, .png or .pdf; may be given several times.") +
                 work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
