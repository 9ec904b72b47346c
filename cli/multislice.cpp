#include "cli/multislice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/communities/portraits/series_description.hpp"
#include "algorithms/communities/slices/multislice.hpp"
#include "algorithms/options.hpp"
#include "cli/community_text.hpp"
#include "cli/figures.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/text_width.hpp"
#include "cli/usage_error.hpp"
#include "exporters/series_communities.hpp"

namespace summitry::cli {
namespace {

// What one graph can be asked for and a series cannot.
void check(const Arguments& arguments) {
  const std::array<std::pair<bool, std::string_view>, 11> excluded = {{
      {arguments.method != "leiden", "--method"},
      {!arguments.quality.empty() && arguments.quality != "modularity", "--quality cpm"},
      {!arguments.at.empty(), "--at"},
      {!arguments.truth.empty(), "--truth"},
      {arguments.scores, "--scores"},
      {!arguments.settings.empty(), "--set"},
      {arguments.consensus, "--consensus"},
      {arguments.resolution_profile, "--resolution-profile"},
      {!arguments.co_membership.empty(), "--co-membership"},
      {!arguments.together.empty(), "--together"},
      {arguments.random_graphs > 0, "--random-graphs"},
  }};
  for (const auto& [given, flag] : excluded) {
    if (given) throw UsageError(fmt::format("--multislice and {} exclude each other", flag));
  }
}

double number_of(std::string_view flag, std::string_view text) {
  double value = 0.0;
  if (!read_option(text, value)) {
    throw UsageError(fmt::format("{} must be a number, got \"{}\"", flag, text));
  }
  return value;
}

MultisliceOptions options_of(const Arguments& arguments) {
  check(arguments);
  MultisliceOptions options;
  options.coupling = number_of("--coupling", arguments.coupling);
  if (arguments.runs) options.runs = *arguments.runs;
  if (!read_option(arguments.coupling_kind, options.coupling_kind)) {
    throw UsageError(fmt::format("--coupling-kind must be ordinal or categorical, got \"{}\"",
                                 arguments.coupling_kind));
  }
  if (arguments.resolution.empty()) return options;
  options.resolutions.clear();
  std::string_view rest = arguments.resolution;
  for (;;) {
    const std::size_t comma = rest.find(',');
    options.resolutions.push_back(number_of("--resolution", rest.substr(0, comma)));
    if (comma == std::string_view::npos) return options;
    rest.remove_prefix(comma + 1);
  }
}

std::string resolutions_text(const MultisliceOptions& options) {
  std::string text;
  for (const double one : options.resolutions) text += (text.empty() ? "" : " ") + option_text(one);
  return text;
}

SeriesCommunities found_in(const Network& network, const Arguments& arguments,
                           const MultisliceOptions& options, const Run& run) {
  const Series& series = network.series(arguments.series);
  SeriesCommunities result;
  result.series = series.id;
  result.editions = series.editions;
  std::vector<RelationIndex> relations;
  for (const EntityIndex edition : series.editions) {
    Selection selection = selection_of(arguments, network);
    selection.at = network.entity(edition).id;
    result.slices.push_back(graph_of(network, selection, arguments));
    selection.kinds.clear();  // names tell of ties to any kind
    const auto of_edition = relations_of(network, selection, arguments);
    relations.insert(relations.end(), of_edition.begin(), of_edition.end());
  }
  std::sort(relations.begin(), relations.end());
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  result.found = multislice(result.slices, options, run);
  result.reference = "Mucha, Richardson, Macon, Porter & Onnela 2010, doi:10.1126/science.1184819";
  result.parameters = {{"coupling", option_text(options.coupling)},
                       {"coupling-kind", option_text(options.coupling_kind)},
                       {"resolution", resolutions_text(options)},
                       {"runs", option_text(result.found.runs)},
                       {"seed", std::to_string(arguments.seed)}};
  result.itineraries = itineraries(result.slices, result.found);
  result.descriptions =
      series_descriptions(network, result.slices, result.found, result.itineraries, relations);
  return result;
}

std::string trust_of(const SlicedPartition& found) {
  if (!found.quality) return "nothing to divide: no relation has a weight\n";
  if (!found.stability) return "one run: nothing is known about its stability\n";
  return stability_text(*found.stability, "multislice modularity");
}

// Members of each community in each edition, and who changed most.
std::string table_of(const Network& network, const SeriesCommunities& found, std::size_t top) {
  AlignedTable table;
  table.header = {"community"};
  for (const EntityIndex edition : found.editions)
    table.header.push_back(network.entity(edition).id);
  table.align.assign(table.header.size(), Align::right);
  table.header.emplace_back("name");
  table.align.push_back(Align::left);
  const std::size_t shown =
      top == 0 ? found.found.count : std::min<std::size_t>(top, found.found.count);
  for (std::size_t c = 0; c < shown; ++c) {
    std::vector<std::string> row{std::to_string(c)};
    for (const auto& labels : found.found.community) {
      row.push_back(std::to_string(std::count(labels.begin(), labels.end(), c)));
    }
    row.push_back(found.descriptions[c].name);
    table.rows.push_back(std::move(row));
  }
  std::size_t stayed = 0;
  std::size_t changed = 0;
  for (const Itinerary& one : found.itineraries) {
    if (one.slices.size() > 1) ++(one.switches > 0 ? changed : stayed);
  }
  const std::string quality =
      found.found.quality ? fmt::format("{:.4f}", *found.found.quality) : "undefined";
  return aligned(table) +
         fmt::format(
             "{} of {} communities over {} editions, coupled by {} ({}); multislice modularity {}\n"
             "of {} entities in several editions {} stayed in one community and {} changed\n",
             shown, found.found.count, found.editions.size(), found.parameters[0].second,
             found.parameters[1].second, quality, stayed + changed, stayed, changed) +
         trust_of(found.found);
}

}  // namespace

OptionList multislice_options() {
  const std::string_view group = "Multislice communities";
  return {
      {group, "--multislice", "",
       "Divide all editions of a series at once, so that a community may go on from one to the "
       "next.",
       &Arguments::multislice},
      {group, "--series", "ID", "Which series of summits (default: the only one of the data set).",
       &Arguments::series},
      {group, "--coupling", "W",
       "Weight that holds an entity in its community from edition to edition; 0 divides each "
       "edition "
       "for itself (default: 1).",
       &Arguments::coupling},
      {group,
       "--coupling-kind",
       "NAME",
       "Between an edition and the next (ordinal), or any two (categorical) (default: ordinal).",
       &Arguments::coupling_kind,
       Effect::figures,
       {"ordinal", "categorical"}},
  };
}

int run_multislice(const Arguments& arguments, Console& console) {
  const MultisliceOptions options = options_of(arguments);
  const Network network = read_network(arguments, console);
  const SeriesCommunities found = found_in(network, arguments, options, run_of(arguments, console));
  tell_convergence("multislice", found.found.convergence,
                   "its communities are the best that were found until then", console);
  Provenance provenance;
  provenance.selection = selection_words(network, selection_of(arguments, network), arguments);
  provenance.options = found.parameters;
  provenance.command = reproducing_command("communities", arguments);
  const std::array renderings = {
      Rendering{"table", [&] { return table_of(network, found, arguments.top.value_or(20)); }},
      Rendering{"csv", [&] { return series_communities_csv(network, found); }},
      Rendering{"json", [&] { return series_communities_json(network, found, provenance); }},
  };
  deliver(arguments, console, renderings);
  return 0;
}

}  // namespace summitry::cli
