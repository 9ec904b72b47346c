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

Places::Places(std::string_view text) : Places(text, {}) {}

Places::Places(std::string_view text, std::span<const Mark> pieces) : text_(text) {
  marks_.reserve(text.size() / kStep + pieces.size() + 1);
  for (const Mark& piece : pieces) {
    if (piece.offset == 0) {
      marks_.front() = piece;
    } else {
      mark(piece.offset);
      marks_.push_back(piece);
    }
  }
  mark(text.size());
  last_ = marks_.front();
}

// Marks between the last one and `end`.
void Places::mark(std::size_t end) {
  for (std::size_t next = marks_.back().offset + kStep; next < end; next += kStep) {
    while (next < end && !can_cut(text_, next)) ++next;
    const Mark& last = marks_.back();
    Mark mark{next, last.place};
    advance(mark.place, text_.substr(last.offset, next - last.offset));
    marks_.push_back(mark);
  }
}

Place Places::at(std::size_t offset) {
  const std::size_t end = std::min(offset, text_.size());
  const bool is_near =
      end >= last_.offset && (before_ + 1 == marks_.size() || end < marks_[before_ + 1].offset);
  if (!is_near) {
    const auto later =
        std::upper_bound(marks_.begin(), marks_.end(), end,
                         [](std::size_t wanted, const Mark& mark) { return wanted < mark.offset; });
    before_ = static_cast<std::size_t>(later - marks_.begin()) - 1;
    last_ = marks_[before_];
  }
  const std::string_view between = text_.substr(last_.offset, end - last_.offset);
  Place place = last_.place;
  advance(place, between);
  // Between CR and LF is no place to go on from.
  if (between.empty() || between.back() != '\r') last_ = {end, place};
  return place;
}

}  // namespace summitry
