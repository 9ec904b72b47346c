// Two-mode tables. See two_mode.hpp.
#include "loaders/two_mode/two_mode.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/delimited/read_table.hpp"
#include "loaders/spreadsheet/workbook.hpp"
#include "loaders/two_mode/list.hpp"
#include "loaders/two_mode/matrix.hpp"

namespace summitry {
namespace {

using Add = void (*)(NetworkBuilder&, tables::Table&, const LoadOptions&);

// Of a workbook the first sheet with a value.
void add_sheet(NetworkBuilder& builder, std::string_view bytes, const std::string& file,
               const LoadOptions& options, Add add) {
  spreadsheet::Workbook book(builder, bytes, file);
  for (const spreadsheet::Sheet& sheet : book.sheets()) {
    std::optional<tables::Table> table = book.read(sheet);
    if (!table) continue;
    add(builder, *table, options);
    return;
  }
}

Built read(std::string bytes, const std::string& file, const LoadOptions& options, Add add) {
  NetworkBuilder builder;
  builder.reading(file);
  if (bytes.starts_with("PK\x03\x04")) {
    add_sheet(builder, bytes, file, options, add);
  } else if (auto table = delimited::read_table(builder, std::move(bytes), file)) {
    add(builder, *table, options);
  }
  return std::move(builder).build();
}

}  // namespace

Built read_two_mode_matrix(std::string bytes, const std::string& file, const LoadOptions& options) {
  return read(std::move(bytes), file, options, two_mode::add_matrix);
}

Built read_two_mode_list(std::string bytes, const std::string& file, const LoadOptions& options) {
  return read(std::move(bytes), file, options, two_mode::add_list);
}

Built load_two_mode_matrix(const std::filesystem::path& path, const LoadOptions& options) {
  return read_two_mode_matrix(read_bytes(path, options.decoded), path.generic_string(), options);
}

Built load_two_mode_list(const std::filesystem::path& path, const LoadOptions& options) {
  return read_two_mode_list(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
