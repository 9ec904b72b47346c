// Boxes by the cells of a coarse grid that they touch.
#include "exporters/drawing/occupancy.hpp"

#include <cmath>

namespace summitry::drawing {
namespace {

constexpr double kCell = 48.0;  // pixels; about the width of a short label

int index(double place) {
  return static_cast<int>(std::floor(place / kCell));
}

}  // namespace

Occupancy::Range Occupancy::cells(const Box& box) const {
  return {index(box.left), index(box.right), index(box.top), index(box.bottom)};
}

long long Occupancy::cell(int column, int row) {
  return static_cast<long long>(row) * 1'000'000 + column;
}

bool Occupancy::is_free(const Box& box) const {
  if (!inside(box, page_)) return false;
  const Range range = cells(box);
  for (int row = range.first_row; row <= range.last_row; ++row) {
    for (int column = range.first_column; column <= range.last_column; ++column) {
      const auto found = by_cell_.find(cell(column, row));
      if (found == by_cell_.end()) continue;
      for (const std::size_t i : found->second) {
        if (meet(box, boxes_[i])) return false;
      }
    }
  }
  return true;
}

void Occupancy::take(const Box& box) {
  const Range range = cells(box);
  for (int row = range.first_row; row <= range.last_row; ++row) {
    for (int column = range.first_column; column <= range.last_column; ++column) {
      by_cell_[cell(column, row)].push_back(boxes_.size());
    }
  }
  boxes_.push_back(box);
}

}  // namespace summitry::drawing
