// What a DL file says before its data: sizes, format and labels.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/dl/words.hpp"

namespace summitry::dl {

enum class Form { full_matrix, lower_half, upper_half, edge_list, node_list };

// Of a symmetric matrix the half below its diagonal, or above it, says all.
[[nodiscard]] inline bool is_half(Form form) {
  return form == Form::lower_half || form == Form::upper_half;
}
[[nodiscard]] inline bool is_matrix(Form form) {
  return form == Form::full_matrix || is_half(form);
}

struct Labels {
  std::vector<Cell> listed;
  bool embedded = false;  // in the data
};

struct Header {
  Form form = Form::full_matrix;
  bool two_modes = false;
  bool has_diagonal = true;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t matrices = 1;
  Labels of_rows;     // of one mode: of all
  Labels of_columns;  // of one mode: as of_rows
  std::vector<Cell> of_matrices;
  Cell sizes;  // where they stand
};

// Reads as far as `data:`. `bytes` is the size of the file: no more entities may be claimed than it
// has room for. Nothing, with what is wrong reported, when the data cannot be read by it.
[[nodiscard]] std::optional<Header> read_header(NetworkBuilder& builder, Words& words,
                                                std::size_t bytes);

}  // namespace summitry::dl
