// Offsets as lines and columns. See places.hpp.
#include "loaders/xml/places.hpp"

#include <algorithm>
#include <utility>

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
  marks_.assign(pieces.begin(), pieces.end());
  if (marks_.empty()) marks_.emplace_back();
  last_ = marks_.front();
}

// Further marks between those of the pieces, once it is worth while.
void Places::add_marks() {
  const std::vector<Mark> pieces = std::exchange(marks_, {});
  marks_.reserve(text_.size() / kStep + pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    marks_.push_back(pieces[i]);
    const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].offset : text_.size();
    for (std::size_t next = pieces[i].offset + kStep; next < end; next += kStep) {
      while (next < end && !can_cut(text_, next)) ++next;
      const Mark& last = marks_.back();
      Mark mark{next, last.place};
      advance(mark.place, text_.substr(last.offset, next - last.offset));
      marks_.push_back(mark);
    }
  }
  has_all_marks_ = true;
}

// The answer goes on from the mark before it, or from the last answer where that is nearer.
Place Places::at(std::size_t offset) {
  const std::size_t end = std::min(offset, text_.size());
  if (end < last_.offset && !has_all_marks_) add_marks();
  if (end < last_.offset || end >= next_mark_) {
    const auto later =
        std::upper_bound(marks_.begin(), marks_.end(), end,
                         [](std::size_t wanted, const Mark& mark) { return wanted < mark.offset; });
    last_ = *std::prev(later);
    next_mark_ = later == marks_.end() ? kNone : later->offset;
  }
  const std::string_view between = text_.substr(last_.offset, end - last_.offset);
  Place place = last_.place;
  advance(place, between);
  // Between CR and LF is no place to go on from.
  if (between.empty() || between.back() != '\r') last_ = {end, place};
  return place;
}

}  // namespace summitry
