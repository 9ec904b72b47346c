// summitry continuity: who and what carries on from one summit to the next.
#include "algorithms/continuity/continuity.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/continuity_options.hpp"
#include "cli/input.hpp"
#include "cli/life_table.hpp"
#include "cli/output.hpp"
#include "cli/persistence_tables.hpp"
#include "cli/ranking.hpp"
#include "cli/text_width.hpp"
#include "exporters/csv.hpp"
#include "exporters/json.hpp"

namespace summitry::cli {
namespace {

std::string name_of(const Network& network, const Continuity& continuity, std::size_t edition) {
  return network.entity(continuity.editions[edition].summit).id;
}

std::string editions_table(const Network& network, const Continuity& found) {
  AlignedTable table;
  table.header = {"edition", "participants", "entered", "returned", "left", "inferred"};
  table.align.assign(6, Align::right);
  table.align[0] = Align::left;
  for (std::size_t i = 0; i < found.editions.size(); ++i) {
    const Edition& edition = found.editions[i];
    table.rows.push_back({name_of(network, found, i), std::to_string(edition.participants.size()),
                          std::to_string(edition.entered), std::to_string(edition.returned),
                          std::to_string(edition.left), std::to_string(edition.inferred)});
  }
  return aligned(table);
}

std::string transitions_table(const Network& network, const Continuity& found) {
  AlignedTable table;
  table.header = {"from", "to", "retained", "retention", "jaccard", "expected", "z", "p"};
  table.align.assign(8, Align::right);
  table.align[0] = table.align[1] = Align::left;
  for (const Transition& step : found.transitions) {
    table.rows.push_back({name_of(network, found, step.from), name_of(network, found, step.to),
                          std::to_string(step.retained), readable_share(step.retention),
                          readable(step.jaccard), readable(step.expected_retained),
                          readable(step.z), readable(step.p_value)});
  }
  return aligned(table);
}

std::string groups_table(const Network& network, const Continuity& found) {
  AlignedTable table;
  table.header = {"group", "from", "to", "retained", "retention", "jaccard", "ruzicka", "bounds"};
  table.align.assign(8, Align::right);
  table.align[0] = table.align[1] = table.align[2] = Align::left;
  for (const RosterGroup& group : found.groups) {
    if (group.by != "kind" && group.by != "type") continue;
    for (const Transition& pair : group.pairs) {
      if (pair.to != pair.from + 1 || group.sizes[pair.from] == 0) continue;
      const std::string bounds =
          pair.bounds ? fmt::format("{}-{}", pair.bounds->least, pair.bounds->most) : "-";
      table.rows.push_back({group.value, name_of(network, found, pair.from),
                            name_of(network, found, pair.to), std::to_string(pair.retained),
                            readable_share(pair.retention), readable(pair.jaccard),
                            readable(pair.ruzicka), bounds});
    }
  }
  return table.rows.empty() ? "" : '\n' + aligned(table);
}

// What is missing or cannot be decided, and why: once a null model for the same reason.
std::string test_notes(const Continuity& found) {
  std::set<std::string> said;
  std::string notes;
  for (const NullTest& test : found.tests) {
    std::string note = test.note;
    if (note.empty() && test.p_value && test.smallest_p > 0.05) {
      note = "no p could be below " + readable(test.smallest_p);
    }
    if (note.empty()) continue;
    std::string line = test.method + ": " + note + ".\n";
    if (said.insert(line).second) notes += line;
  }
  return notes;
}

std::string tests_table(const Continuity& found) {
  AlignedTable table;
  table.header = {"null model", "of", "statistic", "observed", "mean", "effect", "p", "adjusted"};
  table.align.assign(8, Align::right);
  table.align[0] = table.align[1] = table.align[2] = Align::left;
  for (const NullTest& test : found.tests) {
    table.rows.push_back({test.method, test.name, test.statistic, readable(test.observed),
                          readable(test.mean), readable(test.effect), readable(test.p_value),
                          readable(test.p_adjusted)});
  }
  return table.rows.empty() ? "" : '\n' + aligned(table) + test_notes(found);
}

std::string uptakes_table(const Network& network, const Continuity& found) {
  AlignedTable table;
  table.header = {"initiative", "announced at", "taken up at", "through"};
  for (const Uptake& uptake : found.uptakes) {
    table.rows.push_back(
        {network.entity(uptake.initiative).name, name_of(network, found, uptake.announced),
         name_of(network, found, uptake.taken_up),
         uptake.through == kNone ? "itself" : network.entity(uptake.through).name});
  }
  return aligned(table);
}

std::string table_of(const Network& network, const Continuity& found) {
  std::string participation;
  for (const std::string& type : found.participation) {
    participation += (participation.empty() ? "" : ", ") + type;
  }
  std::string text = fmt::format("series {}: participants by {}; null model {}\n\n", found.series,
                                 participation, found.null_model);
  text += editions_table(network, found);
  if (!found.transitions.empty()) text += '\n' + transitions_table(network, found);
  text += groups_table(network, found);
  const AlignedTable life = life_table(found.life.since_first, "since first");
  if (!life.rows.empty()) text += '\n' + aligned(life);
  text += tests_table(found);
  if (!found.uptakes.empty()) text += '\n' + uptakes_table(network, found);
  text += persistence_tables(network, found);
  return text + "Counts are of participants named in the data; rosters may be incomplete.\n";
}

int run(const Arguments& arguments, Console& console) {
  const ContinuityOptions options = continuity_options_of(arguments);
  const Network network = read_network(arguments, console);
  const Run work = run_of(arguments, console);
  Continuity found = continuity(network, options, work);
  found.persistence = persistence(network, persistence_options_of(arguments), work);
  const Provenance provenance = continuity_provenance(network, options, arguments);
  const std::array renderings = {
      Rendering{"table", [&] { return table_of(network, found); }},
      Rendering{"csv", [&] { return continuity_csv(network, found); }},
      Rendering{"json", [&] { return continuity_json(network, found, provenance); }},
  };
  deliver(arguments, console, renderings);
  return 0;
}

}  // namespace

const Command& continuity_command() {
  static const Command command = {
      .name = "continuity",
      .sentence =
          "Follow a series of summits: who came back, against what chance alone would keep, "
          "and which initiatives were taken up again.",
      .operands = "INPUT",
      .text =
          {"Participants of an edition are those with a relation that the series counts, such as "
           "attended or signed. Beside each overlap stands what chance alone would retain, with "
           "a one-sided p value; with few editions much cannot be decided, and the figures say "
           "so. Where sources declare how many took part, bounds tell what those who are not "
           "named could change.",
           "Who is joined to whom at an edition, and who ranks how high there, is compared with "
           "the next edition; so are blocs, the lineages of initiatives and texts, agendas, and "
           "commitments where the data record any.",
           "CSV holds the transitions between neighbouring editions, JSON all that is known: "
           "every pair of editions, by kind and by role, life tables, tests against every null "
           "model, each entity's attendance, hosts, and initiatives."},
      .examples = {{"summitry continuity datasets/ai-summits",
                    "Editions, transitions and initiatives of the AI summits."},
                   {"summitry continuity datasets/ai-summits --kinds country -o continuity.json",
                    "Countries alone, with everything in JSON."},
                   {"summitry continuity datasets/unfccc-side-events --null-model curveball "
                    "--samples 500",
                    "Against a null model that keeps how often each organisation came."}},
      .options = input_options() + continuity_options() + continuity_selection_options() +
                 seed_option() +
                 output_option("FILE",
                               "Write to FILE instead of the screen; may be given several "
                               "times, for several forms.") +
                 format_option({"table", "csv", "json"}) + work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
