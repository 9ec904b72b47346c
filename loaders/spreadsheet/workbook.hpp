// A workbook of Office Open XML (.xlsx) as tables, a worksheet each.
//
// A cell's place is its row and column, in the file `book.xlsx#Sheet`. Formulas count with the value that
// was stored for them; dates are as precise as their style shows them, and their time of the day is left
// out. Errors such as #N/A are missing, as are formulas without a value, and cells that are merged with
// another have none: each is said.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "loaders/spreadsheet/archive.hpp"
#include "loaders/spreadsheet/formats.hpp"
#include "loaders/tables/table.hpp"
#include "loaders/xml/edges.hpp"

namespace summitry::spreadsheet {

struct Sheet {
  std::string name;
  std::string part;  // of the archive
};

class Workbook {
 public:
  // `bytes` outlive this. What is wrong is told to the builder, which reads `file`.
  Workbook(NetworkBuilder& builder, std::string_view bytes, std::string file);

  // Worksheets in their order; none where the file cannot be read.
  [[nodiscard]] std::span<const Sheet> sheets() const { return sheets_; }
  // What a sheet's cells say, from its first row with a value on; nothing where it has none or cannot be
  // read. Leaves the builder reading the sheet.
  [[nodiscard]] std::optional<tables::Table> read(const Sheet& sheet);

 private:
  void read_sheets(const std::string& part);
  void read_shared_texts(const std::string& part);
  [[nodiscard]] std::optional<std::string> begin_part(const std::string& part);

  NetworkBuilder& builder_;
  std::string file_;
  Archive archive_;
  std::vector<Sheet> sheets_;
  std::shared_ptr<const std::vector<std::string>> texts_;
  std::vector<Shows> styles_;
  Epoch epoch_ = Epoch::of_1900;
};

}  // namespace summitry::spreadsheet
