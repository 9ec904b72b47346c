#include "cli/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "algorithms/centrality/centralisation.hpp"
#include "algorithms/per_component.hpp"
#include "cli/option_setting.hpp"
#include "cli/usage_error.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"

namespace summitry::cli {
namespace {

bool has_option(const Measure& measure, std::string_view name) {
  return std::any_of(measure.options.begin(), measure.options.end(),
                     [name](const OptionInfo& option) { return option.name == name; });
}

ChosenMeasure choose(const Measure& measure, const Arguments& arguments) {
  ChosenMeasure chosen{&measure, {}, {}};
  if (arguments.normalized && has_option(measure, "normalized")) {
    chosen.parameters.emplace_back("normalized", "yes");
  }
  for (const std::string& text : arguments.settings) {
    OptionSetting setting = parse_setting(text);
    if (setting.owner == measure.name) {
      chosen.parameters.emplace_back(std::move(setting.name), std::move(setting.value));
    }
  }
  std::ignore = measure.complete(chosen.parameters);  // a wrong option is told before any work
  return chosen;
}

// An option set for a measure that is not asked for would be lost in silence.
void check_settings(const Arguments& arguments, const MeasureChoice& choice) {
  for (const std::string& text : arguments.settings) {
    const std::string owner = parse_setting(text).owner;
    std::ignore = measure(owner);
    const bool asked = std::any_of(
        choice.measures.begin(), choice.measures.end(),
        [&owner](const ChosenMeasure& chosen) { return chosen.measure->name == owner; });
    if (!asked) {
      throw UsageError(
          fmt::format("--set {} has no effect: {} is not among --measures", text, owner));
    }
  }
}

bool chosen_already(const MeasureChoice& choice, const Measure& measure) {
  return std::any_of(choice.measures.begin(), choice.measures.end(),
                     [&](const ChosenMeasure& chosen) { return chosen.measure == &measure; });
}

// What is asked for, or with --approximate its estimate where there is one.
void add(MeasureChoice& choice, const Measure& asked, const Arguments& arguments) {
  const bool estimated = arguments.approximate && !asked.estimate.empty();
  const Measure& taken = estimated ? measure(asked.estimate) : asked;
  if (!chosen_already(choice, taken)) choice.measures.push_back(choose(taken, arguments));
}

// An estimate is asked for by name, or by --approximate.
bool is_estimate(const Measure& measure) {
  const auto all = measures();
  return std::any_of(all.begin(), all.end(),
                     [&measure](const Measure* one) { return one->estimate == measure.name; });
}

bool belongs_to_all(const Measure& measure) {
  return measure.over == Over::vertices && !is_estimate(measure);
}

// A row is an entity or an edge.
void check_over(const MeasureChoice& choice) {
  for (const ChosenMeasure& chosen : choice.measures) {
    if (chosen.measure->over == choice.measures.front().measure->over) continue;
    const bool first_is_edges = choice.measures.front().measure->over == Over::edges;
    const auto& edges = first_is_edges ? *choice.measures.front().measure : *chosen.measure;
    const auto& entities = first_is_edges ? *chosen.measure : *choice.measures.front().measure;
    throw UsageError(
        fmt::format("{} is a figure of every edge and {} of every entity: ask for them in two "
                    "commands",
                    edges.name, entities.name));
  }
}

std::string weight_trouble(const Measure& measure) {
  const bool wants_distance = measure.weights == WeightUse::distance;
  return fmt::format(
      "{} reads weights as {}, and these are {}: add --weights-mean {}, or convert them by "
      "--convert-weights inverse",
      measure.name, wants_distance ? "distances" : "strengths",
      wants_distance ? "strengths" : "distances", wants_distance ? "distance" : "strength");
}

void tell_raw(const MeasureChoice& choice, Console& console) {
  if (!choice.normalized) return;
  std::string names;
  for (const ChosenMeasure& chosen : choice.measures) {
    if (has_option(*chosen.measure, "normalized")) continue;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", chosen.measure->name);
  }
  if (!names.empty())
    console.note(fmt::format("given as they are, without a normalised form: {}", names));
}

}  // namespace

MeasureChoice named_measures(const Arguments& arguments,
                             const std::vector<std::string_view>& names) {
  MeasureChoice choice;
  choice.normalized = arguments.normalized;
  choice.per_component = arguments.per_component;
  choice.centralisation = arguments.centralisation;
  for (const std::string_view name : names) {
    if (name != "all") {
      add(choice, measure(name), arguments);
      continue;
    }
    choice.all = true;
    for (const Measure* one : measures()) {
      if (belongs_to_all(*one)) add(choice, *one, arguments);
    }
  }
  check_settings(arguments, choice);
  check_over(choice);
  if (choice.centralisation && choice.per_component) {
    throw UsageError("--centralisation and --per-component exclude each other");
  }
  return choice;
}

MeasureChoice chosen_measures(const Arguments& arguments) {
  if (arguments.measures.empty()) {
    return named_measures(arguments, {"degree", "betweenness", "pagerank"});
  }
  return named_measures(arguments, {arguments.measures.begin(), arguments.measures.end()});
}

void require_entities(const MeasureChoice& choice, std::string_view command) {
  for (const ChosenMeasure& chosen : choice.measures) {
    if (chosen.measure->over == Over::vertices) continue;
    throw UsageError(fmt::format(
        "{} shows figures of entities, and {} is one of edges: summitry measure gives it", command,
        chosen.measure->name));
  }
}

void personalise(MeasureChoice& choice, const Arguments& arguments, const Network& network,
                 const Graph& graph) {
  if (arguments.personalised.empty()) return;
  const auto pagerank =
      std::find_if(choice.measures.begin(), choice.measures.end(),
                   [](const ChosenMeasure& chosen) { return chosen.measure->name == "pagerank"; });
  if (pagerank == choice.measures.end()) {
    throw UsageError("--personalised has no effect: pagerank is not among --measures");
  }
  if (choice.per_component) {
    throw UsageError("--personalised and --per-component exclude each other");
  }
  std::vector<std::string_view> known;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    known.push_back(network.entity(graph.entity(v)).id);
  }
  std::string vertices;
  std::string ids;
  for (const std::string& id : arguments.personalised) {
    const auto place = std::lower_bound(known.begin(), known.end(), std::string_view(id));
    if (place == known.end() || *place != id) {
      throw UnknownName(unknown_name("entity of the graph", id, known));
    }
    vertices += fmt::format("{}{}", vertices.empty() ? "" : " ", place - known.begin());
    ids += (ids.empty() ? "" : " ") + id;
  }
  pagerank->parameters.emplace_back("teleport", vertices);
  pagerank->shown.emplace_back("teleport", ids);
}

