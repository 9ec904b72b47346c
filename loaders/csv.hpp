// CSV as RFC 4180 has it, read row by row from a text in memory: quotes, doubled quotes, delimiters
// and line ends within quotes; lines end at LF, CR LF or CR. Blank lines are skipped.
//
// Nothing is copied but cells with doubled quotes, and those one row at a time: ten million rows
// cost their text and the row in hand. A cell is at most 1 MiB, a row at most 10,000 cells; beyond
// that the file is not read on, since a quote that is never closed looks the same.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding.hpp"
#include "engine/network_builder.hpp"
#include "loaders/text.hpp"

namespace summitry {

inline constexpr std::size_t kLongestCell = std::size_t{1} << 20U;  // bytes
inline constexpr std::size_t kMostColumns = 10'000;

struct CsvDialect {
  char delimiter = ',';
  std::string_view comments;  // a line that begins with one of these characters is skipped
};

struct CsvProblem {
  Severity severity = Severity::error;
  Cell cell;  // its place
  std::string what;
  std::string remedy;
};

void report(NetworkBuilder& builder, std::span<const CsvProblem> problems);

class CsvReader {
 public:
  // `text` is valid UTF-8 without a byte order mark (clean_text sees to it), and outlives the
  // reader.
  explicit CsvReader(std::string_view text, CsvDialect dialect = {});

  // Reads the next row; false when there is none.
  [[nodiscard]] bool next();
  // The row in hand, and what is wrong in it: valid until the next call of next(). A cell's place
  // is that of its first character, the quote when it has one.
  [[nodiscard]] std::span<const Cell> row() const { return cells_; }
  [[nodiscard]] std::span<const CsvProblem> problems() const { return problems_; }

  // Goes on with the row that begins at `offset`, and is in that line.
  void move_to(std::size_t offset, std::size_t line);
  // Behind the row: how many bytes were read, and the line that comes next.
  [[nodiscard]] std::size_t offset() const { return at_; }
  [[nodiscard]] std::size_t line() const { return place_.line; }
  // Whether the text ended within quotes, and whether it was given up before its end.
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  void skip_lines_without_cells();
  [[nodiscard]] bool read_cell();
  [[nodiscard]] bool finish_cell();
  void read_plain();
  void read_quoted();
  void skip_after_quote();
  void end_line();
  void step();
  void stop(const Cell& cell, std::string what, std::string remedy);
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  std::string_view text_;
  CsvDialect dialect_;
  std::size_t at_ = 0;
  bool open_ = false;
  bool stopped_ = false;
  Place place_;
  std::vector<Cell> cells_;
  std::vector<CsvProblem> problems_;
  std::deque<std::string> unescaped_;  // a deque: cells point into it
};

}  // namespace summitry
