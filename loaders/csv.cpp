// CSV reader. See csv.hpp.
#include "loaders/csv.hpp"

#include <utility>

namespace summitry {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, CsvDialect dialect) : text_(text), dialect_(dialect) {}

void CsvReader::move_to(std::size_t offset, std::size_t line) {
  at_ = offset;
  place_ = {line, 1};
}

bool CsvReader::next() {
  cells_.clear();
  problems_.clear();
  unescaped_.clear();
  skip_lines_without_cells();
  if (at_end()) return false;
  while (read_cell()) {
  }
  return true;
}

void CsvReader::skip_lines_without_cells() {
  while (!at_end()) {
    if (!at_line_end()) {
      if (dialect_.comments.find(text_[at_]) == std::string_view::npos) return;
      while (!at_end() && !at_line_end()) step();
    }
    if (!at_end()) end_line();
  }
}

// One cell and what ends it; true when another follows in the row.
bool CsvReader::read_cell() {
  const Cell start({}, place_.line, place_.column);
  if (cells_.size() == kMostColumns) {
    stop(start, "more than " + std::to_string(kMostColumns) + " cells in a row",
         "check the delimiter; the rest of the file is not read");
    return false;
  }
  cells_.push_back(start);
  if (!at_end() && text_[at_] == '"') {
    read_quoted();
  } else {
    read_plain();
  }
  if (cells_.back().text.size() > kLongestCell) {
    cells_.back().text = {};
    stop(start, "a cell of more than 1 MiB",
         "close a quote that was left open; the rest of the file is not read");
  }
  return finish_cell();
}

bool CsvReader::finish_cell() {
  if (at_end()) return false;
  if (text_[at_] == dialect_.delimiter) {
    step();
    return true;
  }
  end_line();
  return false;
}

void CsvReader::read_plain() {
  const std::size_t begin = at_;
  bool quote_within = false;
  for (; !at_end() && text_[at_] != dialect_.delimiter && !at_line_end(); ++at_) {
    quote_within = quote_within || text_[at_] == '"';
    if (begins_character(text_[at_])) ++place_.column;
  }
  cells_.back().text = text_.substr(begin, at_ - begin);
  if (quote_within) {
    problems_.push_back({Severity::warning, cells_.back(),
                         "a quote inside the cell " + in_quotes(cells_.back().text) +
                             " that does not begin with one; it is kept as it stands",
                         "enclose the cell in quotes and double the quotes inside"});
  }
}

void CsvReader::read_quoted() {
  step();
  std::size_t begin = at_;
  std::string* unescaped = nullptr;
  while (!at_end()) {
    if (text_[at_] != '"') {
      at_line_end() ? end_line() : step();
      continue;
    }
    const std::string_view piece = text_.substr(begin, at_ - begin);
    const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
    if (doubled && unescaped == nullptr) unescaped = &unescaped_.emplace_back();
    if (unescaped != nullptr) unescaped->append(piece);
    step();
    if (!doubled) {
      cells_.back().text = unescaped == nullptr ? piece : std::string_view(*unescaped);
      skip_after_quote();
      return;
    }
    unescaped->push_back('"');
    step();
    begin = at_;
  }
  open_ = true;
  problems_.push_back({Severity::error, cells_.back(), "a quote that is never closed",
                       "close it before the next delimiter or line end; double a quote that "
                       "belongs to the text"});
}

void CsvReader::skip_after_quote() {
  if (at_end() || text_[at_] == dialect_.delimiter || at_line_end()) return;
  const Cell start({}, place_.line, place_.column);
  const std::size_t begin = at_;
  while (!at_end() && text_[at_] != dialect_.delimiter && !at_line_end()) step();
  problems_.push_back(
      {Severity::error, start,
       "the text " + in_quotes(text_.substr(begin, at_ - begin)) + " after a closing quote",
       "put a delimiter between, or double the quotes that belong to the text"});
}

void CsvReader::end_line() {
  const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += pair ? 2 : 1;
  ++place_.line;
  place_.column = 1;
}

void CsvReader::step() {
  ++at_;
  // The column counts characters: it moves when the next byte begins one.
  if (at_ == text_.size() || begins_character(text_[at_])) ++place_.column;
}

void CsvReader::stop(const Cell& cell, std::string what, std::string remedy) {
  problems_.push_back({Severity::error, cell, std::move(what), std::move(remedy)});
  at_ = text_.size();
  stopped_ = true;
}

void report(NetworkBuilder& builder, std::span<const CsvProblem> problems) {
  for (const CsvProblem& problem : problems) {
    if (problem.severity == Severity::error) {
      builder.error(problem.cell, problem.what, problem.remedy);
    } else {
      builder.warning(problem.cell, problem.what, problem.remedy);
    }
  }
}

}  // namespace summitry
