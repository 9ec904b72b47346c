// The cells of a worksheet's XML as a table.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "loaders/spreadsheet/formats.hpp"
#include "loaders/tables/table.hpp"
#include "loaders/xml/document.hpp"

namespace summitry::spreadsheet {

// What cells refer to.
struct Shared {
  std::span<const std::string> texts;
  std::span<const Shows> styles;
  Epoch epoch = Epoch::of_1900;
  std::size_t allowed = 0;  // bytes that all cells together may have: texts can be shared
};

// Adds the rows that have a value; the texts of cells are the table's own. False where the sheet is not
// to be read further, which is said.
bool add_cells(NetworkBuilder& builder, const XmlElement& worksheet, const std::string& name,
               const Shared& shared, tables::Table& table);

struct Position {
  std::size_t row = 0;     // from 1
  std::size_t column = 0;  // from 1
};
// B7 as row 7, column 2; nothing where it is no cell of a sheet.
[[nodiscard]] std::optional<Position> position_of(std::string_view reference);
// Column and row as people write them.
[[nodiscard]] std::string reference_of(Position position);

// The text of a shared or an inline string: its runs together, without what says how to read it aloud.
[[nodiscard]] std::string text_of(const XmlElement& item);
// _x000D_ and the like are characters that XML does not have.
[[nodiscard]] std::string without_escapes(std::string_view text);

}  // namespace summitry::spreadsheet
