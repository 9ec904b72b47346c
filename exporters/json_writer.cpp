#include "exporters/json_writer.hpp"

#include <cassert>
#include <cmath>
#include <utility>

#include "engine/number.hpp"

namespace summitry {
namespace {

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (byte < 0x20U) {
    out += "\\u00";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  } else {
    out += c;
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) append_escaped(out, c);
  return out + '"';
}

void JsonWriter::separate() {
  if (after_key_ || open_.empty()) {
    after_key_ = false;
    return;
  }
  Open& here = open_.back();
  if (!here.empty) out_ += here.inline_layout ? ", " : ",";
  if (!here.inline_layout) out_ += "\n" + std::string(2 * open_.size(), ' ');
  here.empty = false;
}

void JsonWriter::put(std::string_view text) {
  separate();
  out_ += text;
}

void JsonWriter::begin(char open, char close, Layout layout) {
  const bool inside_line = !open_.empty() && open_.back().inline_layout;
  put({&open, 1});
  open_.push_back({close, inside_line || layout == Layout::line, true});
}

void JsonWriter::end() {
  assert(!open_.empty() && !after_key_);
  const Open closed = open_.back();
  open_.pop_back();
  if (!closed.empty && !closed.inline_layout) out_ += "\n" + std::string(2 * open_.size(), ' ');
  out_ += closed.close;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += json_string(name) + ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  put(json_string(text));
}

void JsonWriter::value(double number) {
  put(std::isfinite(number) ? shortest(number) : "null");
}

std::string JsonWriter::take() {
  assert(open_.empty());
  return std::exchange(out_, {}) + "\n";
}

}  // namespace summitry
