// The first lines of a Matrix Market file: what the matrix is and how large.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/network_builder.hpp"
#include "loaders/interchange/words.hpp"

namespace summitry::matrix {

enum class Form { coordinate, array };
enum class Symmetry { general, symmetric, skew };

struct Banner {
  Form form = Form::coordinate;
  Symmetry symmetry = Symmetry::general;
  bool is_pattern = false;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t entries = 0;  // that should follow
  Cell sizes;               // where they stand

  [[nodiscard]] bool is_square() const { return rows == columns; }
};

// Reads the banner, which is the first line of `text`, and moves `lines` over the sizes. Nothing, with
// what is wrong reported, where it cannot be used.
[[nodiscard]] std::optional<Banner> read_banner(NetworkBuilder& builder, std::string_view text,
                                                interchange::WordLines& lines);

}  // namespace summitry::matrix
