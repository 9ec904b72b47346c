// Edge lists. See edge_list.hpp.
#include "loaders/edge_list.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/file.hpp"
#include "loaders/csv.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

constexpr std::string_view kComments = "#%";
constexpr std::string_view kSpaces = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

// Rows of cells between runs of spaces; the interface of CsvReader, without quotes.
class SpacedReader {
 public:
  explicit SpacedReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool next() {
    cells_.clear();
    while (at_ < text_.size() && cells_.empty()) {
      const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
      split(text_.substr(at_, end - at_));
      const bool pair = text_.substr(end).starts_with("\r\n");
      at_ = end == text_.size() ? end : end + (pair ? 2 : 1);
      ++line_;
    }
    return !cells_.empty();
  }
  [[nodiscard]] std::span<const Cell> row() const { return cells_; }
  [[nodiscard]] std::span<const CsvProblem> problems() const { return {}; }

 private:
  void split(std::string_view line) {
    Place place;
    std::size_t counted = 0;
    std::size_t at = line.find_first_not_of(kSpaces);
    if (at != std::string_view::npos && kComments.find(line[at]) != std::string_view::npos) return;
    while (at != std::string_view::npos && cells_.size() < kMostColumns) {
      advance(place, line.substr(counted, at - counted));
      counted = at;
      const std::size_t end = std::min(line.find_first_of(kSpaces, at), line.size());
      cells_.emplace_back(line.substr(at, end - at), line_, place.column);
      at = line.find_first_not_of(kSpaces, end);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<Cell> cells_;
};

// The first line that is neither blank nor a comment.
std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t begin = line.find_first_not_of(kSpaces);
    if (begin != std::string_view::npos && kComments.find(line[begin]) == std::string_view::npos) {
      return line;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

// What stands between the cells of a line, outside quotes; a space for runs of them.
char delimiter_of(std::string_view line) {
  for (const char delimiter : {'\t', ',', ';', ' '}) {
    bool within_quotes = false;
    for (const char c : line) {
      if (c == '"') within_quotes = !within_quotes;
      if (c == delimiter && !within_quotes) return delimiter;
    }
  }
  return ',';
}

struct PartName {
  std::string_view name;
  Cell EdgeRow::*cell;  // nothing: a count that exporters add, which is not data
};

// In the order that columns have without a header.
constexpr std::array<PartName, 15> kParts{{{"source", &EdgeRow::source},
                                           {"target", &EdgeRow::target},
                                           {"weight", &EdgeRow::weight},
                                           {"type", &EdgeRow::type},
                                           {"status", &EdgeRow::status},
                                           {"role", &EdgeRow::role},
                                           {"summit", &EdgeRow::summit},
                                           {"from", &EdgeRow::from},
                                           {"to", &EdgeRow::to},
                                           {"amount", &EdgeRow::amount},
                                           {"currency", &EdgeRow::currency},
                                           {"confidence", &EdgeRow::confidence},
                                           {"note", &EdgeRow::note},
                                           {"relations", nullptr},
                                           {"sources", nullptr}}};
constexpr std::size_t kWithoutHeader = 4;

class EdgeListLoad {
 public:
  EdgeListLoad(NetworkBuilder& builder, const LoadOptions& options)
      : builder_(builder), options_(options) {}

  // `open` gives a fresh reader of the whole list.
  template <class Open>
  void read(const Open& open, bool expect_header);

 private:
  struct Column {
    Cell EdgeRow::*cell = nullptr;
    std::optional<std::size_t> attribute;
  };

  [[nodiscard]] bool read_header(std::span<const Cell> row, bool expect_header);
  void name_columns(std::span<const Cell> row, bool ends_are_from_and_to);
  void note_direction(std::span<const Cell> row);
  void add_summits(std::span<const Cell> row);
  void add_row(std::span<const Cell> row);
  void read_direction(EdgeRow& edge);
  template <class Reader>
  void report_problems(const Reader& reader);

  NetworkBuilder& builder_;
  const LoadOptions& options_;
  std::vector<Column> columns_;
  bool type_is_direction_ = false;  // Gephi's Type: Directed or Undirected
  std::optional<bool> directed_;
  bool mixed_ = false;
};

bool is_direction(std::string_view text) {
  const std::string word = lower(text);
  return word == "directed" || word == "undirected";
}

template <class Reader>
void EdgeListLoad::report_problems(const Reader& reader) {
  for (const CsvProblem& problem : reader.problems()) {
    if (problem.severity == Severity::error) {
      builder_.error(problem.cell, problem.what, problem.remedy);
    } else {
      builder_.warning(problem.cell, problem.what, problem.remedy);
    }
  }
}

// Twice through the list: summits first, since a relation may name one that is an end further down.
template <class Open>
void EdgeListLoad::read(const Open& open, bool expect_header) {
  auto reader = open();
  if (!reader.next()) {
    builder_.error({{}, 1, 1}, "the list is empty", "write a line for every relation");
    return;
  }
  const bool has_header = read_header(reader.row(), expect_header);
  if (columns_.empty()) return;
  auto summits = open();
  if (has_header) static_cast<void>(summits.next());
  for (bool first = true; summits.next(); first = false) {
    if (first) note_direction(summits.row());
    add_summits(summits.row());
  }
  bool more = !has_header || reader.next();
  for (; more; more = reader.next()) {
    report_problems(reader);
    add_row(reader.row());
  }
  Dataset dataset;
  dataset.directed =
      options_.direction ? *options_.direction == Direction::directed : directed_.value_or(false);
  builder_.describe(std::move(dataset));
}

// Whether the row names columns. Leaves no columns when it does and they cannot be used.
bool EdgeListLoad::read_header(std::span<const Cell> row, bool expect_header) {
  std::unordered_set<std::string> names;
  for (const Cell& cell : row) names.insert(lower(trimmed(cell.text)));
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
  for (std::size_t i = 0; i < std::min(row.size(), kWithoutHeader); ++i) {
    columns_.push_back({kParts[i].cell, std::nullopt});
  }
  if (row.size() < 2 || row.size() > kWithoutHeader) {
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
    std::string name = lower(trimmed(cell.text));
    if (ends_are_from_and_to && (name == "from" || name == "to")) {
      name = name == "from" ? "source" : "target";
    }
    Column column;
    const auto* const part =
        std::find_if(kParts.begin(), kParts.end(),
                     [&name](const PartName& known) { return known.name == name; });
    if (!seen.insert(name).second || name.empty()) {
      builder_.error(cell,
                     name.empty() ? "a column without a name"
                                  : "the column " + in_quotes(trimmed(cell.text)) + " stands twice",
                     "give every column a name of its own");
    } else if (part != kParts.end()) {
      column.cell = part->cell;
    } else {
      column.attribute = builder_.declare_relation_attribute(
          {std::string(trimmed(cell.text)), ColumnType::text, "", ""});
    }
    columns_.push_back(column);
  }
}

void EdgeListLoad::note_direction(std::span<const Cell> row) {
  for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
    if (columns_[i].cell == &EdgeRow::type) type_is_direction_ = is_direction(trimmed(row[i].text));
  }
}

void EdgeListLoad::add_summits(std::span<const Cell> row) {
  for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
    const std::string_view summit = trimmed(row[i].text);
    if (columns_[i].cell != &EdgeRow::summit || summit.empty()) continue;
    if (summit.find('|') != std::string_view::npos) continue;
    builder_.ensure_entity({summit, row[i].line, row[i].column}, "summit");
  }
}

void EdgeListLoad::add_row(std::span<const Cell> row) {
  if (row.size() != columns_.size()) {
    builder_.error(row.front(),
                   std::to_string(row.size()) + (row.size() == 1 ? " cell" : " cells") +
                       " where the first line has " + std::to_string(columns_.size()),
                   "check the delimiters, and put quotes around a cell that holds one");
    return;
  }
  EdgeRow edge;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Cell cell(trimmed(row[i].text), row[i].line, row[i].column);
    if (columns_[i].cell != nullptr) {
      edge.*columns_[i].cell = cell;
    } else if (columns_[i].attribute && !cell.text.empty()) {
      edge.attributes.push_back({*columns_[i].attribute, cell});
    }
  }
  if (type_is_direction_) read_direction(edge);
  add_edge(builder_, edge);
}

