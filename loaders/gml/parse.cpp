// GML's text into a tree.
#include <algorithm>
#include <utility>

#include "loaders/gml/value.hpp"
#include "loaders/text.hpp"

namespace summitry::gml {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

class Parser {
 public:
  Parser(NetworkBuilder& builder, std::string_view text, std::deque<std::string>& texts)
      : builder_(builder), text_(text), texts_(texts) {}

  std::optional<Value> run() {
    Value root;
    root.cell = here();
    if (!read_items(root, 0)) return std::nullopt;
    return root;
  }

 private:
  bool read_items(Value& list, std::size_t depth);
  bool read_value(Value& value, std::size_t depth);
  bool read_text(Value& value);
  void skip_blanks();
  void skip(std::size_t length);
  [[nodiscard]] std::string_view take_word();
  [[nodiscard]] Cell here() const { return {{}, place_.line, place_.column}; }
  bool refuse(const Cell& cell, std::string what, std::string remedy) {
    builder_.error(cell, std::move(what), std::move(remedy));
    return false;
  }

  NetworkBuilder& builder_;
  std::string_view text_;  // what is left
  std::deque<std::string>& texts_;
  Place place_;
};

void Parser::skip(std::size_t length) {
  // A CR LF must not be cut in two, or it would count twice.
  if (length > 0 && text_[length - 1] == '\r' && text_.substr(length).starts_with('\n')) ++length;
  advance(place_, text_.substr(0, length));
  text_.remove_prefix(length);
}

// A comment is a line that begins with #.
void Parser::skip_blanks() {
  while (true) {
    skip(std::min(text_.find_first_not_of(kSpaces), text_.size()));
    if (!text_.starts_with('#')) return;
    skip(std::min(text_.find_first_of("\r\n"), text_.size()));
  }
}

std::string_view Parser::take_word() {
  const std::size_t end = std::min(text_.find_first_of(" \t\r\n[]\""), text_.size());
  const std::string_view word = text_.substr(0, end);
  skip(end);
  return word;
}

bool Parser::read_items(Value& list, std::size_t depth) {
  while (true) {
    skip_blanks();
    if (text_.empty()) {
      if (depth == 0) return true;
      return refuse(list.cell, "a list that does not end", "write the ] that closes it");
    }
    const Cell place = here();
    if (text_.front() == ']') {
      skip(1);
      if (depth > 0) return true;
      return refuse(place, "a ] that closes nothing", "delete it, or write the [ before it");
    }
    Value value;
    value.key = take_word();
    value.cell = place;
    if (value.key.empty()) {
      return refuse(place, "no key before a value", "write pairs of a key and a value");
    }
    if (!read_value(value, depth)) return false;
    list.items.push_back(std::move(value));
  }
}

bool Parser::read_value(Value& value, std::size_t depth) {
  skip_blanks();
  const Cell place = here();
  if (text_.empty() || text_.front() == ']') {
    return refuse(value.cell, "the key " + in_quotes(value.key) + " has no value",
                  "write a number, a text in quotes or a list in brackets");
  }
  if (text_.front() == '"') return read_text(value);
  if (text_.front() != '[') {
    value.kind = Kind::number;
    value.cell = Cell(take_word(), place.line, place.column);
    return true;
  }
  if (depth + 1 > kDeepest) {
    return refuse(place, "lists nested deeper than " + std::to_string(kDeepest),
                  "a graph is a list of lists");
  }
  value.cell = place;
  skip(1);
  return read_items(value, depth + 1);
}

bool Parser::read_text(Value& value) {
  const Cell place = here();
  const std::size_t end = text_.find('"', 1);
  if (end == std::string_view::npos) {
    return refuse(place, "a text that does not end", "write the quote that closes it");
  }
  std::string_view inside = text_.substr(1, end - 1);
  if (inside.find('&') != std::string_view::npos) {
    bool fault = false;
    inside = texts_.emplace_back(unescape(inside, fault));
    if (fault) {
      builder_.error(place, "a reference to a number that is no character",
                     "write the character itself, in UTF-8");
    }
  }
  value.kind = Kind::text;
  value.cell = Cell(inside, place.line, place.column);
  skip(end + 1);
  return true;
}

}  // namespace

const Value* Value::find(std::string_view wanted) const {
  for (const Value& item : items) {
    if (item.key == wanted) return &item;
  }
  return nullptr;
}

std::optional<Value> parse(NetworkBuilder& builder, std::string_view text,
                           std::deque<std::string>& texts) {
  return Parser(builder, text, texts).run();
}

}  // namespace summitry::gml
