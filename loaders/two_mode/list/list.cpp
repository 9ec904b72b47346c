// Lists of participants and events. See list.hpp.
#include "loaders/two_mode/list/list.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "engine/lower.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/tables/fields.hpp"
#include "loaders/two_mode/list/columns.hpp"
#include "loaders/two_mode/modes.hpp"

namespace summitry::two_mode {
namespace {

using interchange::Spell;
using tables::Special;
using tables::Table;

class ListLoad {
 public:
  ListLoad(NetworkBuilder& builder, Table& table, const LoadOptions& options)
      : builder_(builder), remarks_(builder), table_(table), options_(options) {}

  void run() {
    check_names(builder_, table_);
    const auto columns = find_list_columns(builder_, table_, options_);
    if (!columns) return;
    columns_ = *columns;
    builder_.describe({});
    read();
  }

 private:
  void read() {
    tables::Times times(builder_, remarks_, table_);
    const std::string from(lower(table_.names()[columns_.participant].text));
    const std::string to(lower(table_.names()[columns_.event].text));
    std::vector<Special> special{{from, ""}, {to, ""}};
    if (columns_.date) special.push_back({"date", ""});
    fields_.declare(builder_, table_, times, special, {});
    Modes modes(columns_.participants, columns_.events);
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
  [[nodiscard]] Cell date(std::size_t row) const {
    return columns_.date ? cell(row, *columns_.date) : Cell();
  }
  // The names of both modes.
  [[nodiscard]] EdgeRow ends(std::size_t row) const {
    EdgeRow edge;
    edge.source = cell(row, columns_.participant);
    edge.target = cell(row, columns_.event);
    return edge;
  }

  void see_row(Modes& modes, std::size_t row) {
    const EdgeRow edge = ends(row);
    if (!has_both(builder_, table_.start(row).line, edge)) return;
    modes.see(Mode::participants, edge.source);
    modes.see(Mode::events, edge.target);
    if (parse_date(date(row).text)) modes.see_date(edge.target, date(row));
  }

  void add_row(const Modes& modes, std::size_t row, tables::Times& times,
               interchange::Repeats& repeats) {
    const EdgeRow names = ends(row);
    if (names.source.text.empty() || names.target.text.empty()) return;
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
      edge.source = modes.id(Mode::participants, names.source);
      edge.target = modes.id(Mode::events, names.target);
      fields_.fill(builder_, table_, row, edge, spell, times.are_numbers());
      edge.type.text = interchange::trimmed(edge.type.text);
      complete(edge, columns_);
      add_relations(builder_, edge);
    }
  }

  NetworkBuilder& builder_;
  Remarks remarks_;
  Table& table_;
  const LoadOptions& options_;
  tables::Fields<EdgeRow> fields_;
  ListColumns columns_;
};

}  // namespace

void add_list(NetworkBuilder& builder, Table& table, const LoadOptions& options) {
  builder.allow_repeats();
  ListLoad(builder, table, options).run();
}

bool is_list_for_certain(const Table& table) {
  return names_both_modes(table) && !table.column("source") && !table.column("target") &&
         !(table.column("from") && table.column("to"));
}

}  // namespace summitry::two_mode
