// summitry resolve: the names in a column of a table become ids, and nothing is merged unseen.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/tables.hpp"
#include "cli/usage_error.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"
#include "exporters/csv.hpp"
#include "loaders/load.hpp"
#include "loaders/resolver/iso_codes.hpp"
#include "loaders/resolver/lists.hpp"
#include "loaders/resolver/resolver.hpp"

namespace summitry::cli {
namespace {

using resolver::CsvTable;
using resolver::Gazetteer;
using resolver::Guess;
using resolver::Mapping;
using resolver::Nameable;
using resolver::Resolution;
using resolver::Resolver;
using resolver::ResolverOptions;

struct Spelling {
  std::string text;
  std::size_t rows = 0;
  Resolution found;
};

using Spellings = std::vector<Spelling>;

ResolverOptions options_of(const Arguments& arguments) {
  ResolverOptions options;
  options.kinds = arguments.kinds;
  for (const std::string& name : arguments.with_names) {
    options.adjectives = options.adjectives || name == "adjectives";
    options.cities = options.cities || name == "cities";
    options.parts = options.parts || name == "parts";
  }
  if (arguments.threshold.empty()) return options;
  const auto threshold = parse_number(arguments.threshold);
  if (!threshold) {
    throw UsageError(fmt::format("--threshold must be a number, got \"{}\"", arguments.threshold));
  }
  options.threshold = *threshold;
  return options;
}

Gazetteer gazetteer_of(const Arguments& arguments, const Console& console) {
  Gazetteer gazetteer = resolver::built_in_gazetteer();
  if (arguments.iso_codes) gazetteer = resolver::with_iso_codes(std::move(gazetteer));
  if (!arguments.against.empty()) {
    gazetteer = resolver::with_entities(std::move(gazetteer),
                                        load(arguments.against, load_options(arguments, console)));
  }
  if (arguments.aliases.empty()) return gazetteer;
  return resolver::with_aliases(std::move(gazetteer), resolver::load_csv_table(arguments.aliases));
}

// What the user's mapping says has the last word, an empty id too.
Resolution settled(const Resolver& resolver, const Mapping& mapping, const std::string& text) {
  Resolution found = resolver.resolve(text);
  const auto mapped = mapping.find(text);
  if (mapped == mapping.end()) return found;
  if (mapped->second == (found.chosen == nullptr ? "" : found.chosen->id)) return found;
  found.chosen = nullptr;
  found.how = "as the mapping has it";
  for (const Nameable& one : resolver.nameables()) {
    if (one.id == mapped->second) found.chosen = &one;
  }
  return found;
}

// In the order in which they are first met.
Spellings spellings_of(const CsvTable& table, std::size_t column, const Resolver& resolver,
                       const Mapping& mapping, const Run& run) {
  Spellings spellings;
  std::map<std::string_view, std::size_t> places;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    run.check();
    run.report("names", static_cast<double>(r) / static_cast<double>(table.rows.size()));
    const std::string& text = table.rows[r][column].text;
    const auto [place, is_new] = places.emplace(text, spellings.size());
    if (is_new) spellings.push_back({text, 0, settled(resolver, mapping, text)});
    ++spellings[place->second].rows;
  }
  return spellings;
}

std::string alternatives(const Resolver& resolver, const std::vector<Guess>& others) {
  std::string text;
  for (const Guess& guess : others) {
    const Nameable& one = resolver.nameables()[guess.of];
    text += fmt::format("{}{} ({}, {})", text.empty() ? "" : " | ", one.id, one.name,
                        rounded(guess.score, 2));
  }
  return text;
}

Table mapping_table(const Resolver& resolver, const Spellings& spellings) {
  Table table;
  table.columns = {"input", "id", "name", "kind", "score", "how", "alternatives", "rows"};
  table.rows.reserve(spellings.size());
  for (const auto& [text, rows, found] : spellings) {
    const Nameable none;
    const Nameable& one = found.chosen == nullptr ? none : *found.chosen;
    table.rows.push_back({text, one.id, one.name, one.kind, found.score, found.how,
                          alternatives(resolver, found.others), static_cast<std::int64_t>(rows)});
  }
  return table;
}

void tell(const CsvTable& table, const Spellings& spellings, double threshold, Console& console) {
  std::size_t chosen = 0;
  std::size_t ambiguous = 0;
  for (const Spelling& spelling : spellings) {
    chosen += spelling.found.chosen != nullptr ? 1 : 0;
    ambiguous += spelling.found.how == "ambiguous" ? 1 : 0;
  }
  console.note(fmt::format(
      "{}: {} rows, {} spellings: {} with an id, {} ambiguous, {} without (threshold {})",
      table.file, table.rows.size(), spellings.size(), chosen, ambiguous,
      spellings.size() - chosen - ambiguous, shortest(threshold)));
}

std::string id_column(const Arguments& arguments) {
  return arguments.column + "_id";
}

void check_table(const CsvTable& table, const Arguments& arguments) {
  const std::string name = id_column(arguments);
  if (std::find(table.header.begin(), table.header.end(), name) == table.header.end()) return;
  throw UsageError(fmt::format("{} has a column {} already", table.file, name));
}

// The table as it was, with one more column.
void write_with_ids(const CsvTable& table, std::size_t column, const Spellings& spellings,
                    const Arguments& arguments, Console& console) {
  const std::string name = id_column(arguments);
  std::map<std::string_view, std::string_view> ids;
  for (const Spelling& spelling : spellings) {
    if (spelling.found.chosen != nullptr) ids.emplace(spelling.text, spelling.found.chosen->id);
  }
  std::vector<std::string> header = table.header;
  header.push_back(name);
  std::string bytes = csv_line(header);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    cells.reserve(row.size() + 1);
    for (const auto& cell : row) cells.push_back(cell.text);
    const auto id = ids.find(row[column].text);
    cells.emplace_back(id == ids.end() ? "" : id->second);
    bytes += csv_line(cells);
  }
  write_output(arguments.with_ids, bytes, console);
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.column.empty()) {
    throw UsageError("resolve needs --column NAME: the column of TABLE that holds the names");
  }
  const CsvTable table = resolver::load_csv_table(arguments.operands.front());
  const std::size_t column = table.column(arguments.column);
  if (!arguments.with_ids.empty()) check_table(table, arguments);
  Gazetteer gazetteer = gazetteer_of(arguments, console);
  const Mapping mapping =
      arguments.mapping.empty()
          ? Mapping{}
          : resolver::mapping_of(resolver::load_csv_table(arguments.mapping), gazetteer);
  const ResolverOptions options = options_of(arguments);
  const Resolver resolver(std::move(gazetteer), options);
  const Spellings spellings =
      spellings_of(table, column, resolver, mapping, run_of(arguments, console));
  tell(table, spellings, options.threshold, console);
  const Section section{"mapping", mapping_table(resolver, spellings)};
  const std::array renderings = {
      Rendering{"table",
                [&] {
                  return text_tables({&section, 1}, 48);
                }},
      Rendering{"csv",
                [&] {
                  return csv_tables({&section, 1});
                }},
      Rendering{"json",
                [&] {
                  return json_tables({&section, 1});
                }},
  };
  deliver(arguments, console, renderings);
  if (!arguments.with_ids.empty()) {
    write_with_ids(table, column, spellings, arguments, console);
  }
  return 0;
}

