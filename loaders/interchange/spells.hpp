// When something is there: spells of dates, or of numbers.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/network_builder.hpp"

namespace summitry::interchange {

struct Spell {
  Cell start;  // empty: open
  Cell end;
};

enum class TimesAre { dates, numbers };

// One that spans all of them; all open where there is none.
[[nodiscard]] Spell span(const std::vector<Spell>& spells, TimesAre times);

// Bounds what becomes of edges that have many spells: a relation each, which repeats all that is said
// of the edge.
class Repeats {
 public:
  explicit Repeats(std::size_t bytes) : bytes_(bytes) {}  // of the file

  // Whether `spells` times `size` values and bytes of an edge are, with those before, far more than the
  // file holds; then an error at `edge`.
  [[nodiscard]] bool are_too_many(NetworkBuilder& builder, const Cell& edge, std::size_t spells,
                                  std::size_t size);

 private:
  std::size_t bytes_;
  std::size_t copied_ = 0;
};

}  // namespace summitry::interchange
