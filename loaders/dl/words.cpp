#include "loaders/dl/words.hpp"

#include <algorithm>

namespace summitry::dl {
namespace {

using interchange::Word;

constexpr std::string_view kSeparators = " \t\r\n,";
constexpr std::string_view kOfHeader = " \t\r\n,=:";
constexpr std::string_view kBlanks = " \t";

}  // namespace

std::string_view Words::take(std::size_t length) {
  const std::string_view taken = rest_.substr(0, length);
  advance(place_, taken);
  rest_.remove_prefix(taken.size());
  return taken;
}

void Words::skip(std::string_view separators) {
  take(std::min(rest_.find_first_not_of(separators), rest_.size()));
}

std::optional<HeaderWord> Words::next_of_header() {
  skip(kOfHeader);
  if (rest_.empty()) return std::nullopt;
  HeaderWord word;
  static_cast<Cell&>(word) = place();
  word.text = take(rest_.find_first_of(kOfHeader));
  skip(kBlanks);
  word.colon = rest_.starts_with(':');
  if (word.colon || rest_.starts_with('=')) take(1);
  return word;
}

std::optional<Word> Words::next() {
  skip(kSeparators);
  if (rest_.empty()) return std::nullopt;
  if (rest_.front() == '"') return quoted();
  Word word{place(), false};
  word.text = take(rest_.find_first_of(kSeparators));
  return word;
}

Word Words::quoted() {
  Word word{place(), true};
  const std::size_t end = rest_.find_first_of("\"\r\n", 1);
  word.quoted = end != std::string_view::npos && rest_[end] == '"';
  const std::string_view taken = take(word.quoted ? end + 1 : end);
  word.text = word.quoted ? taken.substr(1, taken.size() - 2) : taken;
  return word;
}

std::vector<Word> Words::next_line() {
  std::vector<Word> words;
  while (auto word = next()) {
    words.push_back(*word);
    skip(" \t,");
    if (rest_.empty() || rest_.front() == '\r' || rest_.front() == '\n') break;
  }
  return words;
}

}  // namespace summitry::dl