OptionList resolve_options() {
  const std::string_view group = "Names";
  return {
      {group, "--column", "NAME", "The column that holds the names.", &Arguments::column},
      {group, "--against", "INPUT",
       "Also the entities of this data set, by id, name and aliases. A country that it has takes "
       "the id that it has there.",
       &Arguments::against},
      {group, "--kinds", "A,B",
       "Only these: country, former country, organisation, or a kind of the data set (default: "
       "all).",
       &Arguments::kinds},
      {group,
       "--with",
       "A,B",
       "Also these, which stand for a country only loosely: adjectives (French), cities (Paris), "
       "parts (England).",
       &Arguments::with_names,
       Effect::figures,
       {"adjectives", "cities", "parts"}},
      {group, "--threshold", "S",
       "The least score of a name that is similar, in [0.6, 1] (default: 0.81).",
       &Arguments::threshold},
      {group, "--aliases", "FILE",
       "Names of your own, before all others: a CSV file with the columns name and id.",
       &Arguments::aliases},
      {group, "--mapping", "FILE",
       "A mapping written before, as you edited it: what it says of a spelling has the last word, "
       "an empty id too.",
       &Arguments::mapping},
      {group, "--iso-codes", "",
       "Also the names of Debian's package iso-codes, which must be installed.",
       &Arguments::iso_codes},
  };
}

}  // namespace

const Command& resolve_command() {
  static const Command command = {
      .name = "resolve",
      .sentence = "Find which country or organisation each name in a table stands for.",
      .operands = "TABLE",
      .text =
          {"TABLE is a CSV file (.tsv: parted by tabs) with a header. Each spelling gets a row: "
           "the id that was chosen, a score, how it was found, and what else it might be. Ids of "
           "countries are ISO 3166-1 alpha-3, of states that are no more ISO 3166-3. Nothing is "
           "chosen for a name that several have, such as Congo, nor below the threshold.",
           "Edit the column id and hand the file back by --mapping: the rest of the row is there "
           "to be read.",
           "A score of 1 is the name itself, 0.98 its words in another order, 0.95 its words but "
           "for the form of state; less is similarity: 1 - edits / letters, where a first letter "
           "that differs counts twice."},
      .examples = {{"summitry resolve signatories.csv --column country -o mapping.csv",
                    "The mapping, to be read and edited."},
                   {"summitry resolve signatories.csv --column country --mapping mapping.csv "
                    "--table with-ids.csv",
                    "The table with a column country_id, as the edited mapping has it."},
                   {"summitry resolve signatories.csv --column name --against datasets/ai-summits",
                    "Companies and institutes too: those of a data set."}},
      .options = resolve_options() + input_options() +
                 OptionList{{"Output", "--table", "FILE",
                             "Write TABLE with a further column, NAME_id, to FILE.",
                             &Arguments::with_ids, Effect::output}} +
                 output_option("FILE", "Write the mapping to FILE instead of the screen.") +
                 format_option({"table", "csv", "json"}) + work_options() + help_option(),
      .run = run,
  };
  return command;
}

}  // namespace summitry::cli
