#include "loaders/pajek/sections.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <unordered_set>

#include "engine/lower.hpp"
#include "engine/number.hpp"
#include "loaders/edge_rows.hpp"
#include "loaders/text.hpp"

namespace summitry::pajek {

using interchange::Word;

Sections::Sections(NetworkBuilder& builder, std::string_view text, Draft& draft)
    : builder_(builder), text_(text), draft_(draft), lines_(text, '%', draft.graph().texts) {}

bool is_header(const interchange::WordLines& lines) {
  const Word& first = lines.words().front();
  return !first.quoted && first.text.starts_with('*');
}

void Sections::read() {
  more_ = lines_.next();
  note_comment();
  while (more_) read_section();
  if (has_vertices_ || !builder_.findings().empty()) return;
  builder_.error({{}, 1, 1}, "no *Vertices", "begin with *Vertices and the number of vertices");
}

// What our exporter says of its lines, before all else.
void Sections::note_comment() {
  const std::string_view said = lines_.comment();
  labels_are_types_ = said.starts_with(" Made by Summitry: labels of lines are types");
  weights_mean_nothing_ = labels_are_types_ && said.ends_with("numbers nothing");
}

bool Sections::next_row() {
  more_ = lines_.next();
  return more_ && !is_header(lines_);
}

void Sections::read_section() {
  const std::string header = lower(lines_.words().front().text);
  if (header == "*network") {
    if (has_vertices_) {
      builder_.error(lines_.words().front(), "a second network in the file",
                     "write each network to a file of its own");
    } else {
      draft_.graph().dataset.name = name_in_header("");
    }
    more_ = lines_.next();
  } else if (header == "*vertices") {
    read_vertices();
  } else if (!has_vertices_) {
    builder_.error(lines_.words().front(), "no *Vertices before this line",
                   "begin with *Vertices and the number of vertices");
    while (next_row()) continue;
  } else if (header == "*arcs" || header == "*edges") {
    read_lines(header == "*arcs" ? Line::arc : Line::edge);
  } else if (header == "*arcslist" || header == "*edgeslist") {
    read_lists(header == "*arcslist" ? Line::arc : Line::edge);
  } else if (header == "*matrix") {
    read_matrix();
  } else if (header == "*partition" || header == "*vector") {
    read_column(header == "*partition" ? ColumnType::integer : ColumnType::number);
  } else {
    skip(header);
  }
}

void Sections::skip(const std::string& header) {
  if (header.starts_with('*')) {
    builder_.warning(lines_.words().front(), "the section " + in_quotes(header) + " is not read",
                     "vertices, lines, matrices, partitions and vectors are");
  } else {
    builder_.error(lines_.words().front(), "a line that belongs to no section",
                   "write a header such as *Edges before it");
  }
  while (next_row()) continue;
}

std::string Sections::name_in_header(std::string otherwise) {
  std::string name;
  for (const Word& word : lines_.words().subspan(1)) {
    if (!name.empty()) name += ' ';
    name += word.text;
  }
  return name.empty() ? std::move(otherwise) : name;
}

// The number behind *Vertices.
std::optional<std::size_t> Sections::count_of_vertices() {
  const auto words = lines_.words();
  const Cell cell = words.size() > 1 ? Cell(words[1]) : lines_.end_of_line();
  const auto count = parse_integer(cell.text);
  if (!count || *count < 0) {
    builder_.error(cell, "no number of vertices: " + in_quotes(cell.text), "write a whole number");
    return std::nullopt;
  }
  if (!interchange::can_hold(text_.size(), static_cast<std::size_t>(*count))) {
    builder_.error(cell, std::string(cell.text) + " vertices, more than the file has room for",
                   "write the number of vertices that there are");
    return std::nullopt;
  }
  return static_cast<std::size_t>(*count);
}

void Sections::read_vertices() {
  const Cell place = lines_.words().front();
  const auto count = count_of_vertices();
  const auto words = lines_.words();
  if (has_vertices_)
    builder_.error(place, "a second *Vertices", "write each network to a file of its own");
  if (!count || has_vertices_) {  // without a first one nothing that follows can be told
    while (has_vertices_ ? next_row() : lines_.next()) continue;
    more_ = more_ && has_vertices_;
    return;
  }
  has_vertices_ = true;
  draft_.make_vertices(*count);
  if (words.size() > 2) {
    const auto first = parse_integer(words[2].text);
    if (first && *first >= 0 && static_cast<std::size_t>(*first) <= *count) {
      first_mode_ = static_cast<std::size_t>(*first);
      const std::size_t kind = draft_.add_column("kind");
      for (std::size_t v = 0; v < *count; ++v) {
        draft_.set(kind, v, v < *first_mode_ ? "mode-1" : "mode-2", ColumnType::text);
      }
    } else {
      builder_.error(words[2], "bad size of the first mode " + in_quotes(words[2].text),
                     "write how many of the vertices it has");
    }
  }
  std::vector<bool> listed(*count);
  while (next_row()) {
    const auto v = vertex(lines_.words().front());
    if (!v) continue;
    if (listed[*v]) {
      builder_.error(lines_.words().front(), "vertex " + std::to_string(*v + 1) + " stands twice",
                     "list every vertex once");
      continue;
    }
    listed[*v] = true;
    read_vertex(*v);
  }
}

// number "label" x y z shape parameters [times]
void Sections::read_vertex(std::size_t v) {
  auto words = lines_.words();
  if (words.size() < 2) {
    draft_.label(v) = words[0];
    draft_.label(v).text = {};
    return;
  }
  if (!words[1].quoted && words[1].text.starts_with('"')) {
    builder_.error(words[1], "a label whose quotes do not end", "close them on the same line");
    return;
  }
  draft_.label(v) = words[1];
  words = words.subspan(2);
  for (int axis = 0; axis < 3 && !words.empty() && parse_number(words.front().text); ++axis) {
    words = words.subspan(1);
  }
  const auto is_time = [](const Word& word) { return !word.quoted && word.text.front() == '['; };
  std::size_t untimed = 0;
  while (untimed < words.size() && !is_time(words[untimed])) ++untimed;
  if (untimed % 2 == 1) words = words.subspan(1);  // the shape
  read_trailing(words, draft_.graph(),
                [&](std::string_view name, ColumnType type, const Cell& cell) {
                  draft_.set(draft_.column(name), v, cell, type);
                });
}

std::optional<std::size_t> Sections::vertex(const Cell& word) {
  const auto number = parse_integer(word.text);
  const std::size_t n = draft_.vertex_count();
  if (number && *number >= 1 && static_cast<std::uint64_t>(*number) <= n) {
    return static_cast<std::size_t>(*number - 1);
  }
  builder_.error(word, "no vertex " + in_quotes(word.text),
                 n == 0 ? "there are no vertices" : "vertices are 1 to " + std::to_string(n));
  return std::nullopt;
}

// From a header such as *Arcs :2 "name".
std::optional<std::string> Sections::relation_type() {
  const auto words = lines_.words();
  if (words.size() < 2 || !words[1].text.starts_with(':')) return std::nullopt;
  if (words.size() > 2 && !words[2].text.empty()) return std::string(words[2].text);
  return std::string(kRelationType) + '-' + std::string(words[1].text.substr(1));
}

void Sections::read_lines(Line line) {
  const std::optional<std::string> type = relation_type();
  draft_.expect(line);
  while (next_row()) read_line(line, type);
}

// source target weight parameters [times]
void Sections::read_line(Line line, const std::optional<std::string>& type) {
  auto words = lines_.words();
  if (words.size() < 2) {
    builder_.error(lines_.end_of_line(), "a line between vertices lacks its second end",
                   "write two numbers of vertices and a weight");
    return;
  }
  const auto source = vertex(words[0]);
  const auto target = vertex(words[1]);
  if (!source || !target) return;
  draft_.add_line(line, words[0], *source, *target);
  interchange::Facts& facts = draft_.facts();
  if (type) facts.add("type", ColumnType::text, draft_.graph().keep(*type, words[0]));
  words = words.subspan(2);
  if (!words.empty()) {
    const Word& third = words[0];
    const bool is_time = !third.quoted && third.text.front() == '[';
    if (parse_number(third.text) || (!is_time && words.size() % 2 == 1)) {
      if (!weights_mean_nothing_) facts.add("weight", ColumnType::number, third);
      words = words.subspan(1);
    }
  }
  read_trailing(words, draft_.graph(),
                [&](std::string_view name, ColumnType kind, const Cell& cell) {
                  facts.add(labels_are_types_ && name == "label" ? "type" : name, kind, cell);
                });
  draft_.end_line();
}

void Sections::add_relation(Line line, const Cell& place, std::size_t source, std::size_t target) {
  draft_.add_line(line, place, source, target);
  draft_.end_line();
}

// source target target …
void Sections::read_lists(Line line) {
  while (next_row()) {
    const auto words = lines_.words();
    const auto source = vertex(words[0]);
    if (!source) continue;
    for (const Word& word : words.subspan(1)) {
      if (const auto target = vertex(word)) add_relation(line, word, *source, *target);
    }
  }
}

// A row a vertex; of a two-mode network a row a vertex of the first mode, a column one of the second.
void Sections::read_matrix() {
  const std::size_t n = draft_.vertex_count();
  const std::size_t rows = first_mode_.value_or(n);
  const std::size_t before = first_mode_.value_or(0);
  const std::size_t columns = n - before;
  const Line line = first_mode_ ? Line::edge : Line::arc;
  const Cell header = lines_.words().front();
  std::size_t row = 0;
  for (; next_row(); ++row) {
    const auto words = lines_.words();
    if (row >= rows || words.size() != columns) {
      builder_.error(words.front(),
                     row >= rows ? "more rows than the matrix has: " + std::to_string(rows)
                                 : "a row of " + std::to_string(words.size()) + " numbers",
                     "write " + std::to_string(rows) + " rows of " + std::to_string(columns));
      continue;
    }
    for (std::size_t c = 0; c < columns; ++c) {
      const auto value = parse_number(words[c].text);
      if (!value) {
        builder_.error(words[c], "bad number " + in_quotes(words[c].text), "write 0 for no line");
      } else if (*value != 0.0) {
        draft_.add_line(line, words[c], row, before + c);
        draft_.facts().add("weight", ColumnType::number, words[c]);
        draft_.end_line();
      }
    }
  }
  if (row < rows) {
    builder_.error(header, "the matrix has " + std::to_string(row) + " rows",
                   "write " + std::to_string(rows) + " rows of " + std::to_string(columns));
  }
}

bool read_value(NetworkBuilder& builder, const Cell& word, ColumnType type, Cell& value) {
  const bool good = type == ColumnType::integer ? parse_integer(word.text).has_value()
                                                : parse_number(word.text).has_value();
  if (!good) {
    builder.error(word, "bad number " + in_quotes(word.text),
                  type == ColumnType::integer ? "write a whole number" : "write a number");
    return false;
  }
  value = word.text == "999999998" || word.text == "9999998" ? Cell() : word;
  return true;
}

// *Partition NAME or *Vector NAME, then *Vertices n and a value a line.
void Sections::read_column(ColumnType type) {
  const std::string name = name_in_header(type == ColumnType::integer ? "partition" : "vector");
  const Cell header = lines_.words().front();
  const std::size_t column = draft_.add_column(name);
  if (next_row() || !more_ || lower(lines_.words().front().text) != "*vertices") {
    builder_.error(header, "no *Vertices after this line", "write it before the values");
    return;
  }
  std::size_t v = 0;
  while (next_row()) {
    Cell value;
    const bool good = read_value(builder_, lines_.words().front(), type, value);
    if (good && v < draft_.vertex_count()) draft_.set(column, v, value, type);
    ++v;
  }
  if (v == draft_.vertex_count()) return;
  builder_.error(header, "values for " + std::to_string(v) + " vertices",
                 "write one for each of " + std::to_string(draft_.vertex_count()));
}

}  // namespace summitry::pajek
