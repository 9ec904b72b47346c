#include "loaders/edge_list/edge_list_load.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/edge_list/list_dialect.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

// The columns of a list without a header.
constexpr std::array<Cell EdgeRow::*, 4> kWithoutHeader{&EdgeRow::source, &EdgeRow::target,
                                                        &EdgeRow::weight, &EdgeRow::type};

bool is_direction(std::string_view text) {
  const std::string word = lower(text);
  return word == "directed" || word == "undirected";
}

Part part_of(Cell EdgeRow::*cell, bool is_attribute) {
  if (cell == &EdgeRow::source) return Part::source;
  if (cell == &EdgeRow::target) return Part::target;
  if (cell == &EdgeRow::weight) return Part::weight;
  if (cell == &EdgeRow::type) return Part::type;
  return cell == nullptr && !is_attribute ? Part::uncounted : Part::other;
}

}  // namespace

std::optional<RowShape> EdgeListLoad::plain_rows(char delimiter) const {
  RowShape shape{delimiter, {}, direction_};
  shape.parts.reserve(columns_.size());
  for (const Column& column : columns_) {
    if (column.cell == &EdgeRow::summit) return std::nullopt;
    shape.parts.push_back(part_of(column.cell, column.attribute.has_value()));
  }
  return shape;
}

void EdgeListLoad::finish() {
  Dataset dataset;
  dataset.directed = options_.direction ? *options_.direction == Direction::directed : directed_;
  builder_.describe(std::move(dataset));
}

bool EdgeListLoad::read_header(std::span<const Cell> row, bool expect_header) {
  std::unordered_set<std::string> names;
  for (const Cell& cell : row) names.insert(lower(interchange::trimmed(cell.text)));
  const bool plain = names.contains("source") && names.contains("target");
  const bool from_and_to = !plain && names.contains("from") && names.contains("to");
  if (plain || from_and_to) {
    name_columns(row, from_and_to);
    return true;
  }
  if (names.contains("source") || names.contains("target")) {
    builder_.error(
        row.front(),
        names.contains("source") ? "missing column \"target\"" : "missing column \"source\"",
        "name both ends of the relations");
    return true;
  }
  if (expect_header) {
    builder_.warning(row.front(), "no header, so the columns are source, target, weight, type",
                     "write source,target into a first line if that is not so");
  }
  for (std::size_t i = 0; i < std::min(row.size(), kWithoutHeader.size()); ++i) {
    columns_.push_back({kWithoutHeader[i], std::nullopt});
  }
  if (row.size() < 2 || row.size() > kWithoutHeader.size()) {
    builder_.error(
        row.front(),
        std::to_string(row.size()) + (row.size() == 1 ? " cell" : " cells") + " and no header",
        "write source, target, and if wanted weight and type; name further columns in "
        "a header");
    columns_.clear();
  }
  return false;
}

void EdgeListLoad::name_columns(std::span<const Cell> row, bool ends_are_from_and_to) {
  std::unordered_set<std::string> seen;
  for (const Cell& cell : row) {
    std::string name = lower(interchange::trimmed(cell.text));
    if (ends_are_from_and_to && (name == "from" || name == "to")) {
      name = name == "from" ? "source" : "target";
    }
    Column column;
    const RowPart<EdgeRow>* part = part_named<EdgeRow>(name);
    if (!seen.insert(name).second || name.empty()) {
      builder_.error(cell,
                     name.empty() ? "a column without a name"
                                  : "the column " + in_quotes(interchange::trimmed(cell.text)) +
                                        " stands twice",
                     "give every column a name of its own");
    } else if (part != nullptr && !is_count(name)) {
      column.cell = part->cell;
    } else if (!is_count(name)) {
      column.attribute = builder_.declare_relation_attribute(
          {std::string(interchange::trimmed(cell.text)), ColumnType::text, "", ""});
    }
    columns_.push_back(column);
  }
}

void EdgeListLoad::note_direction(std::span<const Cell> row) {
  for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
    const std::string_view text = interchange::trimmed(row[i].text);
    if (columns_[i].cell != &EdgeRow::type || !is_direction(text)) continue;
    direction_ = text;
    directed_ = lower(text) == "directed";
  }
}

void EdgeListLoad::add_summits(std::span<const Cell> row) {
  for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
    const std::string_view summit = interchange::trimmed(row[i].text);
    if (columns_[i].cell != &EdgeRow::summit || summit.empty()) continue;
    if (summit.find('|') != std::string_view::npos) continue;
    builder_.ensure_entity({summit, row[i].line, row[i].column}, "summit");
  }
}

void EdgeListLoad::add_row(std::span<const Cell> row, std::span<const CsvProblem> problems) {
  report(builder_, problems);
  if (row.size() != columns_.size()) {
    builder_.error(row.front(),
                   std::to_string(row.size()) + (row.size() == 1 ? " cell" : " cells") +
                       " where the first line has " + std::to_string(columns_.size()),
                   "check the delimiters, and put quotes around a cell that holds one");
    return;
  }
  EdgeRow edge;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Cell cell(interchange::trimmed(row[i].text), row[i].line, row[i].column);
    if (columns_[i].cell != nullptr) {
      edge.*columns_[i].cell = cell;
    } else if (columns_[i].attribute && !cell.text.empty()) {
      edge.attributes.push_back({*columns_[i].attribute, cell});
    }
  }
  if (!direction_.empty()) read_direction(edge);
  add_edge(builder_, edge);
}

void EdgeListLoad::read_direction(EdgeRow& edge) {
  if (!is_direction(edge.type.text)) {
    builder_.error(edge.type, "unknown direction " + in_quotes(edge.type.text),
                   "write Directed or Undirected, as the first relation does");
  } else if ((lower(edge.type.text) == "directed") != directed_ && !mixed_) {
    mixed_ = true;
    builder_.error(edge.type, "directed and undirected relations in one list",
                   "write them to a file each, or an undirected one in both directions");
  }
  edge.type.text = {};
}

}  // namespace summitry
