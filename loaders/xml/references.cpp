// References and the DOCTYPE. See references.hpp.
#include "loaders/xml/references.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

namespace summitry {
namespace {

constexpr std::size_t kMost = 100;
constexpr std::size_t kLongest = 12;  // bytes of a reference, & and ; included

constexpr std::array<std::string_view, 5> kNamed{"amp", "lt", "gt", "quot", "apos"};

struct Passage {
  std::string_view begin;
  std::string_view end;
};
// Where & is an & and nothing else.
constexpr std::array<Passage, 3> kPassages{{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};

bool is_character(std::uint32_t code) {
  return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, fault] = std::from_chars(digits.data(), end, code, hexadecimal ? 16 : 10);
  if (digits.empty() || fault != std::errc() || stopped != end) return std::nullopt;
  return code;
}

// What is wrong with the reference at the beginning of this text; nothing when it is well.
std::optional<TextFault> fault_of(std::string_view text) {
  const std::size_t end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos) {
    return TextFault{{}, "a single &", "write it as &amp;"};
  }
  const std::string_view name = text.substr(1, end - 1);
  const std::string shown = in_quotes(text.substr(0, end + 1));
  if (!name.starts_with('#')) {
    if (std::find(kNamed.begin(), kNamed.end(), name) != kNamed.end()) return std::nullopt;
    return TextFault{{}, "unknown reference " + shown, "write the character itself, or & as &amp;"};
  }
  const auto code = number_of(name.substr(1));
  if (code && is_character(*code)) return std::nullopt;
  return TextFault{{}, "the reference " + shown + " is no character of XML", "leave it out"};
}

// The bytes of a comment, CDATA or instruction at the beginning of this text, or 0.
std::size_t passage_length(std::string_view text) {
  for (const Passage& passage : kPassages) {
    if (!text.starts_with(passage.begin)) continue;
    const std::size_t end = text.find(passage.end, passage.begin.size());
    return end == std::string_view::npos ? text.size() : end + passage.end.size();
  }
  return 0;
}

bool declares(std::string_view doctype) {
  const std::size_t end = doctype.find_first_of("[>");
  return end != std::string_view::npos && doctype[end] == '[';
}

}  // namespace

std::vector<TextFault> reference_faults(std::string_view text) {
  std::vector<TextFault> faults;
  std::size_t i = text.find_first_of("&<");
  while (i != std::string_view::npos && faults.size() < kMost) {
    const std::string_view rest = text.substr(i);
    std::optional<TextFault> fault;
    if (rest.starts_with("<!DOCTYPE") && declares(rest)) {
      fault = TextFault{{}, "a DOCTYPE that declares something", "leave its declarations out"};
    } else if (rest[0] == '&') {
      fault = fault_of(rest);
    }
    if (fault) {
      fault->place = place_of(text, i);
      faults.push_back(*std::move(fault));
    }
    if (rest.starts_with("<!DOCTYPE") && declares(rest)) break;  // its entities would follow
    i = text.find_first_of("&<", i + std::max<std::size_t>(passage_length(rest), 1));
  }
  return faults;
}

}  // namespace summitry
