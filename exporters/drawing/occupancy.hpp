// What of the page is taken: boxes in a coarse grid, so that asking is quick with thousands.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

class Occupancy {
 public:
  // Only boxes inside `page` are free.
  explicit Occupancy(Box page) : page_(page) {}

  [[nodiscard]] const Box& page() const { return page_; }
  [[nodiscard]] bool is_free(const Box& box) const;
  void take(const Box& box);

 private:
  struct Range {
    int first_column, last_column, first_row, last_row;
  };
  [[nodiscard]] Range cells(const Box& box) const;
  [[nodiscard]] static long long cell(int column, int row);

  Box page_;
  std::vector<Box> boxes_;
  std::unordered_map<long long, std::vector<std::size_t>> by_cell_;  // read by key only
};

}  // namespace summitry::drawing
