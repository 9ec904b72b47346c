#include "cli/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "cli/usage_error.hpp"
#include "engine/error.hpp"

namespace summitry::cli {
namespace {

struct OptionSetting {
  std::string owner;  // a measure or a community method
  std::string name;
  std::string value;
};

OptionSetting parse_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::size_t dot = text.find('.');
  if (equals == std::string::npos || dot == std::string::npos || dot > equals) {
    throw UsageError(fmt::format(
        "--set must be MEASURE.OPTION=VALUE, as in pagerank.damping=0.9, got \"{}\"", text));
  }
  return {text.substr(0, dot), text.substr(dot + 1, equals - dot - 1), text.substr(equals + 1)};
}

bool has_option(const Measure& measure, std::string_view name) {
  return std::any_of(measure.options.begin(), measure.options.end(),
                     [name](const OptionInfo& option) { return option.name == name; });
}

ChosenMeasure choose(const Measure& measure, const Arguments& arguments) {
  ChosenMeasure chosen{&measure, {}};
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

std::string weight_trouble(const Measure& measure) {
  const bool wants_distance = measure.weights == WeightUse::distance;
  return fmt::format("{} reads weights as {}, and these are {}: add --weights-mean {}",
                     measure.name, wants_distance ? "distances" : "strengths",
                     wants_distance ? "strengths" : "distances",
                     wants_distance ? "distance" : "strength");
}

void tell_convergence(const NamedScores& scores, Console& console) {
  const auto& convergence = scores.scores.convergence;
  if (!convergence || convergence->reached) return;
  console.note(
      fmt::format("{} did not converge in {} iterations (last change {}): its values are estimates",
                  scores.name, convergence->iterations, convergence->change));
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
  for (const std::string_view name : names) {
    if (name != "all") {
      const Measure& one = measure(name);
      if (!chosen_already(choice, one)) choice.measures.push_back(choose(one, arguments));
      continue;
    }
    choice.all = true;
    for (const Measure* one : measures()) {
      if (!chosen_already(choice, *one)) choice.measures.push_back(choose(*one, arguments));
    }
  }
  check_settings(arguments, choice);
  return choice;
}

MeasureChoice chosen_measures(const Arguments& arguments) {
  if (arguments.measures.empty()) {
    return named_measures(arguments, {"degree", "betweenness", "pagerank"});
  }
  return named_measures(arguments, {arguments.measures.begin(), arguments.measures.end()});
}

std::vector<NamedScores> compute_measures(const MeasureChoice& choice, const Graph& graph,
                                          const Run& run, Console& console) {
  tell_raw(choice, console);
  std::vector<NamedScores> results;
  for (const auto& [measure, parameters] : choice.measures) {
    if (!reads_weights_of(*measure, graph)) {
      if (!choice.all) throw UsageError(weight_trouble(*measure));
      console.note(fmt::format("left out: {}", weight_trouble(*measure)));
      continue;
    }
    results.push_back(compute(*measure, graph, parameters, run));
    tell_convergence(results.back(), console);
    run.check();
  }
  return results;
}

DetectOptions detect_options(const Arguments& arguments) {
  DetectOptions options;
  options.method = arguments.method;
  options.runs = arguments.runs;
  const CommunityMethod& method = community_method(arguments.method);
  if (!arguments.quality.empty()) options.parameters.emplace_back("quality", arguments.quality);
  if (!arguments.resolution.empty()) {
    options.parameters.emplace_back("resolution", arguments.resolution);
  }
  // A wrong option is told before any work; "auto" stands for a number that is yet to be found.
  Parameters known = options.parameters;
  for (auto& [name, value] : known) {
    if (name == "resolution" && value == "auto") value = "1";
  }
  std::ignore = method.complete(known);
  if (arguments.runs == 0) throw UsageError("--runs must be 1 or more, got 0");
  return options;
}

}  // namespace summitry::cli
