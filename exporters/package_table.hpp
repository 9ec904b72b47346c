// The tables of a data package: their columns, each with what the schema says and its cells.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

struct PackageColumn {
  std::string name;
  std::string type;  // of the Table Schema: string, number, date, …
  std::string title;
  std::string description;
  bool required = false;                     // every row has a value
  bool optional = false;                     // left out when no row has a value
  std::vector<std::string_view> words = {};  // the only values allowed; empty: any
  std::string refers_to;                     // the table whose `id` it names; "" when none
  std::function<std::string(std::size_t row)> cell = {};
};

struct PackageTable {
  std::string name;  // NAME.csv
  std::string title;
  std::string key;  // the column that identifies a row; "" when none
  std::vector<PackageColumn> columns;
  std::size_t rows = 0;
};

// Valid as long as the Network. Optional columns without values have been taken out.
[[nodiscard]] PackageTable entities_table(const Network& network);
[[nodiscard]] PackageTable relations_table(const Network& network);
[[nodiscard]] PackageTable sources_table(const Network& network);
[[nodiscard]] PackageTable claims_table(const Network& network);

[[nodiscard]] std::string to_csv(const PackageTable& table);

}  // namespace summitry
