// How a list of participants and events begins: what stands between its cells, and what its columns are.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "loaders/delimited/dialect.hpp"
#include "loaders/edge_list/row_waves.hpp"
#include "loaders/two_mode/list/columns.hpp"

namespace summitry::two_mode {

struct ListHead {
  delimited::Dialect dialect;
  ListColumns columns;
  RowShape shape;
  std::vector<Cell EdgeRow::*> cells;  // by column
  std::size_t begin = 0;               // of the first row
  std::size_t line = 1;                // of it
};

// Reads as much of the first block as is needed to know what stands between cells; false where that is
// more than reasonable.
[[nodiscard]] bool grow_list_head(RowWaves& waves);

// Nothing where the list must be read as a whole: it is not clean text, it has no columns for both modes,
// or some that can only be read once all of their values are known.
[[nodiscard]] std::optional<ListHead> read_list_head(NetworkBuilder& builder, RowWaves& waves,
                                                     const LoadOptions& options);

}  // namespace summitry::two_mode
