// One line of an edge list, when it is plain: most are, and this is where the time goes.
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "loaders/edge_list/row_block.hpp"

namespace summitry {

struct PlainRow {
  std::string_view source;
  std::string_view target;
  std::string_view type;
  double weight = std::nan("");
};

class PlainRowReader {
 public:
  explicit PlainRowReader(const RowShape& shape);

  // The line, without its end; false when it is not plain, whatever `row` is then.
  [[nodiscard]] bool read(std::string_view line, PlainRow& row) const;

 private:
  [[nodiscard]] bool read_spaced(std::string_view line, PlainRow& row) const;
  [[nodiscard]] bool read_delimited(std::string_view line, PlainRow& row) const;
  [[nodiscard]] bool quoted_cell(const char*& at, const char* end, std::string_view& cell) const;
  [[nodiscard]] bool take(Part part, std::string_view cell, PlainRow& row) const;
  [[nodiscard]] bool ends_cell(char c) const { return ends_cell_[static_cast<unsigned char>(c)]; }

  const RowShape* shape_;
  std::array<bool, 256> ends_cell_{};  // delimiters, quotes and control characters
};

}  // namespace summitry
