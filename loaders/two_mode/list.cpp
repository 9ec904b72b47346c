// Lists of participants and events. See list.hpp.
#include "loaders/two_mode/list.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lower.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/tables/fields.hpp"
#include "loaders/text.hpp"
#include "loaders/two_mode/modes.hpp"

namespace summitry::two_mode {
namespace {

using interchange::Spell;
using tables::Special;
using tables::Table;

struct Column {
  std::size_t number = 0;
  const Word* word = nullptr;
};

std::vector<Column> columns_of(const Table& table, const Word* (*word_of)(std::string_view)) {
  std::vector<Column> found;
  for (std::size_t i = 0; i < table.columns(); ++i) {
    const Word* word = word_of(lower(table.names()[i].text));
    if (word != nullptr) found.push_back({i, word});
  }
  return found;
}

// The column of a mode; where several could be, the one that has the mode's own name.
std::optional<Column> the_one(NetworkBuilder& builder, const Table& table,
                              const std::vector<Column>& all, std::string_view name,
                              const char* words) {
  for (const Column& column : all) {
    if (all.size() == 1 || column.word->name == name) return column;
  }
  if (all.empty()) {
    builder.error(table.start(0), "missing column \"" + std::string(name) + "\"",
                  std::string("name it by one of the words ") + words);
  } else {
    builder.error(table.names()[all[1].number],
                  in_quotes(table.names()[all[0].number].text) + " and " +
                      in_quotes(table.names()[all[1].number].text) + " could both be the " +
                      std::string(name),
                  "call the one that is meant " + std::string(name));
  }
  return std::nullopt;
}

class ListLoad {
 public:
  ListLoad(NetworkBuilder& builder, Table& table, const LoadOptions& options)
      : builder_(builder), remarks_(builder), table_(table), options_(options) {}

  void run() {
    check_names(builder_, table_);
    const auto participant =
        the_one(builder_, table_, columns_of(table_, participants_word), "participant",
                "participant, actor, person, organisation, country");
    const auto event = the_one(builder_, table_, columns_of(table_, events_word), "event",
                               "event, meeting, conference, session, summit");
    if (!participant || !event) return;
    participant_ = participant->number;
    event_ = event->number;
    date_ = table_.column("date");
    say(*participant, *event);
    builder_.describe({});
    read(participant->word->kind, event->word->kind);
  }

 private:
  void say(const Column& participant, const Column& event) {
    if (!options_.format.empty()) return;
    builder_.warning(table_.names()[participant_],
                     "read as a two-mode list: " + in_quotes(participant.word->name) +
                         " are participants, " + in_quotes(event.word->name) + " are events",
                     "name another format by --input-format if it is none");
  }

  void read(std::string_view participants, std::string_view events) {
    tables::Times times(builder_, remarks_, table_);
    const std::string from(lower(table_.names()[participant_].text));
    const std::string to(lower(table_.names()[event_].text));
    std::vector<Special> special{{from, ""}, {to, ""}};
    if (date_) special.push_back({"date", ""});
    fields_.declare(builder_, table_, times, special, {});
    Modes modes(participants, events);
    for (std::size_t row = 1; row < table_.rows(); ++row) see_row(modes, row);
    modes.add_to(builder_);
    if (const auto summit = fields_.column_of(&EdgeRow::summit)) {
      for (std::size_t row = 1; row < table_.rows(); ++row)
        ensure_summit(builder_, cell(row, *summit));
    }
    interchange::Repeats repeats(table_.bytes());
    for (std::size_t row = 1; row < table_.rows(); ++row) add_row(modes, row, times, repeats);
  }

  [[nodiscard]] Cell cell(std::size_t row, std::size_t column) const {
    Cell found = table_.at(row, column);
    found.text = interchange::trimmed(found.text);
    return found;
  }
  [[nodiscard]] Cell date(std::size_t row) const { return date_ ? cell(row, *date_) : Cell(); }

  void see_row(Modes& modes, std::size_t row) {
    const Cell participant = cell(row, participant_);
    const Cell event = cell(row, event_);
    if (participant.text.empty() || event.text.empty()) {
      builder_.error(table_.start(row), participant.text.empty() ? "no participant" : "no event",
                     "every row needs both");
      return;
    }
    modes.see(Mode::participants, participant);
    modes.see(Mode::events, event);
    if (parse_date(date(row).text)) modes.see_date(event, date(row));
  }

  void add_row(const Modes& modes, std::size_t row, tables::Times& times,
               interchange::Repeats& repeats) {
    const Cell participant = cell(row, participant_);
    const Cell event = cell(row, event_);
    if (participant.text.empty() || event.text.empty()) return;
    std::vector<Spell> spells = times.spells(row);
    if (spells.size() > 1 &&
        repeats.are_too_many(builder_, table_.start(row), spells.size(), table_.bytes_of(row))) {
      return;
    }
    if (spells.empty()) {
      const Cell from = date(row);
      spells.push_back({from, parse_date(from.text) ? from : Cell()});
    }
    for (const Spell& spell : spells) {
      EdgeRow edge;
      edge.source = modes.id(Mode::participants, participant);
      edge.target = modes.id(Mode::events, event);
      fields_.fill(builder_, table_, row, edge, spell, times.are_numbers());
      if (edge.type.text.empty()) edge.type = kAttended;
      if (modes.kind(Mode::events) == "summit" && edge.summit.text.empty())
        edge.summit = edge.target;
      add_relations(builder_, edge);
    }
  }

  NetworkBuilder& builder_;
  Remarks remarks_;
  Table& table_;
  const LoadOptions& options_;
  tables::Fields<EdgeRow> fields_;
  std::size_t participant_ = 0;
  std::size_t event_ = 0;
  std::optional<std::size_t> date_;
};

}  // namespace

void add_list(NetworkBuilder& builder, Table& table, const LoadOptions& options) {
  builder.allow_repeats();
  ListLoad(builder, table, options).run();
}

bool is_list_for_certain(const Table& table) {
  return !columns_of(table, participants_word).empty() && !columns_of(table, events_word).empty() &&
         !table.column("source") && !table.column("target") &&
         !(table.column("from") && table.column("to"));
}

}  // namespace summitry::two_mode
