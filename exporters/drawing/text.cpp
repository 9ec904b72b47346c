// Text measured, cleaned, wrapped and cut in DejaVu Sans.
#include "exporters/drawing/text.hpp"

#include <algorithm>
#include <cstdint>

#include "exporters/drawing/font_widths.hpp"

namespace summitry::drawing {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr double kUnitsPerEm = 2048.0;

struct Character {
  char32_t code = kReplacement;
  std::size_t bytes = 1;
};

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_scalar(char32_t code, std::size_t length) {
  const bool shortest = length < 3 || code >= (length == 3 ? 0x800U : 0x10000U);
  return shortest && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

// The character at `at`; a byte that starts none is a replacement character of one byte.
Character character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = sequence_length(byte(at));
  if (length == 1) return {byte(at), 1};
  if (length == 0 || at + length > text.size()) return {};
  char32_t code = static_cast<char32_t>(byte(at) & (0xFFU >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | static_cast<char32_t>(byte(at + i) & 0x3FU);
  }
  return is_scalar(code, length) ? Character{code, length} : Character{};
}

std::uint16_t measured(char32_t code, Weight weight) {
  const std::size_t index = code - kFirstMeasured;
  if (code < kFirstMeasured || index >= kRegularWidths.size()) return 0;
  return weight == Weight::bold ? kBoldWidths[index] : kRegularWidths[index];
}

// In em. Widest plausible glyph of the script for what the table does not hold.
double character_width(char32_t code, Weight weight) {
  if (const std::uint16_t units = measured(code, weight); units > 0) return units / kUnitsPerEm;
  if ((code >= 0x300 && code < 0x370) || (code >= 0x200B && code < 0x2010)) return 0.0;
  if (code >= 0x1100) return code >= 0x2000 && code < 0x2070 ? 1.0 : 1.15;
  return 0.95;
}

bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

void append_word(std::vector<std::string>& lines, std::string_view word, double size, double width,
                 Weight weight) {
  if (!lines.empty()) {
    std::string longer = lines.back() + ' ' + std::string(word);
    if (text_width(longer, size, weight) <= width) {
      lines.back() = std::move(longer);
      return;
    }
  }
  lines.emplace_back(word);
}

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    const bool space = next.code == ' ' || (next.code >= '\t' && next.code <= '\r');
    if (space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (next.code == kReplacement) {
      out += "\xEF\xBF\xBD";
    } else if (!is_control(next.code)) {
      out += text.substr(at, next.bytes);
    }
    at += next.bytes;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

double text_width(std::string_view text, double size, Weight weight) {
  double em = 0.0;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    em += character_width(next.code, weight);
    at += next.bytes;
  }
  return em * size;
}

bool exact_width(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    if (measured(next.code, Weight::regular) == 0) return false;
    at += next.bytes;
  }
  return true;
}

std::vector<std::string> wrap(std::string_view text, double size, double width, Weight weight) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) append_word(lines, text.substr(0, end), size, width, weight);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string shorten(std::string_view text, double size, double width, Weight weight) {
  if (text_width(text, size, weight) <= width) return std::string(text);
  constexpr std::string_view kEllipsis = "…";
  double left = width - text_width(kEllipsis, size, weight);
  if (left < 0.0) return "";
  std::size_t at = 0;
  while (at < text.size()) {
    const Character next = character(text, at);
    left -= character_width(next.code, weight) * size;
    if (left < 0.0) break;
    at += next.bytes;
  }
  while (at > 0 && text[at - 1] == ' ') --at;
  return std::string(text.substr(0, at)) + std::string(kEllipsis);
}

std::string grouped(std::size_t count) {
  std::string out = std::to_string(count);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
  return out;
}

}  // namespace summitry::drawing
