// Shapes of tables. See shape.hpp.
#include "loaders/tables/shape.hpp"

#include <string>
#include <system_error>
#include <utility>

#include "loaders/delimited/read_table.hpp"
#include "loaders/tables/beside.hpp"
#include "loaders/two_mode/list/list.hpp"
#include "loaders/two_mode/matrix.hpp"

namespace summitry::tables {
namespace {

constexpr std::size_t kSample = std::size_t{1} << 16U;  // bytes

// The first whole lines of a file: an even number of bytes, should they be UTF-16.
std::string sample_of(const std::filesystem::path& path, const DecodedLimit& limit) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};  // a pipe is read once
  std::string bytes(kSample, '\0');
  bytes.resize(open_bytes(path, limit)->read(bytes));
  const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (bytes.size() == kSample && !is_utf16) bytes.resize(bytes.find_last_of("\r\n") + 1);
  return bytes;
}

// What is wrong in the sample is found again when the file is read.
std::optional<Table> first_rows(const std::filesystem::path& path, const DecodedLimit& limit) {
  std::string bytes = sample_of(path, limit);
  if (bytes.empty()) return std::nullopt;
  NetworkBuilder nobody;
  nobody.reading("sample");
  return delimited::read_table(nobody, std::move(bytes), "sample");
}

// Gephi writes a Timeset, and beside the Type of an edge its Id.
bool is_of_gephi(const Table& table) {
  return table.column("timeset") || table.column("interval") ||
         (table.column("type") && table.column("id"));
}

bool has_nodes_beside(const std::filesystem::path& path, const DecodedLimit& limit) {
  const auto nodes = nodes_beside(path);
  const auto table = nodes ? first_rows(*nodes, limit) : std::nullopt;
  return table && table->column("id");
}

}  // namespace

Shape shape_of(const Table& table) {
  const auto has = [&table](std::string_view name) { return table.column(name).has_value(); };
  if ((has("source") && has("target")) || (has("from") && has("to"))) return Shape::edges;
  if (two_mode::is_list_for_certain(table)) return Shape::two_mode_list;
  if (has("id") && (has("label") || has("name") || has("kind"))) return Shape::nodes;
  return two_mode::is_matrix_for_certain(table) ? Shape::two_mode_matrix : Shape::unknown;
}

std::optional<std::string_view> format_of(const std::filesystem::path& path,
                                          const DecodedLimit& limit) {
  const auto table = first_rows(path, limit);
  if (!table) return std::nullopt;
  switch (shape_of(*table)) {
    case Shape::nodes:
      return "gephi-csv";
    case Shape::edges:
      if (is_of_gephi(*table) || has_nodes_beside(path, limit)) return "gephi-csv";
      return std::nullopt;
    case Shape::two_mode_list:
      return "two-mode-list";
    case Shape::two_mode_matrix:
      return "two-mode-matrix";
    case Shape::unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace summitry::tables
