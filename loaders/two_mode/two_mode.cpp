// Two-mode tables. See two_mode.hpp.
#include "loaders/two_mode/two_mode.hpp"

#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/delimited/read_table.hpp"
#include "loaders/spreadsheet/workbook.hpp"
#include "loaders/two_mode/list/by_blocks.hpp"
#include "loaders/two_mode/list/list.hpp"
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

Built read_two_mode_list_whole(std::string bytes, const std::string& file,
                               const LoadOptions& options) {
  return read(std::move(bytes), file, options, two_mode::add_list);
}

Built read_two_mode_list(std::string bytes, const std::string& file, const LoadOptions& options) {
  const auto open = [&bytes] { return stream_of(bytes); };
  if (auto built = two_mode::read_list_by_blocks(open, file, options)) return *std::move(built);
  return read_two_mode_list_whole(std::move(bytes), file, options);
}

Built load_two_mode_matrix(const std::filesystem::path& path, const LoadOptions& options) {
  return read_two_mode_matrix(read_bytes(path, options.decoded), path.generic_string(), options);
}

Built load_two_mode_list(const std::filesystem::path& path, const LoadOptions& options) {
  const std::string file = path.generic_string();
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored)) {  // not a pipe, which cannot be read twice
    const auto open = [&] { return open_bytes(path, options.decoded); };
    if (auto built = two_mode::read_list_by_blocks(open, file, options)) return *std::move(built);
  }
  return read_two_mode_list_whole(read_bytes(path, options.decoded), file, options);
}

}  // namespace summitry
