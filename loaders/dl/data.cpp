#include "loaders/dl/data.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "loaders/dl/mode.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/text.hpp"

namespace summitry::dl {
namespace {

using interchange::ForeignGraph;
using interchange::Word;

struct Entry {
  std::size_t row, column;
  Cell value;  // empty: none is given
  Cell place;
  std::size_t matrix;
};

class DataReader {
 public:
  DataReader(NetworkBuilder& builder, Words& words, const Header& header)
      : builder_(builder),
        words_(words),
        header_(header),
        first_(header.of_rows, header.rows),
        second_(header.of_columns, header.columns) {}

  void read();
  ForeignGraph graph(const LoadOptions& options);

 private:
  [[nodiscard]] Mode& rows() { return first_; }
  [[nodiscard]] Mode& columns() { return header_.two_modes ? second_ : first_; }
  [[nodiscard]] bool read_matrix(std::size_t matrix);
  [[nodiscard]] bool read_row(std::size_t matrix, std::size_t row);
  [[nodiscard]] bool read_column_labels();
  [[nodiscard]] bool read_row_label(std::size_t row);
  [[nodiscard]] std::optional<Word> demand(const char* what);
  void add_cell(std::size_t matrix, std::size_t row, std::size_t column, const Word& word);
  void read_lists();
  void read_edge(std::size_t matrix, const std::vector<Word>& line);
  void read_neighbours(std::size_t matrix, const std::vector<Word>& line);
  [[nodiscard]] bool has_number(const Word& word);
  [[nodiscard]] std::vector<bool> symmetric() const;
  void add_other_half();
  [[nodiscard]] Cell type_of(ForeignGraph& graph, const Entry& entry) const;

