#include "cli/detection.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <regex>
#include <string>
#include <tuple>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/communities/portraits/description.hpp"
#include "cli/figures.hpp"
#include "cli/option_setting.hpp"
#include "cli/usage_error.hpp"
#include "engine/error.hpp"
#include "engine/number.hpp"

namespace summitry::cli {
namespace {

// From which share pairs are told; nothing: as many as are told unasked.
std::optional<double> share_of_pairs(const Arguments& arguments) {
  if (arguments.co_membership.empty() && arguments.together.empty()) return std::nullopt;
  if (arguments.together.empty()) return 0.1;
  const auto share = parse_number(arguments.together);
  if (!share || !(*share > 0.0 && *share <= 1.0)) {
    throw UsageError("--together must be above 0 and at most 1, got " + arguments.together);
  }
  return share;
}

// Which of two values is meant nobody can know.
void check_once(const Parameters& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (parameters[i].first != parameters[k].first) continue;
      throw UsageError(fmt::format("{} is given twice: {} and {}", parameters[i].first,
                                   parameters[k].second, parameters[i].second));
    }
  }
}

void check_given(const Arguments& arguments) {
  for (const auto& [flag, value] : arguments.given) {
    const bool is_name = flag == "--method" || flag == "--quality" || flag == "--resolution";
    if (is_name && value.empty()) throw UsageError(flag + " must not be empty");
  }
}

void tell_proof(const std::optional<Convergence>& proof, Console& console) {
  if (!proof || proof->reached) return;
  console.note(fmt::format(
      "exact gave up after {} subproblems, without a proof: its communities are the best that were "
      "found until then",
      proof->iterations));
}

// Algorithms know vertices by number, people by name.
std::string with_names(const std::string& text, const Subject& subject) {
  static const std::regex vertex("vertex ([0-9]+)");
  std::string named;
  std::size_t done = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), vertex), end; it != end; ++it) {
    const auto v = parse_integer((*it)[1].str());
    if (!v || *v >= subject.graph.vertex_count()) continue;
    const Entity& entity = subject.network.entity(subject.graph.entity(static_cast<VertexId>(*v)));
    named += text.substr(done, static_cast<std::size_t>(it->position()) - done);
    named += entity.name.empty() ? entity.id : entity.name;
    done = static_cast<std::size_t>(it->position() + it->length());
  }
  return named + text.substr(done);
}

NamedPartition detected(const Arguments& arguments, const Subject& subject, Console& console) {
  try {
    return detect_communities(subject.graph, detect_options(arguments), run_of(arguments, console));
  } catch (const InvalidOption& error) {
    throw InvalidOption(with_names(error.what(), subject));
  }
}

void describe(const Arguments& arguments, const Subject& subject, NamedPartition& found) {
  std::vector<RelationIndex> relations = subject.relations;
  if (!arguments.kinds.empty()) {
    Selection selection = selection_of(arguments, subject.network);
    selection.kinds.clear();
    relations = relations_of(subject.network, selection, arguments);
  }
  found.descriptions =
      community_descriptions(subject.network, subject.graph, found.partition, relations);
}

}  // namespace

DetectOptions detect_options(const Arguments& arguments) {
  check_given(arguments);
  DetectOptions options;
  options.method = arguments.method;
  if (arguments.runs) options.runs = *arguments.runs;
  if (arguments.consensus) options.keep = Keep::consensus;
  options.random_graphs = arguments.random_graphs;
  options.together = share_of_pairs(arguments);
  const CommunityMethod& method = community_method(arguments.method);
  if (!arguments.quality.empty()) options.parameters.emplace_back("quality", arguments.quality);
  if (!arguments.resolution.empty()) {
    options.parameters.emplace_back("resolution", arguments.resolution);
  }
  for (const std::string& text : arguments.settings) {
    OptionSetting setting = parse_setting(text);
    if (setting.owner != method.name) continue;
    options.parameters.emplace_back(std::move(setting.name), std::move(setting.value));
  }
  check_once(options.parameters);
  // A wrong option is told before any work; "auto" stands for a number that is yet to be found.
  Parameters known = options.parameters;
  for (auto& [name, value] : known) {
    if (name == "resolution" && value == "auto") value = "1";
  }
  std::ignore = method.complete(known);
  if (arguments.runs == 0U) throw UsageError("--runs must be 1 or more, got 0");
  return options;
}

NamedPartition find_communities(const Arguments& arguments, const Subject& subject,
                                Console& console) {
  NamedPartition found = detected(arguments, subject, console);
  if (found.name == "exact") {
    tell_proof(found.partition.convergence, console);
  } else {
    tell_convergence(found.kept == "consensus" ? "the consensus of " + found.name : found.name,
                     found.partition.convergence,
                     "its communities are the best that were found until then", console);
  }
  describe(arguments, subject, found);
  return found;
}

}  // namespace summitry::cli
