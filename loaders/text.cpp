// Text from outside, checked. See text.hpp.
#include "loaders/text.hpp"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace summitry {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kShown = 60;  // characters of a text that a message repeats

// Bytes from `begin` on that are plain ASCII without NUL, looked at eight at a time.
std::size_t plain_run(std::string_view text, std::size_t begin) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::size_t at = begin;
  while (at + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if (((word | (word - kOnes)) & kHigh) != 0) break;
    at += 8;
  }
  while (at < text.size() && text[at] > '\0') ++at;
  return at - begin;
}

// Length of the well-formed character at `at`, or nothing.
std::optional<std::size_t> character_length(std::string_view text, std::size_t at) {
  const std::size_t left = text.size() - at;
  const auto length = static_cast<std::int32_t>(left < 4 ? left : 4);
  std::int32_t end = 0;
  UChar32 character = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data() + at), end, length, character);
  if (character < 0) return std::nullopt;
  return static_cast<std::size_t>(end);
}

struct Faults {
  std::optional<std::size_t> first_bad;
  std::optional<std::size_t> first_nul;
  std::size_t bad = 0;
  std::size_t nul = 0;
};

// Finds the faults; with `repaired` also writes the text with U+FFFD in their place.
Faults find_faults(std::string_view text, std::string* repaired) {
  Faults faults;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t run = plain_run(text, at);
    std::size_t length = run;
    bool good = run > 0;
    if (run == 0) {
      const std::optional<std::size_t> character = character_length(text, at);
      const bool is_nul = text[at] == '\0';
      good = character.has_value() && !is_nul;
      length = good ? *character : 1;
      if (is_nul) {
        if (faults.nul++ == 0) faults.first_nul = at;
      } else if (!good) {
        if (faults.bad++ == 0) faults.first_bad = at;
      }
    }
    if (repaired != nullptr) repaired->append(good ? text.substr(at, length) : kReplacement);
    at += length;
  }
  return faults;
}

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return std::string("0x") + kDigits[byte >> 4U] + kDigits[byte & 15U];
}

std::string and_more(std::size_t count) {
  if (count == 1) return "";
  return " (the first of " + std::to_string(count) + " such bytes)";
}

// Places are those of the repaired text, in which a fault is one character, as readers see it.
Place place_in_raw(std::string_view raw, std::size_t offset) {
  std::string before;
  find_faults(raw.substr(0, offset), &before);
  return place_of(before, before.size());
}

std::optional<TextFault> other_kind_of_file(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 4);
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    return TextFault{{1, 1}, "the file is UTF-16 text", "save it as UTF-8"};
  }
  if (start.starts_with("PK\x03\x04")) {
    return TextFault{{1, 1},
                     "the file is an archive or a spreadsheet, not text",
                     "save the sheet as CSV in UTF-8"};
  }
  return std::nullopt;
}

}  // namespace

CleanText clean_text(std::string bytes) {
  CleanText clean;
  if (std::optional<TextFault> fault = other_kind_of_file(bytes)) {
    clean.faults.push_back(*std::move(fault));
    clean.readable = false;
    return clean;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  const Faults faults = find_faults(bytes, nullptr);
  if (faults.first_bad) {
    const auto byte = static_cast<unsigned char>(bytes[*faults.first_bad]);
    clean.faults.push_back(
        {place_in_raw(bytes, *faults.first_bad),
         "the byte " + hexadecimal(byte) + " is not UTF-8" + and_more(faults.bad),
         "save the file as UTF-8"});
  }
  if (faults.first_nul) {
    clean.faults.push_back({place_in_raw(bytes, *faults.first_nul),
                            "a NUL byte" + and_more(faults.nul), "delete it: text has none"});
  }
  if (clean.faults.empty()) {
    clean.bytes = std::move(bytes);
  } else {
    find_faults(bytes, &clean.bytes);
  }
  return clean;
}

bool is_clean(std::string_view text) {
  const Faults faults = find_faults(text, nullptr);
  return !faults.first_bad && !faults.first_nul;
}

void advance(Place& place, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool ends_line =
        c == '\n' || (c == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'));
    if (ends_line) {
      ++place.line;
      place.column = 1;
    } else if (c != '\r' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
}

Place place_of(std::string_view text, std::size_t offset) {
  Place place;
  advance(place, text.substr(0, offset));
  return place;
}

std::string in_quotes(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "\"";
  std::size_t characters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U && characters++ == kShown) {
      out += "…";
      break;
    }
    if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace summitry
