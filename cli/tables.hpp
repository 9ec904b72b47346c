// Named tables in the forms that `info` and `catalogue` print.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/table.hpp"

namespace summitry::cli {

struct Section {
  std::string name;
  Table table;
};

// Throws UsageError with the nearest known name.
[[nodiscard]] const Section& find_section(std::span<const Section> sections, std::string_view name);

// The columns at these positions.
[[nodiscard]] Table columns(const Table& table, const std::vector<std::size_t>& positions);

[[nodiscard]] std::string text_tables(std::span<const Section> sections, std::size_t widest);
// One table is plain CSV; several become one long table of section, item, field and value.
[[nodiscard]] std::string csv_tables(std::span<const Section> sections);
// An object of lists of objects.
[[nodiscard]] std::string json_tables(std::span<const Section> sections);
[[nodiscard]] std::string markdown_tables(std::span<const Section> sections);
// A heading an item and a line a field: for tables too wide to be read as such.
[[nodiscard]] std::string markdown_items(std::span<const Section> sections);

}  // namespace summitry::cli