  NetworkBuilder& builder_;
  Words& words_;
  const Header& header_;
  Mode first_, second_;
  std::vector<Entry> entries_;
};

void DataReader::read() {
  if (is_matrix(header_.form)) {
    std::size_t matrix = 0;
    while (matrix < header_.matrices && read_matrix(matrix)) ++matrix;
    const auto more = words_.next();
    if (matrix == header_.matrices && more) {
      builder_.error(*more, "more data than the matrix has room for", "check the sizes");
    }
  } else {
    read_lists();
  }
  rows().check_count(builder_, header_.sizes);
  if (header_.two_modes) columns().check_count(builder_, header_.sizes);
}

std::optional<Word> DataReader::demand(const char* what) {
  auto word = words_.next();
  if (!word) {
    builder_.error(words_.place(), std::string("the data end where ") + what + " should be",
                   "check the sizes, or look for what was cut off");
  }
  return word;
}

bool DataReader::has_number(const Word& word) {
  if (parse_number(word.text)) return true;
  builder_.error(word, "bad number " + in_quotes(word.text),
                 "write digits with a point as decimal separator");
  return false;
}

// Of one mode, columns are labelled as rows are: where labels of columns are embedded, those of rows
// repeat them.
bool DataReader::read_column_labels() {
  if (!header_.of_columns.embedded) return true;
  for (std::size_t c = 0; c < header_.columns; ++c) {
    const auto label = demand("the label of a column");
    if (!label || !columns().add(builder_, *label)) return false;
  }
  return true;
}

bool DataReader::read_row_label(std::size_t row) {
  if (!header_.of_rows.embedded) return true;
  const auto label = demand("the label of a row");
  if (!label) return false;
  if (rows().labels().size() == row) return rows().add(builder_, *label);
  if (rows().labels()[row].text == label->text) return true;
  builder_.error(*label,
                 "row " + std::to_string(row + 1) + " is " + in_quotes(label->text) +
                     ", but that column " + in_quotes(rows().labels()[row].text),
                 "give both the same label, or write nr= and nc= when there are two modes");
  return false;
}

bool DataReader::read_matrix(std::size_t matrix) {
  if (!read_column_labels()) return false;
  for (std::size_t row = 0; row < header_.rows; ++row) {
    if (!read_row_label(row) || !read_row(matrix, row)) return false;
  }
  return true;
}

bool DataReader::read_row(std::size_t matrix, std::size_t row) {
  const std::size_t first = header_.form == Form::upper_half ? row : 0;
  const std::size_t end = header_.form == Form::lower_half ? row + 1 : header_.columns;
  for (std::size_t column = first; column < end; ++column) {
    if (!header_.has_diagonal && row == column) continue;
    const auto word = demand("a number");
    if (!word) return false;
    const bool turned = header_.form == Form::lower_half;  // so that both halves say the same
    add_cell(matrix, turned ? column : row, turned ? row : column, *word);
  }
  return true;
}

void DataReader::add_cell(std::size_t matrix, std::size_t row, std::size_t column,
                          const Word& word) {
  if (word.text == "." || lower(word.text) == "na") {
    builder_.warning(word, "a missing value: whether there is a relation is not known",
                     "it is read as none");
    return;
  }
  if (has_number(word) && *parse_number(word.text) != 0.0) {
    entries_.push_back({row, column, word, word, matrix});
  }
}

// A line of `!` alone begins the next matrix.
void DataReader::read_lists() {
  std::size_t matrix = 0;
  for (std::vector<Word> line = words_.next_line(); !line.empty(); line = words_.next_line()) {
    if (line.size() == 1 && !line[0].quoted && line[0].text == "!") {
      if (++matrix < header_.matrices) continue;
      builder_.error(line[0], "more matrices than nm=", "write nm=, or delete the line");
      return;
    }
    if (header_.form == Form::edge_list) {
      read_edge(matrix, line);
    } else {
      read_neighbours(matrix, line);
    }
  }
}

void DataReader::read_edge(std::size_t matrix, const std::vector<Word>& line) {
  if (line.size() < 2 || line.size() > 3) {
    builder_.error(line.front(), "an edge of " + std::to_string(line.size()) + " words",
                   "write source, target and where there is one the weight; labels with a space "
                   "need quotes");
    return;
  }
  const auto source = rows().find(builder_, line[0]);
  const auto target = columns().find(builder_, line[1]);
  const bool is_good = line.size() == 2 || has_number(line[2]);
  if (!source || !target || !is_good) return;
  entries_.push_back(
      {*source, *target, line.size() == 2 ? Cell() : Cell(line[2]), line[0], matrix});
}

void DataReader::read_neighbours(std::size_t matrix, const std::vector<Word>& line) {
  const auto source = rows().find(builder_, line.front());
  for (std::size_t i = 1; i < line.size(); ++i) {
    const auto target = columns().find(builder_, line[i]);
    if (source && target) entries_.push_back({*source, *target, {}, line[i], matrix});
  }
}

// By matrix, whether what is said of each pair is the same both ways.
std::vector<bool> DataReader::symmetric() const {
  using Place = std::tuple<std::size_t, std::size_t, std::size_t>;
  std::map<Place, std::optional<double>> values;
  for (const Entry& entry : entries_) {
    values[{entry.matrix, entry.row, entry.column}] = parse_number(entry.value.text);
  }
  std::vector<bool> all(header_.matrices, true);
  for (const auto& [place, value] : values) {
    const auto [matrix, row, column] = place;
    const auto other = values.find({matrix, column, row});
    if (other == values.end() || other->second != value) all[matrix] = false;
  }
  return all;
}

// A matrix' label; without one the only matrix has the usual type, several are numbered.
Cell DataReader::type_of(ForeignGraph& graph, const Entry& entry) const {
  if (entry.matrix < header_.of_matrices.size()) return header_.of_matrices[entry.matrix];
  if (header_.matrices == 1) return {};
  return graph.keep(std::string(kRelationType) + '-' + std::to_string(entry.matrix + 1),
                    entry.place);
}

// Read as directed, each pair of half a matrix is related both ways.
void DataReader::add_other_half() {
  const std::size_t size = entries_.size();
  for (std::size_t i = 0; i < size; ++i) {
    Entry entry = entries_[i];
    std::swap(entry.row, entry.column);
    if (entry.row != entry.column) entries_.push_back(entry);
  }
}

ForeignGraph DataReader::graph(const LoadOptions& options) {
  ForeignGraph graph;
  graph.dataset.directed = !header_.two_modes && !is_half(header_.form);
  add_vertices(graph, rows(), header_.two_modes ? &columns() : nullptr);
  const bool fold = !header_.two_modes && header_.form == Form::full_matrix &&
                    options.direction == Direction::undirected;
  const std::vector<bool> folded = fold ? symmetric() : std::vector<bool>();
  const std::size_t before = header_.two_modes ? rows().labels().size() : 0;
  if (is_half(header_.form) && options.direction == Direction::directed) add_other_half();
  for (const Entry& entry : entries_) {
    if (fold && folded[entry.matrix] && entry.row > entry.column) continue;
    const auto end = [&](std::size_t vertex) {
      return Cell(graph.vertices[vertex].id.text, entry.place.line, entry.place.column);
    };
    graph.edges.push_back({end(entry.row), end(before + entry.column)});
    graph.of_edges.add("type", ColumnType::text, type_of(graph, entry));
    graph.of_edges.add("weight", ColumnType::number, entry.value);
    graph.of_edges.end_row();
  }
  return graph;
}

}  // namespace

ForeignGraph read_data(NetworkBuilder& builder, Words& words, const Header& header,
                       const LoadOptions& options) {
  DataReader reader(builder, words, header);
  reader.read();
  return reader.graph(options);
}

}  // namespace summitry::dl