void EdgeListLoad::read_direction(EdgeRow& edge) {
  const bool is_directed = lower(edge.type.text) == "directed";
  if (!is_direction(edge.type.text)) {
    builder_.error(edge.type, "unknown direction " + in_quotes(edge.type.text),
                   "write Directed or Undirected, as the first relation does");
  } else if (directed_.value_or(is_directed) != is_directed && !mixed_) {
    mixed_ = true;
    builder_.error(edge.type, "directed and undirected relations in one list",
                   "write them to a file each, or an undirected one in both directions");
  }
  directed_ = is_directed;
  edge.type.text = {};
}

}  // namespace

Built read_edge_list(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  builder.allow_repeats();
  builder.allow_unstated();
  const CleanText text = clean_text(std::move(bytes));
  report(builder, text.faults);
  if (text.readable) {
    EdgeListLoad load(builder, options);
    const std::string_view bytes_read = text.bytes;
    const char delimiter = delimiter_of(first_line(bytes_read));
    if (delimiter == ' ') {
      load.read([bytes_read] { return SpacedReader(bytes_read); }, false);
    } else {
      const CsvDialect dialect{delimiter, kComments};
      load.read([bytes_read, dialect] { return CsvReader(bytes_read, dialect); },
                delimiter != '\t');
    }
  }
  return std::move(builder).build();
}

Built load_edge_list(const std::filesystem::path& path, const LoadOptions& options) {
  return read_edge_list(read_file(path), path.generic_string(), options);
}

}  // namespace summitry
