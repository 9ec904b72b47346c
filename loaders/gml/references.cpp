// Character references in GML's texts.
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "loaders/gml/value.hpp"

namespace summitry::gml {
namespace {

struct Named {
  std::string_view name;
  char character;
};
constexpr std::array<Named, 5> kNamed{
    {{"quot", '"'}, {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"apos", '\''}}};

// From U+00A0 on, as HTML names them and GML with it.
constexpr auto kLatin = std::to_array<std::string_view>(
    {"nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
     "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
     "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
     "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
     "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
     "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
     "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
     "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
     "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
     "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
     "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"});

constexpr std::size_t kLongest = 10;  // of a name or number, so that a lone & is cheap

bool is_character(std::uint32_t code) {
  return code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

// The number in #233 or #xE9; nothing where it is none.
std::optional<std::uint32_t> number_in(std::string_view name) {
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (is_hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const char* end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, code, is_hexadecimal ? 16 : 10);
  if (name.empty() || read.ptr != end) return std::nullopt;
  return read.ec == std::errc{} ? code : 0;
}

std::optional<std::uint32_t> code_of(std::string_view name) {
  if (name.starts_with('#')) return number_in(name);
  for (const Named& named : kNamed) {
    if (named.name == name) return static_cast<std::uint32_t>(named.character);
  }
  const auto* const found = std::find(kLatin.begin(), kLatin.end(), name);
  if (found == kLatin.end()) return std::nullopt;
  return 0xA0U + static_cast<std::uint32_t>(found - kLatin.begin());
}

void append(std::string& out, std::uint32_t code) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  for (std::size_t i = 0; i < length; ++i) out += static_cast<char>(bytes[i]);
}

}  // namespace

std::string unescape(std::string_view text, bool& fault) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t semicolon =
        text[at] == '&' ? text.substr(at, kLongest + 2).find(';') : std::string_view::npos;
    const auto code = semicolon == std::string_view::npos
                          ? std::nullopt
                          : code_of(text.substr(at + 1, semicolon - 1));
    if (!code) {
      out += text[at];
      continue;
    }
    fault = fault || !is_character(*code);
    if (is_character(*code)) append(out, *code);
    at += semicolon;
  }
  return out;
}

}  // namespace summitry::gml
