#include "loaders/dl/header.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "engine/lower.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"
#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/text.hpp"

namespace summitry::dl {
namespace {

using interchange::Word;

constexpr std::array<std::string_view, 12> kKeys{"n",      "nr",       "nc",     "nm",
                                                 "format", "diagonal", "labels", "row",
                                                 "column", "matrix",   "data",   "col"};
constexpr std::array<std::string_view, 7> kForms{
    "fullmatrix", "lowerhalf", "upperhalf", "edgelist1", "edgelist2", "nodelist1", "nodelist2"};

Form form_of(std::string_view name) {
  if (name == "fullmatrix") return Form::full_matrix;
  if (name == "lowerhalf") return Form::lower_half;
  if (name == "upperhalf") return Form::upper_half;
  return name.starts_with("edge") ? Form::edge_list : Form::node_list;
}

std::string listed(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

class HeaderReader {
 public:
  HeaderReader(NetworkBuilder& builder, Words& words, std::size_t bytes)
      : builder_(builder), words_(words), bytes_(bytes) {}

  std::optional<Header> read() {
    const auto first = words_.next_of_header();
    if (!first || lower(first->text) != "dl") {
      return fail(first ? Cell(*first) : Cell({}, 1, 1), "no DL file: it does not begin with dl",
                  "begin with dl n=5 format=edgelist1, or the like");
    }
    while (const auto word = words_.next_of_header()) {
      const std::string key = lower(word->text);
      if (key == "data") return checked(*word);
      if (!read_key(*word, key)) return std::nullopt;
    }
    return fail(words_.place(), "no data: in the file", "write data: before the data");
  }

 private:
  std::nullopt_t fail(const Cell& place, std::string what, std::string remedy) {
    builder_.error(place, std::move(what), std::move(remedy));
    return std::nullopt;
  }
  [[nodiscard]] bool read_key(const HeaderWord& word, const std::string& key);
  [[nodiscard]] bool read_size(const HeaderWord& word, const std::string& key);
  [[nodiscard]] bool read_form();
  [[nodiscard]] bool read_diagonal();
  [[nodiscard]] bool read_labels_of(const std::string& whose);
  [[nodiscard]] bool read_labels(const HeaderWord& word, const std::string& whose);
  [[nodiscard]] bool list(std::vector<Cell>& labels, const HeaderWord& key, std::size_t count);
  [[nodiscard]] std::optional<Header> checked(const Cell& data);
  [[nodiscard]] bool check_modes(const Cell& data);
  [[nodiscard]] bool check_labels(const std::vector<Cell>& labels);

  NetworkBuilder& builder_;
  Words& words_;
  std::size_t bytes_;
  Header header_;
  std::optional<std::size_t> n_, rows_, columns_;
  bool form_of_two_ = false;
  bool form_of_one_ = false;
};

bool HeaderReader::read_key(const HeaderWord& word, const std::string& key) {
  if (key == "n" || key == "nr" || key == "nc" || key == "nm") return read_size(word, key);
  if (key == "format") return read_form();
  if (key == "diagonal") return read_diagonal();
  if (key == "labels") return read_labels(word, "");
  if (key == "row" || key == "matrix") return read_labels_of(key);
  if (key == "column" || key == "col") return read_labels_of("column");
  const auto guess = key.size() > 1 ? nearest(key, kKeys) : std::nullopt;
  fail(word, "no keyword of DL: " + in_quotes(word.text),
       guess ? "did you mean " + in_quotes(*guess) + "?"
             : "one label too many, or a label with a space and no quotes, gives this too");
  return false;
}

bool HeaderReader::read_size(const HeaderWord& word, const std::string& key) {
  const auto value = words_.next_of_header();
  const auto count = value ? parse_integer(value->text) : std::nullopt;
  if (!count || *count < 0) {
    fail(value ? Cell(*value) : words_.place(), "no number after " + key + "=",
         "write a whole number, such as " + key + "=5");
    return false;
  }
  const auto size = static_cast<std::size_t>(*count);
  if (!interchange::can_hold(bytes_, size)) {
    fail(*value, key + "=" + std::string(value->text) + ", more than the file has room for",
         "write the number that there is");
    return false;
  }
  header_.sizes = word;
  if (key == "nm") {
    header_.matrices = size;
  } else {
    (key == "n" ? n_ : key == "nr" ? rows_ : columns_) = size;
  }
  return true;
}

bool HeaderReader::read_form() {
  const auto value = words_.next_of_header();
  const std::string form = value ? lower(value->text) : "";
  const auto* const known = std::find(kForms.begin(), kForms.end(), form);
  if (known == kForms.end()) {
    fail(value ? Cell(*value) : words_.place(), "the format " + in_quotes(form) + " is not read",
         "save it as one of " + listed(kForms));
    return false;
  }
  header_.form = form_of(form);
  form_of_one_ = form.ends_with('1');
  form_of_two_ = form.ends_with('2');
  return true;
}

bool HeaderReader::read_diagonal() {
  const auto value = words_.next_of_header();
  const std::string word = value ? lower(value->text) : "";
  header_.has_diagonal = word == "present";
  if (header_.has_diagonal || word == "absent") return true;
  fail(value ? Cell(*value) : words_.place(), "the diagonal is " + in_quotes(word),
       "write diagonal absent or diagonal present");
  return false;
}

// After `row`, `column` or `matrix` comes `labels`.
bool HeaderReader::read_labels_of(const std::string& whose) {
  const auto word = words_.next_of_header();
  if (word && lower(word->text) == "labels") return read_labels(*word, whose);
  fail(word ? Cell(*word) : words_.place(), "no labels after " + whose,
       "write " + whose + " labels: and the labels");
  return false;
}

bool HeaderReader::read_labels(const HeaderWord& word, const std::string& whose) {
  const bool of_rows = whose.empty() || whose == "row";
  const bool of_columns = whose.empty() || whose == "column";
  Words ahead = words_;
  const auto next = word.colon ? std::nullopt : ahead.next_of_header();
  if (next && lower(next->text) == "embedded") {
    words_ = ahead;
    header_.of_rows.embedded = header_.of_rows.embedded || of_rows;
    header_.of_columns.embedded = header_.of_columns.embedded || of_columns;
    if (whose != "matrix") return true;
    fail(*next, "labels of matrices cannot be embedded", "list them below matrix labels:");
    return false;
  }
  if (whose == "matrix") return list(header_.of_matrices, word, header_.matrices);
  if (whose == "column")
    return list(header_.of_columns.listed, word, columns_.value_or(n_.value_or(0)));
  // Of two modes, plain labels are those of the rows and then of the columns.
  if (!list(header_.of_rows.listed, word, rows_.value_or(n_.value_or(0)))) return false;
  return !whose.empty() || !columns_ || list(header_.of_columns.listed, word, *columns_);
}

bool HeaderReader::list(std::vector<Cell>& labels, const HeaderWord& key, std::size_t count) {
  if (count == 0) {
    fail(key, "labels before the number of entities", "write n=, or nr= and nc=, first");
    return false;
  }
  labels.clear();
  while (labels.size() < count) {
    const auto word = words_.next();
    const bool is_end = !word || (!word->quoted && lower(word->text) == "data:");
    if (is_end) {
      fail(word ? Cell(*word) : words_.place(),
           std::to_string(count) + " labels should be here, but there are " +
               std::to_string(labels.size()),
           "list one for each");
      return false;
    }
    if (!word->quoted && word->text.starts_with('"')) {
      fail(*word, "a label whose quotes do not end", "close them on the same line");
      return false;
    }
    labels.push_back(*word);
  }
  return check_labels(labels);
}

bool HeaderReader::check_labels(const std::vector<Cell>& labels) {
  std::unordered_set<std::string_view> taken;
  taken.reserve(labels.size());
  for (const Cell& label : labels) {
    if (taken.insert(label.text).second) continue;
    fail(label, "the label " + in_quotes(label.text) + " stands twice",
         "give each a label of its own");
    return false;
  }
  return true;
}

bool HeaderReader::check_modes(const Cell& data) {
  if (rows_.has_value() != columns_.has_value() || (!n_ && !rows_)) {
    fail(data, "no sizes before the data", "write n=, or nr= and nc= of two modes");
  } else if (n_ && rows_) {
    fail(header_.sizes, "n= beside nr= and nc=", "write n= of one mode, nr= and nc= of two");
  } else if (form_of_two_ && !rows_) {
    fail(data, "no sizes of the two modes", "write nr= and nc=, or a format for one mode");
  } else if (form_of_one_ && rows_) {
    fail(data, "two modes in a format for one", "write edgelist2 or nodelist2, or n= for one mode");
  } else if (rows_ && !interchange::can_hold(bytes_, *rows_ + *columns_)) {
    fail(header_.sizes, "more entities than the file has room for", "write how many there are");
  } else if (is_half(header_.form) && rows_) {
    fail(data, "half a matrix of two modes", "write format=fullmatrix, or n= for one mode");
  } else if (!header_.has_diagonal && rows_) {
    fail(data, "a matrix of two modes has no diagonal", "leave diagonal absent out");
  } else {
    return true;
  }
  return false;
}

std::optional<Header> HeaderReader::checked(const Cell& data) {
  if (!check_modes(data)) return std::nullopt;
  header_.two_modes = rows_.has_value();
  header_.rows = header_.two_modes ? *rows_ : *n_;
  header_.columns = header_.two_modes ? *columns_ : *n_;
  const bool embedded = header_.of_rows.embedded || header_.of_columns.embedded;
  if (is_matrix(header_.form) && header_.matrices > 1 && embedded) {
    return fail(data, "several matrices with embedded labels are not read",
                "list the labels below labels:");
  }
  if (header_.two_modes) return header_;
  std::vector<Cell>& rows = header_.of_rows.listed;
  const std::vector<Cell>& columns = header_.of_columns.listed;
  if (rows.empty()) rows = columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].text == rows[i].text) continue;
    return fail(columns[i], "rows and columns of one mode differ in their labels",
                "write nr= and nc= when there are two modes");
  }
  return header_;
}

}  // namespace

std::optional<Header> read_header(NetworkBuilder& builder, Words& words, std::size_t bytes) {
  return HeaderReader(builder, words, bytes).read();
}

}  // namespace summitry::dl
