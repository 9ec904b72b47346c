#include "cli/input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <tuple>
#include <utility>

#include "algorithms/weight_conversion.hpp"
#include "cli/parse.hpp"
#include "cli/standing.hpp"
#include "cli/usage_error.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/reshape.hpp"
#include "loaders/database/postgresql/address.hpp"

namespace summitry::cli {
namespace {

constexpr std::size_t kFirstFew = 5;

std::optional<Date> date_of(std::string_view flag, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = parse_date(text);
  if (date) return date;
  throw UsageError(fmt::format(
      "{} must be YYYY, YYYY-MM or YYYY-MM-DD of a day that exists, got \"{}\"", flag, text));
}

Isolates isolates_of(const std::string& text) {
  if (text == "keep") return Isolates::keep;
  return text == "drop" ? Isolates::drop : Isolates::automatic;
}

RollUp roll_up_of(const std::string& text) {
  if (text == "members") return RollUp::members;
  return text == "container" ? RollUp::container : RollUp::none;
}

WeightMeaning meaning_of(const std::string& text) {
  if (text == "strength") return WeightMeaning::strength;
  return text == "distance" ? WeightMeaning::distance : WeightMeaning::none;
}

void tell_warnings(const std::vector<Finding>& findings, const std::string& input,
                   Console& console) {
  for (std::size_t i = 0; i < std::min(kFirstFew, findings.size()); ++i) {
    console.note(to_string(findings[i]));
  }
  if (findings.size() > kFirstFew) {
    console.note(fmt::format("{} warnings in all; `summitry check {}` lists them", findings.size(),
                             shell_word(input)));
  }
}

ProjectionWeight projection_weight(const Arguments& arguments) {
  if (arguments.weights == "none") return ProjectionWeight::none;
  if (arguments.weights == "shared") return ProjectionWeight::shared;
  if (arguments.weights == "newman") return ProjectionWeight::newman;
  const std::vector<std::string_view> known = {"none", "shared", "newman"};
  throw UsageError(unknown_name("weight of a projection", arguments.weights, known));
}

// A wrong rule, and one without anything to convert.
void check_conversion(const Arguments& arguments) {
  if (arguments.convert_weights.empty()) return;
  std::ignore = parse_conversion(arguments.convert_weights);
  if (arguments.weights == "none") {
    throw UsageError("--convert-weights needs weights to convert: name them by --weights");
  }
}

bool keeps_standing(const Arguments& arguments) {
  return arguments.standing != "drop";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ",") + part;
  return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// Counts in and counts kept, so that nothing is lost in silence.
std::string kept(const Subject& subject, Parallel parallel) {
  return fmt::format("{} and {} read; {} selected; the graph has {} and {}{}",
                     counted(subject.network.entities().size(), "entity", "entities"),
                     counted(subject.network.relation_count(), "relation", "relations"),
                     counted(subject.relations.size(), "relation", "relations"),
                     counted(subject.graph.vertex_count(), "entity", "entities"),
                     counted(subject.graph.edge_count(), "edge", "edges"),
                     parallel == Parallel::merge ? " (parallel relations merged)" : "");
}

// A path of this machine is nobody else's business: absolute paths keep their last part, and
// addresses of servers what all may know.
std::string portable(const std::string& input) {
  if (is_postgresql_address(input)) return shown_address(input);
  const std::filesystem::path path(input);
  if (!path.is_absolute()) return input;
  return path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
}

}  // namespace

Graph graph_of(const Network& network, const Selection& selection, const Arguments& arguments) {
  Graph graph =
      keeps_standing(arguments) ? select(network, selection) : select_acts(network, selection);
  if (!arguments.project.empty()) {
    graph = project(network, graph, arguments.project, projection_weight(arguments));
  }
  if (arguments.convert_weights.empty()) return graph;
  return convert_weights(graph, parse_conversion(arguments.convert_weights));
}

std::vector<RelationIndex> relations_of(const Network& network, const Selection& selection,
                                        const Arguments& arguments) {
  return keeps_standing(arguments) ? selected_relations(network, selection)
                                   : acts(network, selection);
}

Parameters selection_words(const Network& network, const Selection& selection,
                           const Arguments& arguments) {
  Parameters words = describe(network, selection);
  for (auto& [name, value] : words) {
    if (name == "relations" && !arguments.without.empty()) {
      value = "all but " + joined(arguments.without);
    }
  }
  if (!keeps_standing(arguments)) words.emplace_back("standing", "drop");
  if (!arguments.project.empty()) words.emplace_back("project", arguments.project);
  if (!arguments.convert_weights.empty()) {
    words.emplace_back("convert-weights", to_string(parse_conversion(arguments.convert_weights)));
  }
  return words;
}

std::optional<Direction> direction_of(const Arguments& arguments) {
  if (arguments.directed && arguments.undirected) {
    throw UsageError("--directed and --undirected exclude each other");
  }
  if (arguments.directed) return Direction::directed;
  if (arguments.undirected) return Direction::undirected;
  return std::nullopt;
}

LoadOptions load_options(const Arguments& arguments, const Console& console) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 40U;
  return {.format = arguments.input_format,
          .direction = direction_of(arguments),
          .decoded = {std::min(arguments.decoded_limit, kMost) << 20U},
          .threads = threads_of(arguments),
          .entities_query = arguments.entities_query,
          .relations_query = arguments.relations_query,
          .cancel = console.cancel};
}

