// Columns of lists. See columns.hpp.
#include "loaders/two_mode/list/columns.hpp"

#include <string>
#include <vector>

#include "engine/lower.hpp"
#include "loaders/text.hpp"
#include "loaders/two_mode/modes.hpp"

namespace summitry::two_mode {
namespace {

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

}  // namespace

std::optional<ListColumns> find_list_columns(NetworkBuilder& builder, const Table& table,
                                             const LoadOptions& options) {
  const auto participant =
      the_one(builder, table, columns_of(table, participants_word), "participant",
              "participant, actor, person, organisation, country");
  const auto event = the_one(builder, table, columns_of(table, events_word), "event",
                             "event, meeting, conference, session, summit");
  if (!participant || !event) return std::nullopt;
  if (options.format.empty()) {
    builder.warning(table.names()[participant->number],
                    "read as a two-mode list: " + in_quotes(participant->word->name) +
                        " are participants, " + in_quotes(event->word->name) + " are events",
                    "name another format by --input-format if it is none");
  }
  return ListColumns{participant->number, event->number, table.column("date"),
                     participant->word->kind, event->word->kind};
}

bool names_both_modes(const Table& table) {
  return !columns_of(table, participants_word).empty() && !columns_of(table, events_word).empty();
}

bool has_both(NetworkBuilder& builder, std::size_t line, const EdgeRow& row) {
  const bool nobody = row.source.text.empty();
  if (!nobody && !row.target.text.empty()) return true;
  builder.error({{}, line, 1}, nobody ? "no participant" : "no event", "every row needs both");
  return false;
}

void complete(EdgeRow& row, const ListColumns& columns) {
  if (row.type.text.empty()) row.type = kAttended;
  if (columns.events == "summit" && row.summit.text.empty()) row.summit = row.target;
}

}  // namespace summitry::two_mode