namespace {

constexpr double kLong = 10.0;  // seconds that are worth a word before they pass

std::string duration(double seconds) {
  if (seconds < 90.0) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400.0) return fmt::format("{:.0f} minutes", seconds / 60.0);
  if (seconds < 172800.0) return fmt::format("{:.0f} hours", seconds / 3600.0);
  return fmt::format("{:.0f} days", seconds / 86400.0);
}

std::string default_of(const Measure& measure, std::string_view name) {
  for (const OptionInfo& option : measure.options) {
    if (option.name == name) return option.default_value;
  }
  return "a small error";
}

void tell_cost(const Measure& asked, const Graph& graph, const Run& run, Console& console) {
  const double seconds = predicted_seconds(asked.work, graph, run.thread_count());
  if (seconds < kLong) return;
  std::string note = fmt::format("{} may take about {}", asked.name, duration(seconds));
  if (!asked.estimate.empty()) {
    const double instead =
        predicted_seconds(measure(asked.estimate).work, graph, run.thread_count());
    note +=
        fmt::format("; --approximate gives it within {} of all pairs in about {}",
                    default_of(measure(asked.estimate), "error"), duration(std::max(1.0, instead)));
  }
  console.note(note);
}

// What was finished before the user stopped: a choice for the next try.
void tell_stopped(const std::vector<NamedScores>& done, const Measure& during, Console& console) {
  std::string names;
  for (const NamedScores& one : done) names += (names.empty() ? "" : ", ") + one.name;
  console.note(fmt::format("stopped during {}; done until then: {}", during.name,
                           names.empty() ? "nothing" : names));
}

NamedScores compute_one(const ChosenMeasure& chosen, bool per_component, const Graph& graph,
                        const Run& run) {
  NamedScores scores = per_component
                           ? compute_per_component(*chosen.measure, graph, chosen.parameters, run)
                           : compute(*chosen.measure, graph, chosen.parameters, run);
  for (auto& [name, value] : scores.parameters) {
    for (const auto& [shown_name, shown_value] : chosen.shown) {
      if (name == shown_name) value = shown_value;
    }
  }
  return scores;
}

}  // namespace

void tell_convergence(std::string_view name, const std::optional<Convergence>& convergence,
                      std::string_view outcome, Console& console) {
  if (!convergence || convergence->reached) return;
  console.note(fmt::format("{} did not converge in {} iteration{} (last change {}): {}", name,
                           convergence->iterations, convergence->iterations == 1 ? "" : "s",
                           convergence->change, outcome));
}

std::vector<NamedScores> compute_measures(const MeasureChoice& choice, const Graph& graph,
                                          const Run& run, Console& console) {
  tell_raw(choice, console);
  std::vector<NamedScores> results;
  for (const ChosenMeasure& chosen : choice.measures) {
    const Measure* measure = chosen.measure;
    if (!reads_weights_of(*measure, graph)) {
      if (!choice.all) throw UsageError(weight_trouble(*measure));
      console.note(fmt::format("left out: {}", weight_trouble(*measure)));
      continue;
    }
    tell_cost(*measure, graph, run, console);
    try {
      results.push_back(compute_one(chosen, choice.per_component, graph, run));
      if (choice.centralisation) {
        results.back().centralisation = centralisation(results.back(), graph, run);
      }
      run.check();
    } catch (const Cancelled&) {
      tell_stopped(results, *measure, console);
      throw;
    }
    tell_convergence(results.back().name, results.back().scores.convergence,
                     "its values are estimates", console);
  }
  return results;
}

}  // namespace summitry::cli
