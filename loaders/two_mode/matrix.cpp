// Matrices of participants and events. See matrix.hpp.
#include "loaders/two_mode/matrix.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/text.hpp"
#include "loaders/two_mode/modes.hpp"

namespace summitry::two_mode {
namespace {

using interchange::trimmed;
using tables::Filled;
using tables::Table;

Cell trimmed_cell(Cell cell) {
  cell.text = trimmed(cell.text);
  return cell;
}

// What a cell says, as the text of a number; nothing where it says nothing that is understood.
std::optional<std::string_view> value_of(std::string_view text) {
  if (text.size() > 5) return parse_number(text) ? std::optional(text) : std::nullopt;
  const std::string word = lower(text);
  if (word == "x" || word == "true") return "1";
  if (word == "false") return "0";
  return parse_number(text) ? std::optional(text) : std::nullopt;
}

// What was found out about the cells before the first relation is made.
struct Survey {
  bool weighted = false;
  std::size_t zeros = 0;
  std::size_t filled = 0;
};

class MatrixLoad {
 public:
  MatrixLoad(NetworkBuilder& builder, Table& table, const LoadOptions& options)
      : builder_(builder), table_(table), options_(options), modes_(kind_of(table), kEventKind) {}

  void run() {
    if (table_.columns() < 2) {
      builder_.error(table_.start(0), "a matrix of one column",
                     "write participants into the first column and events into the first row");
      return;
    }
    see_names();
    for (std::size_t row = 1; row < table_.rows(); ++row) survey_row(row);
    say();
    builder_.describe({});
    modes_.add_to(builder_);
    for (std::size_t row = 1; row < table_.rows(); ++row) add_row(row);
  }

 private:
  static std::string_view kind_of(const Table& table) {
    const Word* word = participants_word(lower(table.names().front().text));
    return word == nullptr ? kEntityKind : word->kind;
  }

  void see_names() {
    for (std::size_t row = 1; row < table_.rows(); ++row) see(Mode::participants, name_of(row));
    for (const Cell& name : table_.names().subspan(1)) {
      if (!name.text.empty()) see(Mode::events, name);
    }
  }

  void see(Mode mode, const Cell& name) {
    if (name.text.empty()) {
      builder_.error(name, "a row without a name", "name the participant in the first column");
    } else if (!modes_.see(mode, name)) {
      builder_.error(name, in_quotes(name.text) + " stands twice",
                     "write a row for each participant and a column for each event");
    }
  }

  [[nodiscard]] Cell name_of(std::size_t row) const { return trimmed_cell(table_.at(row, 0)); }

  // The cells become numbers.
  void survey_row(std::size_t row) {
    for (Filled& filled : table_.row(row)) {
      if (filled.column == 0) continue;
      std::string_view text = trimmed(filled.cell.text);
      const std::size_t comma = table_.commas_are_free() ? text.find(',') : std::string_view::npos;
      if (comma != std::string_view::npos) {
        std::string with_point(text);
        with_point[comma] = '.';
        text = table_.keep(std::move(with_point));
      }
      const auto value = value_of(text);
      if (!value && !text.empty()) {
        builder_.error(filled.cell, "the cell " + in_quotes(filled.cell.text) + " of a matrix",
                       "write 1 or x for a relation, 0 or nothing for none, or a weight");
      }
      if (filled.column >= table_.columns() || table_.names()[filled.column].text.empty()) {
        builder_.error(filled.cell,
                       "the value " + in_quotes(filled.cell.text) + " without an event",
                       "name the event in the first row");
      }
      filled.cell.text = value.value_or("0");
      const double number = parse_number(filled.cell.text).value_or(0.0);
      ++found_.filled;
      if (number == 0.0) ++found_.zeros;
      if (number != 0.0 && number != 1.0) found_.weighted = true;
    }
  }

  void say() {
    const std::size_t participants = modes_.size(Mode::participants);
    const std::size_t events = modes_.size(Mode::events);
    if (options_.format.empty()) {
      builder_.warning(table_.start(0),
                       "read as a two-mode matrix of " + std::to_string(participants) +
                           " participants and " + std::to_string(events) + " events",
                       "name another format by --input-format if it is none");
    }
    const std::size_t cells = participants * events;
    const std::size_t blanks = cells - std::min(found_.filled, cells);
    if (blanks > 0 && found_.zeros > 0) {
      builder_.warning(table_.start(0),
                       "blank cells (" + std::to_string(blanks) + ") beside zeros (" +
                           std::to_string(found_.zeros) + "): both are read as no relation",
                       "write 0 wherever there was none, and leave out what is not known");
    }
  }

  void add_row(std::size_t row) {
    const Cell name = name_of(row);
    if (name.text.empty()) return;
    for (const Filled& filled : table_.row(row)) {
      if (filled.column == 0 || filled.column >= table_.columns()) continue;
      const Cell& event = table_.names()[filled.column];
      if (event.text.empty() || parse_number(filled.cell.text).value_or(0.0) == 0.0) continue;
      RelationRow relation;
      relation.source = modes_.id(Mode::participants, name);
      relation.target = modes_.id(Mode::events, event);
      relation.type = kAttended;
      if (found_.weighted) relation.weight = filled.cell;
      builder_.add_relation(relation);
    }
  }

  NetworkBuilder& builder_;
  Table& table_;
  const LoadOptions& options_;
  Modes modes_;
  Survey found_;
};

bool says_yes_or_no(std::string_view text) {
  return text == "0" || text == "1" || text == "x" || text == "X";
}

}  // namespace

void add_matrix(NetworkBuilder& builder, Table& table, const LoadOptions& options) {
  builder.allow_repeats();  // names that stand twice are errors
  MatrixLoad(builder, table, options).run();
}

bool is_matrix_for_certain(const Table& table) {
  constexpr std::size_t kWiderThanLists = 5;
  if (table.rows() < 2 || table.columns() < 3) return false;
  if (!table.names()[0].text.empty() && table.columns() < kWiderThanLists) return false;
  std::unordered_set<std::string_view> events;
  for (const Cell& name : table.names().subspan(1)) {
    if (name.text.empty() || !events.insert(name.text).second) return false;
  }
  std::size_t in_both = 0;
  for (std::size_t row = 1; row < table.rows(); ++row) {
    const std::string_view name = trimmed(table.at(row, 0).text);
    if (name.empty()) return false;
    in_both += events.contains(name) ? 1 : 0;
    for (const Filled& filled : table.row(row)) {
      if (filled.column > 0 && !says_yes_or_no(trimmed(filled.cell.text))) return false;
    }
  }
  return in_both < events.size() || in_both + 1 < table.rows();
}

}  // namespace summitry::two_mode
