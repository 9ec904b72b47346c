// Table: named columns of mixed cells, for results that are neither scores nor partitions.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace summitry {

using TableCell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<TableCell>> rows;
};

// As exporters print it: "" when missing, doubles in the shortest form that reads back.
[[nodiscard]] std::string to_string(const TableCell& cell);

}  // namespace summitry
