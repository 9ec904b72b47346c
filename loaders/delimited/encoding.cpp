// Encodings of text files. See encoding.hpp.
#include "loaders/delimited/encoding.hpp"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "loaders/json_fields.hpp"

namespace summitry::delimited {
namespace {

constexpr std::size_t kLongest = std::size_t{1} << 30U;  // bytes, since ICU counts in 32 bits

enum class ByteOrder { little, big };

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ByteOrder::little;
  if (bytes.starts_with("\xFE\xFF")) return ByteOrder::big;
  return std::nullopt;
}

// Half a surrogate pair becomes U+FFFD, and so does a byte left over.
struct Utf16 {
  icu::UnicodeString text;
  std::optional<std::int32_t> first_bad;
};

Utf16 read_utf16(std::string_view bytes, ByteOrder order) {
  Utf16 out;
  const auto bad = [&out] {
    if (!out.first_bad) out.first_bad = out.text.length();
    out.text.append(static_cast<UChar32>(0xFFFD));
  };
  const std::size_t low = order == ByteOrder::little ? 0 : 1;
  const auto unit = [bytes, low](std::size_t i) {
    const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    return static_cast<UChar32>(byte(i + low) | (byte(i + 1 - low) << 8U));
  };
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const UChar32 first = unit(i);
    const UChar32 second = i + 3 < bytes.size() ? unit(i + 2) : 0;
    if (U16_IS_LEAD(first) && U16_IS_TRAIL(second)) {
      out.text.append(U16_GET_SUPPLEMENTARY(first, second));
      i += 2;
    } else if (U16_IS_SURROGATE(first)) {
      bad();
    } else {
      out.text.append(first);
    }
  }
  if (bytes.size() % 2 == 1) bad();
  return out;
}

CleanText from_utf16(NetworkBuilder& builder, std::string_view bytes, ByteOrder order) {
  const Utf16 read = read_utf16(bytes, order);
  builder.warning({{}, 1, 1}, "the file is UTF-16 text, and is read as that", "save it as UTF-8");
  CleanText clean = clean_text(to_utf8(read.text));
  if (read.first_bad) {
    const std::string before = to_utf8(read.text.tempSubString(0, *read.first_bad));
    const Place at = place_of(before, before.size());
    clean.faults.push_back(
        {at, "half a character of UTF-16", "write the file anew, it is damaged"});
  }
  report(builder, clean.faults);
  return clean;
}

// Where the first byte beyond ASCII stands, if the text may be Windows-1252.
std::optional<std::size_t> first_of_windows_1252(std::string_view bytes) {
  constexpr std::string_view kNoCharacters("\0\x81\x8D\x8F\x90\x9D", 6);
  if (bytes.find_first_of(kNoCharacters) != std::string_view::npos) return std::nullopt;
  std::optional<std::size_t> first;
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    if (data[at] < 0x80U) {
      ++at;
      continue;
    }
    if (!first) first = static_cast<std::size_t>(at);
    std::int32_t end = 0;
    const auto left = static_cast<std::int32_t>(std::min<std::int64_t>(size - at, 4));
    UChar32 character = 0;
    U8_NEXT(data + at, end, left, character);
    if (character >= 0) return std::nullopt;  // UTF-8 after all
    ++at;
  }
  return first;
}

std::string from_windows_1252(std::string_view bytes) {
  return to_utf8(
      icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), "windows-1252"));
}

}  // namespace

CleanText decoded(NetworkBuilder& builder, std::string bytes) {
  const bool is_countable = bytes.size() <= kLongest;
  const auto order = is_countable ? utf16_order(bytes) : std::nullopt;
  if (order) return from_utf16(builder, bytes, *order);
  const auto first = is_countable ? first_of_windows_1252(bytes) : std::nullopt;
  if (first) {
    const std::string before = from_windows_1252(std::string_view(bytes).substr(0, *first));
    const std::string character = from_windows_1252(std::string_view(bytes).substr(*first, 1));
    const Place at = place_of(before, before.size());
    builder.warning(
        {{}, at.line, at.column},
        "the file is no UTF-8, and is read as Windows-1252: the first letter that shows it is " +
            in_quotes(character),
        "save it as UTF-8 if names look wrong");
    return clean_text(from_windows_1252(bytes));
  }
  CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  return clean;
}

}  // namespace summitry::delimited
