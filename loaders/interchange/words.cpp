#include "loaders/interchange/words.hpp"

#include <algorithm>
#include <utility>

namespace summitry::interchange {
namespace {

constexpr std::string_view kSpaces = " \t";

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool is_escape(std::string_view line, std::size_t at) {
  return line[at] == '\\' && at + 1 < line.size() && (line[at + 1] == '"' || line[at + 1] == '\\');
}

}  // namespace

// Lines end at LF, CR LF or CR.
std::string_view WordLines::take_line() {
  const std::size_t end = std::min(text_.find_first_of("\r\n"), text_.size());
  const std::string_view line = text_.substr(0, end);
  const bool is_pair = text_.substr(end).starts_with("\r\n");
  text_.remove_prefix(std::min(end + (is_pair ? 2U : 1U), text_.size()));
  ++line_;
  return line;
}

bool WordLines::next() {
  while (!text_.empty()) {
    const std::string_view line = take_line();
    if (line.starts_with(comment_)) {
      said_ = line.substr(1);
      continue;
    }
    split(line);
    if (!words_.empty()) return true;
  }
  words_.clear();
  return false;
}

void WordLines::split(std::string_view line) {
  words_.clear();
  column_ = 1;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t begin = std::min(line.find_first_not_of(kSpaces, at), line.size());
    column_ += begin - at;
    if (begin == line.size()) return;
    std::size_t end = 0;
    if (line[begin] == '"') {
      end = add_quoted(line, begin);
    } else {
      end = std::min(line.find_first_of(kSpaces, begin), line.size());
      words_.push_back({{line.substr(begin, end - begin), line_, column_}, false});
    }
    column_ += characters(line.substr(begin, end - begin));
    at = end;
  }
}

// The word that begins with a quote, without its quotes; gives where it ends. One without an end goes
// to the end of the line, and keeps the quote that says so.
std::size_t WordLines::add_quoted(std::string_view line, std::size_t begin) {
  std::size_t at = begin + 1;
  bool escaped = false;
  while (at < line.size() && line[at] != '"') {
    const bool is_pair = is_escape(line, at);
    escaped = escaped || is_pair;
    at += is_pair ? 2 : 1;
  }
  if (at >= line.size()) {
    words_.push_back({{line.substr(begin), line_, column_}, false});
    return line.size();
  }
  std::string_view inside = line.substr(begin + 1, at - begin - 1);
  if (escaped) {
    std::string plain;
    for (std::size_t i = 0; i < inside.size(); ++i) {
      if (is_escape(inside, i)) ++i;
      plain += inside[i];
    }
    inside = texts_.emplace_back(std::move(plain));
  }
  words_.push_back({{inside, line_, column_}, true});
  return at + 1;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

}  // namespace summitry::interchange
