// Offsets as lines and columns. See places.hpp.
#include "loaders/xml/places.hpp"

#include <algorithm>

namespace summitry {
namespace {

constexpr std::size_t kStep = 512;  // bytes

// Whether a text can be cut before this byte: not within a character, nor between CR and LF.
bool can_cut(std::string_view text, std::size_t offset) {
  const bool within = (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U;
  return !within && !(text[offset] == '\n' && text[offset - 1] == '\r');
}

}  // namespace

Places::Places(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / kStep + 1);
  marks_.push_back({0, {}});
  for (std::size_t next = kStep; next < text.size(); next += kStep) {
    while (next < text.size() && !can_cut(text, next)) ++next;
    const Mark& last = marks_.back();
    Mark mark{next, last.place};
    advance(mark.place, text.substr(last.offset, next - last.offset));
    marks_.push_back(mark);
  }
}

Place Places::at(std::size_t offset) const {
  const auto later =
      std::upper_bound(marks_.begin(), marks_.end(), offset,
                       [](std::size_t wanted, const Mark& mark) { return wanted < mark.offset; });
  const Mark& before = *std::prev(later);
  Place place = before.place;
  const std::size_t end = std::min(offset, text_.size());
  advance(place, text_.substr(before.offset, end - before.offset));
  return place;
}

}  // namespace summitry
