// Tables of a data package. See table.hpp.
#include "loaders/package/table.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "engine/names.hpp"

namespace summitry::package {
namespace {

std::string counted(std::size_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

Table::Table(NetworkBuilder& builder, std::string_view text, const Resource& resource,
             std::span<const KnownColumn> known)
    : builder_(builder),
      resource_(resource),
      known_(known),
      reader_(text, {.delimiter = resource.delimiter, .comments = resource.comments}),
      cells_(known.size()) {}

bool Table::open(const Declare& declare) {
  if (!reader_.next()) {
    builder_.error({{}, 1, 1}, "the file is empty", "name the columns in its first row");
    return false;
  }
  report(builder_, reader_.problems());
  std::unordered_set<std::string_view> names;
  bool unreadable = false;
  for (const Cell& name : reader_.row()) {
    if (name.text.empty()) {
      builder_.error(name, "a column without a name", "name it, or delete the column");
      header_.emplace_back();
    } else if (!names.insert(name.text).second) {
      builder_.error(name, "the column " + in_quotes(name.text) + " stands twice",
                     "keep one of them");
      header_.emplace_back();
    } else {
      match(name, declare);
    }
  }
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const bool there = names.contains(known_[i].name);
    unreadable = unreadable || (known_[i].required && !there);
  }
  if (unreadable && suggest_delimiter()) return false;
  check_header(reader_.row().front());
  return !unreadable;
}

// What a name of the header stands for: a column of the format, or a further one.
void Table::match(const Cell& name, const Declare& declare) {
  HeaderColumn column;
  column.name = name.text;
  column.field = resource_.schema.find(name.text);
  const auto found = std::find_if(known_.begin(), known_.end(), [&name](const KnownColumn& known) {
    return known.name == name.text;
  });
  if (found != known_.end()) {
    column.known = static_cast<std::size_t>(found - known_.begin());
  } else {
    match_further(name, column.field, declare, column);
  }
  header_.push_back(std::move(column));
}

void Table::match_further(const Cell& name, const Field* field, const Declare& declare,
                          HeaderColumn& column) {
  if (field == nullptr) {
    std::vector<std::string_view> names;
    for (const KnownColumn& known : known_) names.push_back(known.name);
    for (const Field& other : resource_.schema.fields) names.push_back(other.info.name);
    const auto guess = nearest(name.text, names);
    if (guess || !declare) {
      builder_.warning(name,
                       "unknown column " + in_quotes(name.text) +
                           (declare ? ", read as an attribute" : ", which is not read"),
                       guess ? "did you mean " + in_quotes(*guess) + "?" : "delete it");
    }
  } else if (!declare) {
    builder_.warning(name, "unknown column " + in_quotes(name.text) + ", which is not read",
                     "only entities and relations have further columns");
  }
  if (declare) {
    column.attribute =
        declare(field != nullptr ? field->info : ColumnInfo{column.name, ColumnType::text, "", ""});
  }
}

// A header in one cell is the wrong delimiter, not so many missing columns.
bool Table::suggest_delimiter() {
  if (reader_.row().size() != 1) return false;
  const Cell& cell = reader_.row().front();
  for (const char delimiter : {';', '\t', ',', '|'}) {
    if (cell.text.find(delimiter) == std::string_view::npos) continue;
    const std::string shown = delimiter == '\t' ? "\\t" : std::string(1, delimiter);
    builder_.error(
        cell, "the header is one cell, with " + in_quotes(std::string(1, delimiter)) + " within",
        "give the resource a dialect: {\"delimiter\": \"" + shown + "\"}");
    return true;
  }
  return false;
}

// The columns that ought to be there.
void Table::check_header(const Cell& start) {
  std::vector<std::string_view> names;
  for (const HeaderColumn& column : header_) names.push_back(column.name);
  const auto there = [&names](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const KnownColumn& known : known_) {
    if (!known.required || there(known.name)) continue;
    const auto guess = nearest(known.name, names);
    builder_.error(
        start, "missing column " + in_quotes(known.name),
        guess ? "is it the one named " + in_quotes(*guess) + "?" : "add it: every row needs one");
  }
  for (const Field& field : resource_.schema.fields) {
    const bool is_required =
        std::any_of(known_.begin(), known_.end(), [&field](const KnownColumn& known) {
          return known.required && known.name == field.info.name;
        });
    if (is_required || there(field.info.name)) continue;
    builder_.warning(start, "missing column " + in_quotes(field.info.name) + " of the schema",
                     "add it, or delete it from the schema");
  }
}

bool Table::next() {
  if (!reader_.next()) return false;
  respelt_.clear();
  attributes_.clear();
  report(builder_, reader_.problems());
  const std::span<const Cell> row = reader_.row();
  // A row that the reader has reported may have lost cells by that: one finding is enough.
  ragged_ = row.size() != header_.size();
  if (ragged_ && reader_.problems().empty()) {
    builder_.error(
        row.front(),
        counted(row.size(), "cell") + " where the header has " + std::to_string(header_.size()),
        "check the delimiters, and put quotes around a cell that holds one");
  }
  std::fill(cells_.begin(), cells_.end(), Cell({}, row.front().line, row.front().column));
  for (std::size_t i = 0; i < std::min(row.size(), header_.size()); ++i) {
    const HeaderColumn& column = header_[i];
    if (!column.known && !column.attribute) continue;
    const Cell cell = ragged_ ? row[i] : spelt(column, row[i]);
    if (column.known) {
      cells_[*column.known] = cell;
    } else if (!cell.text.empty()) {
      attributes_.push_back({*column.attribute, cell});
    }
  }
  return true;
}

// The cell as the builder reads it, checked against the constraints of the schema.
Cell Table::spelt(const HeaderColumn& column, const Cell& cell) {
  Cell result = cell;
  if (resource_.schema.is_missing(cell.text)) result.text = {};
  if (column.field == nullptr) return result;
  check(column, result);
  if (result.text.empty()) return result;
  if (std::optional<std::string> text = respelt(builder_, *column.field, result)) {
    result.text = respelt_.emplace_back(*std::move(text));
  }
  return result;
}

void Table::check(const HeaderColumn& column, const Cell& cell) {
  const Field& field = *column.field;
  // What the format itself demands is the builder's to check.
  const bool known_required = column.known && known_[*column.known].required;
  const bool known_closed = column.known && known_[*column.known].closed;
  if (cell.text.empty()) {
    if (field.required && !known_required) {
      builder_.error(cell, "no " + field.info.name, "the schema requires one in every row");
    }
    return;
  }
  if (field.allowed.empty() || known_closed) return;
  if (std::find(field.allowed.begin(), field.allowed.end(), cell.text) != field.allowed.end())
    return;
  const std::vector<std::string_view> allowed(field.allowed.begin(), field.allowed.end());
  const auto guess = nearest(cell.text, allowed);
  builder_.error(
      cell, in_quotes(cell.text) + " is not allowed in column " + in_quotes(column.name),
      guess ? "did you mean " + in_quotes(*guess) + "?" : "write one of " + listed(field.allowed));
}

Cell Table::cell(std::size_t known) const {
  return cells_[known];
}

}  // namespace summitry::package
