// A CSV file as a whole, whatever its columns, every cell with its place: small tables whose rows are
// written again.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding.hpp"
#include "loaders/text.hpp"

namespace summitry::resolver {

struct PlacedText {
  std::string text;
  Place place;
};

struct CsvTable {
  std::string file;
  std::vector<std::string> header;
  std::vector<std::vector<PlacedText>> rows;  // each as long as the header

  // Throws UnknownName with the nearest column.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  // Something wrong with a cell.
  [[nodiscard]] Finding fault(const PlacedText& cell, std::string what, std::string remedy) const;
};

// Cells are parted by commas, by tabs in a file that ends with .tsv. Throws LoadError with all that is
// wrong: a file that cannot be read, no header, rows of another length.
[[nodiscard]] CsvTable load_csv_table(const std::filesystem::path& path);
[[nodiscard]] CsvTable read_csv_table(std::string bytes, const std::string& file);

// Throws LoadError when there are any.
void refuse(const std::string& file, std::vector<Finding> findings);

}  // namespace summitry::resolver
