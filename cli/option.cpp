#include "cli/option.hpp"

#include <iterator>
#include <utility>

#include "engine/network.hpp"

namespace summitry::cli {
namespace {

OptionList choice_options() {
  const std::string_view what = "Which entities and relations count";
  return {
      {what, "--kinds", "A,B", "Only entities of these kinds (default: all).", &Arguments::kinds},
      {what, "--relations", "A,B", "Only these relation types (default: all).",
       &Arguments::relations},
      {what, "--without", "A,B", "All relation types but these.", &Arguments::without},
      {what, "--status", "A,B", "Only relations with these statuses (default: realised).",
       &Arguments::statuses, Effect::figures, status_names()},
      {what, "--confidence", "LEVEL",
       "The least confidence that counts: official, secondary or unverified (default: secondary).",
       &Arguments::confidence, Effect::figures, confidence_names()},
      {what, "--at", "SUMMIT", "Only relations that belong to this summit, named by its id.",
       &Arguments::at},
      {what, "--from", "DATE",
       "Only relations that may have held on or after DATE: YYYY, YYYY-MM or YYYY-MM-DD.",
       &Arguments::from},
      {what, "--to", "DATE", "Only relations that may have held on or before DATE.",
       &Arguments::to},
      {what,
       "--isolates",
       "keep|drop",
       "Entities without a relation (default: keep, but drop with --at, --from or --to, and in a "
       "report).",
       &Arguments::isolates,
       Effect::figures,
       {"keep", "drop", "automatic"}},
      {what,
       "--standing",
       "keep|drop",
       "Memberships of standing bodies, which the data set lists as containers (the UN, the EU): "
       "they say who exists rather than who acts (default: keep, but drop in a report).",
       &Arguments::standing,
       Effect::figures,
       {"keep", "drop"}},
  };
}

OptionList edge_options() {
  const std::string_view how = "How relations become edges";
  return {
      {how, "--directed", "",
       "Relations run from source to target (default: as the data set says).",
       &Arguments::directed},
      {how, "--undirected", "", "Relations join both ways.", &Arguments::undirected},
      {how, "--weights", "NAME",
       "Use a weight: weight, amount or a number column of the relations; with --project, shared "
       "or "
       "newman. A weight is never used unasked (default: none).",
       &Arguments::weights},
      {how,
       "--weights-mean",
       "MEANING",
       "What a large weight means: strength (closer) or distance (further). Measures that follow "
       "paths demand distance.",
       &Arguments::weights_mean,
       Effect::figures,
       {"strength", "distance"}},
      {how, "--convert-weights", "RULE",
       "Turn strengths into distances, or distances into strengths: inverse (1/w), reversed "
       "(largest "
       "+ 1 - w) or opsahl:ALPHA (1/w^ALPHA). Never done unasked.",
       &Arguments::convert_weights},
      {how,
       "--parallel-relations",
       "keep|merge",
       "Several relations between the same two entities: keep each, or merge them into one edge "
       "whose weight is their sum (default: merge).",
       &Arguments::parallel_relations,
       Effect::figures,
       {"keep", "merge"}},
      {how,
       "--roll-up",
       "RULE",
       "Containers such as the EU: none leaves container and members apart, members hands its "
       "relations down, container lifts theirs up (default: none).",
       &Arguments::roll_up,
       Effect::figures,
       {"none", "members", "container"}},
      {how, "--project", "KIND",
       "Join entities of KIND that share a neighbour of another kind (one-mode projection).",
       &Arguments::project},
  };
}

}  // namespace

OptionList input_options() {
  const std::string_view group = "Input";
  return {
      {group, "--input-format", "NAME",
       "Read INPUT as this format, whatever its extension; summitry catalogue lists them.",
       &Arguments::input_format},
      {group, "--decoded-limit", "MIB",
       "How much may come out of a compressed INPUT (.gz, .zst), in MiB (default: a hundred times "
       "its size, or 64 where that is more).",
       &Arguments::decoded_limit},
      {group, "--entities-query", "SQL",
       "Ask INPUT, a SQLite file or postgresql://USER@HOST/DATABASE, for entities: a row each, "
       "with "
       "columns id, kind, name and the others of a data package; further ones are attributes "
       "(default: the ends of relations).",
       &Arguments::entities_query},
      {group, "--relations-query", "SQL",
       "Ask it for relations: columns source, target, type, weight and so on (default: the tables "
       "of a SQLite file that Summitry wrote).",
       &Arguments::relations_query},
  };
}

OptionList selection_options() {
  return choice_options() + edge_options();
}

OptionList measure_options() {
  const std::string_view group = "Figures";
  return {
      {group, "--measures", "A,B|all",
       "Which measures, by name; summitry catalogue lists them. `all` is every measure of entities "
       "that the graph allows (default: degree,betweenness,pagerank).",
       &Arguments::measures},
      {group, "--normalized", "",
       "Divide by the largest value that a graph of this size allows, where that is defined.",
       &Arguments::normalized},
      {group, "--per-component", "", "Measure every component as if there were no other.",
       &Arguments::per_component},
      {group, "--approximate", "",
       "Estimate what has an estimate with a stated error, in a fraction of the time; --set "
       "chooses "
       "the error.",
       &Arguments::approximate},
      {group, "--centralisation", "",
       "Also how far each measure is concentrated on one entity (Freeman): below the table and in "
       "JSON.",
       &Arguments::centralisation},
      {group, "--personalised", "ID,ID",
       "PageRank seen from these entities: jumps lead to them alone (default: to anyone).",
       &Arguments::personalised},
      {group, "--set", "MEASURE.OPTION=VALUE",
       "Set an option of a measure, as in pagerank.damping=0.9. May be given several times.",
       &Arguments::settings},
  };
}

OptionList community_options() {
  const std::string_view group = "Communities";
  return {
      {group, "--method", "NAME", "How communities are found (default: leiden).",
       &Arguments::method},
      {group,
       "--quality",
       "NAME",
       "What a good division is: modularity, or cpm, the constant Potts model (default: "
       "modularity).",
       &Arguments::quality,
       Effect::figures,
       {"modularity", "cpm"}},
      {group, "--resolution", "R|auto",
       "Above 1 more and smaller communities, below 1 fewer and larger; auto takes the likeliest "
       "of the longest range over which they stay nearly the same (default: 1; a report: auto).",
       &Arguments::resolution},
      {group, "--runs", "N",
       "Runs with different seeds; the best is kept, their agreement is reported (default: 100 for "
       "up to 20,000 entities and edges, fewer for more, 10 at least).",
       &Arguments::runs},
      {group, "--consensus", "", "Keep the division on which the runs agree, not the best of them.",
       &Arguments::consensus},
  };
}

OptionList continuity_options() {
  const std::string_view group = "Continuity";
  return {
      {group, "--series", "ID", "Which series of summits (default: the only one of the data set).",
       &Arguments::series},
      {group, "--participation", "A,B",
       "Relation types that make a participant (default: those that the series names).",
       &Arguments::participation},
      {group,
       "--null-model",
       "NAME",
       "What chance alone would retain: fixed-margins (sizes of editions and attendances of each "
       "entity kept; exact where tables can be counted, else sampled), curveball (the same, always "
       "sampled), hypergeometric (exact; sizes alone kept) or none (default: fixed-margins).",
       &Arguments::null_model,
       Effect::figures,
       {"fixed-margins", "curveball", "hypergeometric", "none"}},
      {group, "--samples", "N",
       "Samples of whatever is sampled, permutations of positions and blocs among them (default: "
       "1000).",
       &Arguments::samples},
      {group, "--universe", "N",
       "How many could have taken part (default: whoever took part in any edition).",
       &Arguments::universe},
      {group, "--strata", "NAME",
       "Also deal rosters out within these: kind, subtype, or a column of the entities (default: "
       "kind).",
       &Arguments::strata},
      {group, "--role-ranks", "TYPE=RANK",
       "What a role weighs in Ruzicka's similarity (default: hosted=4,co-hosted=3,chaired=3,"
       "co-chaired=3,signed=2, all else 1).",
       &Arguments::role_ranks},
      {group, "--propensity", "N",
       "When unnamed participants are filled in, how many times as likely those are who are named "
       "at "
       "the other edition (default: 1).",
       &Arguments::propensity},
      {group, "--missed", "N", "Editions missed in a row that end a stay (default: 1).",
       &Arguments::missed},
      {group, "--began-earlier", "",
       "The series is older than its first edition here: leave who was there out of the time since "
       "the first attendance.",
       &Arguments::began_earlier},
      {group,
       "--joined-by",
       "RULE",
       "Who is joined at an edition: shared, by a text or an initiative that both are tied to "
       "there; direct, by a relation between the two; or either (default: shared).",
       &Arguments::joined_by,
       Effect::figures,
       {"shared", "direct", "either"}},
      {group, "--rank-by", "MEASURE",
       "The measure that ranks participants at each edition (default: strength).",
       &Arguments::rank_by},
      {group, "--replicates", "N",
       "How often sources are drawn again for the intervals of positions; 0: not at all (default: "
       "200).",
       &Arguments::replicates},
  };
}

OptionList seed_option() {
  return {{"Figures", "--seed", "N",
           "Where random methods start; the same seed gives the same bytes (default: 1).",
           &Arguments::seed}};
}

OptionList output_option(std::string_view value, std::string_view meaning) {
  return {{"Output", "-o,--output", value, meaning, &Arguments::outputs, Effect::output}};
}

OptionList format_option(std::vector<std::string_view> choices) {
  return {{"Output", "--format", "NAME",
           "table (to read), csv or json (to go on with); default: by the extension of FILE, else "
           "table.",
           &Arguments::format, Effect::output, std::move(choices)}};
}

OptionList top_option(std::string_view meaning) {
  return {{"Output", "--top", "N", meaning, &Arguments::top}};
}

OptionList work_options() {
  const std::string_view group = "Working";
  return {
      {group, "--threads", "N", "Threads to use (default: all); figures do not depend on it.",
       &Arguments::threads, Effect::output},
      {group, "--quiet", "", "Say nothing on standard error but errors.", &Arguments::quiet,
       Effect::output},
      {group, "--no-progress", "", "No progress bar (there is none unless a terminal is watching).",
       &Arguments::no_progress, Effect::output},
  };
}

OptionList help_option() {
  return {{"Working", "-h,--help", "", "Show this help.", &Arguments::help, Effect::output}};
}

OptionList operator+(OptionList first, OptionList second) {
  first.insert(first.end(), std::make_move_iterator(second.begin()),
               std::make_move_iterator(second.end()));
  return first;
}

std::string_view long_flag(const OptionText& option) {
  return option.flags.substr(option.flags.find("--"));
}

}  // namespace summitry::cli
