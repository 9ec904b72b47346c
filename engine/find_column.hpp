// A column by its name, where the data may do without it.
#pragma once

#include <span>
#include <string_view>

#include "engine/column.hpp"

namespace summitry {

// nullptr when there is none.
[[nodiscard]] inline const Column* find_column(std::span<const Column> columns,
                                               std::string_view name) {
  for (const Column& column : columns) {
    if (column.info().name == name) return &column;
  }
  return nullptr;
}

}  // namespace summitry
