// How much a sparse factor would fill in, and in which order of elimination, before it is made.
//
// Cost       the order: a little more than linear on graphs; the fill: O(its entries)
// Method     approximate minimum degree, by Eigen; entries by walking up the elimination tree from
//            every entry of the matrix, once an entry of the factor (Liu 1990, doi:10.1137/0611010)
// See also   factor.hpp, perron.hpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace summitry {

// Where a square matrix has entries: in row i at ends[offsets[i]] and on, and there in the column i as
// well. The diagonal may be left out, and an entry may stand twice.
struct Pattern {
  std::vector<std::size_t> offsets{0};
  std::vector<std::uint32_t> ends;

  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
};

// False where no order of elimination fills in as little, since there are more than `most` entries below
// the diagonal to begin with. Cost O(entries).
[[nodiscard]] bool may_fit(const Pattern& pattern, std::size_t most);

// When each row is eliminated so that few entries are filled in.
[[nodiscard]] std::vector<std::uint32_t> elimination_places(const Pattern& pattern);

struct Fill {
  std::size_t entries = 0;  // below the diagonal
  double products = 0.0;    // entries of a column squared, over all columns: what making it takes
};

// Of the factor of a matrix whose row i is eliminated at places[i]; nothing where it would have more
// than `most` entries.
[[nodiscard]] std::optional<Fill> fill_of(const Pattern& pattern,
                                          std::span<const std::uint32_t> places, std::size_t most);

}  // namespace summitry