Network read_network(const Arguments& arguments, Console& console) {
  const std::string& input = arguments.operands.front();
  const auto loading = [&] {
    const Doing doing(console, "reading " + shown_address(input));
    return load_checked(input, load_options(arguments, console));
  };
  Loaded loaded = loading();
  console.check();
  if (!loaded.network) {
    throw LoadError(fmt::format("{} cannot be used as it is", shown_address(input)),
                    std::move(loaded.findings));
  }
  tell_warnings(loaded.findings, shown_address(input), console);
  return *std::move(loaded.network);
}

Selection selection_of(const Arguments& arguments) {
  if (!arguments.relations.empty() && !arguments.without.empty()) {
    throw UsageError("--relations and --without exclude each other");
  }
  check_conversion(arguments);
  Selection selection;
  selection.kinds = arguments.kinds;
  selection.relations = arguments.relations;
  if (!arguments.statuses.empty()) selection.statuses.clear();
  for (const std::string& status : arguments.statuses) {
    selection.statuses.push_back(*parse_status(status));
  }
  selection.least_confidence = *parse_confidence(arguments.confidence);
  selection.at = arguments.at;
  selection.from = date_of("--from", arguments.from);
  selection.to = date_of("--to", arguments.to);
  selection.direction = direction_of(arguments);
  if (arguments.project.empty() && arguments.weights != "none") {
    selection.weights = arguments.weights;
    selection.meaning = meaning_of(arguments.weights_mean);
  }
  selection.parallel = arguments.parallel_relations == "keep" ? Parallel::keep : Parallel::merge;
  selection.roll_up = roll_up_of(arguments.roll_up);
  selection.isolates = isolates_of(arguments.isolates);
  return selection;
}

Selection selection_of(const Arguments& arguments, const Network& network) {
  Selection selection = selection_of(arguments);
  if (arguments.without.empty()) return selection;
  std::vector<std::string> types;
  for (const Counted& type : network.relation_types()) types.push_back(type.name);
  const std::vector<std::string_view> known(types.begin(), types.end());
  for (const std::string& type : arguments.without) {
    if (std::erase(types, type) > 0) continue;
    throw UnknownName(unknown_name("relation type", type, known));
  }
  selection.relations = std::move(types);
  return selection;
}

Subject subject_of(const std::string& command, const Arguments& arguments, Network network,
                   Console& console) {
  const Selection selection = selection_of(arguments, network);
  Subject subject{std::move(network), {}, {}, {}};
  subject.relations = relations_of(subject.network, selection, arguments);
  subject.graph = graph_of(subject.network, selection, arguments);
  subject.provenance.selection = selection_words(subject.network, selection, arguments);
  subject.provenance.command = reproducing_command(command, arguments);
  console.note(kept(subject, selection.parallel));
  console.check();
  return subject;
}

Subject read_subject(const std::string& command, const Arguments& arguments, Console& console) {
  std::ignore = selection_of(arguments);  // a wrong option is told before a long read
  return subject_of(command, arguments, read_network(arguments, console), console);
}

std::string reproducing_command(const std::string& command, const Arguments& arguments,
                                const std::string& output) {
  std::string line = "summitry " + command;
  for (const std::string& operand : arguments.operands) {
    line += ' ' + shell_word(portable(operand));
  }
  if (!output.empty()) line += " -o " + shell_word(output);
  for (const auto& [flag, value] : arguments.given) {
    line += ' ' + flag;
    if (!value.empty()) line += ' ' + shell_word(shown_address(value));
  }
  return line;
}

}  // namespace summitry::cli
