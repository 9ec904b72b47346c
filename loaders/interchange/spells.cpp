// Spells. See spells.hpp.
#include "loaders/interchange/spells.hpp"

#include <string>

#include "engine/number.hpp"

namespace summitry::interchange {
namespace {

// Whether `a` is earlier: as numbers, or as the characters of ISO dates tell.
bool before(const Cell& a, const Cell& b, TimesAre times) {
  if (times == TimesAre::dates) return a.text < b.text;
  return parse_number(a.text).value_or(0.0) < parse_number(b.text).value_or(0.0);
}

}  // namespace

Spell span(const std::vector<Spell>& spells, TimesAre times) {
  if (spells.empty()) return {};
  Spell span = spells.front();
  for (const Spell& spell : spells) {
    const bool opened = span.start.text.empty();
    if (!opened && (spell.start.text.empty() || before(spell.start, span.start, times))) {
      span.start = spell.start;
    }
    const bool never_closes = span.end.text.empty();
    if (!never_closes && (spell.end.text.empty() || before(span.end, spell.end, times))) {
      span.end = spell.end;
    }
  }
  return span;
}

bool Repeats::are_too_many(NetworkBuilder& builder, const Cell& edge, std::size_t spells,
                           std::size_t size) {
  constexpr std::size_t kAlways = 10'000'000;
  constexpr std::size_t kPerByte = 16;
  copied_ += size * spells;
  if (copied_ <= kAlways + kPerByte * bytes_) return false;
  builder.error(edge, std::to_string(spells) + " spells of an edge with long values",
                "write the edge once, without its spells");
  return true;
}

}  // namespace summitry::interchange
