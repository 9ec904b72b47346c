// What two ascending lists of entities have in common.
//
// Cost       O(a + b)
#pragma once

#include <cstddef>

namespace summitry {

// Calls visit(i, k) for every item that is both the i-th of the first and the k-th of the second list, in
// order. The lists are given by their sizes and by what is at a position.
template <class First, class Second, class Visit>
void for_each_common(std::size_t first_size, const First& first, std::size_t second_size,
                     const Second& second, const Visit& visit) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < first_size && k < second_size) {
    const auto a = first(i);
    const auto b = second(k);
    if (a == b) visit(i, k);
    i += a <= b ? 1 : 0;
    k += b <= a ? 1 : 0;
  }
}

}  // namespace summitry
