#include "loaders/matrix_market.hpp"

#include <cstdint>
#include <utility>

#include "engine/number.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/matrix/banner.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

using interchange::ForeignGraph;
using interchange::Word;
using matrix::Banner;
using matrix::Symmetry;

class MatrixLoad {
 public:
  MatrixLoad(NetworkBuilder& builder, const Banner& banner, ForeignGraph& graph)
      : builder_(builder), banner_(banner), graph_(graph) {}

  void read(interchange::WordLines& lines) {
    add_vertices();
    graph_.dataset.directed = banner_.is_square() && banner_.symmetry != Symmetry::symmetric;
    if (banner_.form == matrix::Form::coordinate) {
      read_coordinates(lines);
    } else {
      read_array(lines);
    }
    if (read_ == banner_.entries) return;
    builder_.error(banner_.sizes,
                   std::to_string(banner_.entries) + " entries should follow, but there are " +
                       std::to_string(read_),
                   "mend the sizes, or look for what was cut off");
  }

 private:
  void add_vertices();
  void read_coordinates(interchange::WordLines& lines);
  void read_coordinate(std::span<const Word> words);
  void read_array(interchange::WordLines& lines);
  void add_entry(std::size_t row, std::size_t column, const Cell& place, const Cell& value);
  void add_relation(std::size_t source, std::size_t target, const Cell& place, const Cell& value);
  [[nodiscard]] std::optional<std::size_t> index(const Cell& word, std::size_t size,
                                                 const char* what);
  [[nodiscard]] bool is_number(const Cell& word);

  NetworkBuilder& builder_;
  const Banner& banner_;
  ForeignGraph& graph_;
  std::size_t read_ = 0;
};

void MatrixLoad::add_vertices() {
  const bool two_modes = !banner_.is_square();
  const auto add = [&](std::size_t count, const char* begin, const char* kind) {
    for (std::size_t i = 1; i <= count; ++i) {
      graph_.vertices.push_back({graph_.keep(begin + std::to_string(i), banner_.sizes), {}});
      if (two_modes) graph_.of_vertices.add("kind", ColumnType::text, kind);
      graph_.of_vertices.end_row();
    }
  };
  add(banner_.rows, two_modes ? "row-" : "", "mode-1");
  if (two_modes) add(banner_.columns, "column-", "mode-2");
}

std::optional<std::size_t> MatrixLoad::index(const Cell& word, std::size_t size, const char* what) {
  const auto number = parse_integer(word.text);
  if (number && *number >= 1 && static_cast<std::uint64_t>(*number) <= size) {
    return static_cast<std::size_t>(*number - 1);
  }
  builder_.error(
      word, std::string("no ") + what + ' ' + in_quotes(word.text),
      size == 0 ? "the matrix is empty" : std::string(what) + "s are 1 to " + std::to_string(size));
  return std::nullopt;
}

bool MatrixLoad::is_number(const Cell& word) {
  if (parse_number(word.text)) return true;
  builder_.error(word, "bad number " + in_quotes(word.text),
                 "write digits with a point as decimal separator");
  return false;
}

void MatrixLoad::read_coordinates(interchange::WordLines& lines) {
  const std::size_t wanted = banner_.is_pattern ? 2 : 3;
  while (lines.next()) {
    ++read_;
    if (lines.words().size() == wanted) {
      read_coordinate(lines.words());
      continue;
    }
    builder_.error(lines.words().front(),
                   "an entry of " + std::to_string(lines.words().size()) + " fields",
                   wanted == 2 ? "write row and column" : "write row, column and value");
  }
}

void MatrixLoad::read_coordinate(std::span<const Word> words) {
  const auto row = index(words[0], banner_.rows, "row");
  const auto column = index(words[1], banner_.columns, "column");
  if (!row || !column || (!banner_.is_pattern && !is_number(words[2]))) return;
  const bool is_skew = banner_.symmetry == Symmetry::skew;
  if (banner_.symmetry != Symmetry::general && (*row < *column || (is_skew && *row == *column))) {
    builder_.error(words[0],
                   is_skew && *row == *column
                       ? "an entry on the diagonal of a skew-symmetric matrix"
                       : "an entry above the diagonal of a symmetric matrix",
                   "write those below it alone: they stand for both");
    return;
  }
  add_entry(*row, *column, words[0], banner_.is_pattern ? Cell() : Cell(words[2]));
}

// Column by column; of a symmetric matrix only what is below the diagonal.
void MatrixLoad::read_array(interchange::WordLines& lines) {
  std::size_t row = 0;
  std::size_t column = 0;
  const auto begin_column = [&] {
    row = banner_.symmetry == Symmetry::general     ? 0
          : banner_.symmetry == Symmetry::symmetric ? column
                                                    : column + 1;
  };
  begin_column();
  while (lines.next()) {
    for (const Word& word : lines.words()) {
      if (++read_ > banner_.entries) continue;
      const auto value = parse_number(word.text);
      if (is_number(word) && *value != 0.0) add_entry(row, column, word, word);
      if (++row < banner_.rows) continue;
      ++column;
      begin_column();
    }
  }
}

void MatrixLoad::add_entry(std::size_t row, std::size_t column, const Cell& place,
                           const Cell& value) {
  const std::size_t target = banner_.is_square() ? column : banner_.rows + column;
  add_relation(row, target, place, value);
  if (banner_.symmetry != Symmetry::skew) return;
  const std::string_view text = value.text;
  const bool is_negative = text.starts_with('-');
  const std::string_view digits = text.substr(is_negative || text.starts_with('+') ? 1 : 0);
  add_relation(target, row, place,
               graph_.keep((is_negative ? "" : "-") + std::string(digits), value));
}

void MatrixLoad::add_relation(std::size_t source, std::size_t target, const Cell& place,
                              const Cell& value) {
  const auto end = [&](std::size_t vertex) {
    return Cell(graph_.vertices[vertex].id.text, place.line, place.column);
  };
  graph_.edges.push_back({end(source), end(target)});
  graph_.of_edges.add("weight", ColumnType::number, value);
  graph_.of_edges.end_row();
}

}  // namespace

Built read_matrix_market(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  const CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  ForeignGraph graph;
  if (clean.readable) {
    interchange::WordLines lines(clean.bytes, '%', graph.texts);
    if (const auto banner = matrix::read_banner(builder, clean.bytes, lines)) {
      MatrixLoad(builder, *banner, graph).read(lines);
      interchange::add_graph(builder, std::move(graph), options);
    }
  }
  return std::move(builder).build();
}

Built load_matrix_market(const std::filesystem::path& path, const LoadOptions& options) {
  return read_matrix_market(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
