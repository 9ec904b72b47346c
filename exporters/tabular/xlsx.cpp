#include "exporters/tabular/xlsx.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "engine/number.hpp"
#include "exporters/interchange/xml_writer.hpp"
#include "exporters/tabular/result_tables.hpp"

namespace summitry {
namespace {

constexpr std::size_t kRows = 1'048'575;          // of a sheet, below its header
constexpr std::size_t kCell = 32'767;             // UTF-16 units in a cell
constexpr double kExact = 9'007'199'254'740'992;  // larger integers are not all doubles
constexpr std::time_t kCreated = 946'684'800;     // 2000-01-01, since the library would say today
constexpr std::size_t kWidest = 60;               // characters of a column
constexpr std::size_t kNarrowest = 8;

// The library writes to paths alone.
class TemporaryFile {
 public:
  TemporaryFile() : path_((std::filesystem::temp_directory_path() / "summitry-XXXXXX").string()) {
    const int handle = mkstemp(path_.data());
    if (handle < 0) throw SaveError("cannot write a temporary file at " + path_);
    close(handle);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw SaveError(std::string("xlsx: ") + lxw_strerror(error));
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// What a sheet can hold: counted in UTF-16 units, of which a four-byte character takes two.
std::string fitting(std::string_view text) {
  std::string out = interchange::xml_characters(text);
  if (out.size() <= kCell) return out;
  std::size_t units = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!begins_character(out[i])) continue;
    units += static_cast<unsigned char>(out[i]) >= 0xF0 ? 2 : 1;
    if (units > kCell) {
      out.resize(i);
      break;
    }
  }
  return out;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

struct Place {
  lxw_row_t row = 0;
  lxw_col_t column = 0;
};

void put(lxw_worksheet* sheet, Place at, const std::string& text, const std::string& type) {
  if (text.empty()) return;
  if (type == "boolean") {
    check(worksheet_write_boolean(sheet, at.row, at.column, text == "true" ? 1 : 0, nullptr));
    return;
  }
  const auto number = type == "integer" || type == "number" ? parse_number(text) : std::nullopt;
  if (number && (type == "number" || std::abs(*number) < kExact)) {
    check(worksheet_write_number(sheet, at.row, at.column, *number, nullptr));
    return;
  }
  check(worksheet_write_string(sheet, at.row, at.column, fitting(text).c_str(), nullptr));
}

// Returns the length of the longest text, the name included.
std::size_t put_column(lxw_worksheet* sheet, const PackageTable& table, lxw_col_t c) {
  const PackageColumn& column = table.columns[c];
  std::size_t longest = length(column.name) + 3;  // room for the filter's button
  for (std::size_t row = 0; row < table.rows; ++row) {
    const std::string text = column.cell(row);
    put(sheet, {static_cast<lxw_row_t>(row + 1), c}, text, column.type);
    longest = std::max(longest, length(text));
  }
  return longest;
}

void put_header(lxw_worksheet* sheet, const PackageTable& table) {
  std::vector<std::string> names;
  for (const PackageColumn& column : table.columns) names.push_back(fitting(column.name));
  if (table.rows == 0) {  // a table of Excel's must have a row
    for (std::size_t c = 0; c < names.size(); ++c) {
      put(sheet, {0, static_cast<lxw_col_t>(c)}, names[c], "string");
    }
    return;
  }
  std::vector<lxw_table_column> columns(names.size());
  std::vector<lxw_table_column*> list;
  for (std::size_t c = 0; c < names.size(); ++c) {
    columns[c].header = names[c].data();
    list.push_back(&columns[c]);
  }
  list.push_back(nullptr);
  std::string name = table.name;
  lxw_table_options options{};
  options.name = name.data();
  options.columns = list.data();
  check(worksheet_add_table(sheet, 0, 0, static_cast<lxw_row_t>(table.rows),
                            static_cast<lxw_col_t>(names.size() - 1), &options));
}

void add_sheet(lxw_workbook* book, const PackageTable& table) {
  if (table.rows > kRows) {
    throw SaveError(fmt::format("xlsx: {} rows of {} are more than a sheet's {}: write SQLite",
                                table.rows, table.name, kRows));
  }
  lxw_worksheet* const sheet = workbook_add_worksheet(book, table.name.c_str());
  if (sheet == nullptr) throw SaveError("xlsx: no sheet can be named " + table.name);
  put_header(sheet, table);
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto c = static_cast<lxw_col_t>(i);
    const std::size_t longest = put_column(sheet, table, c);
    const auto width = static_cast<double>(std::clamp(longest + 1, kNarrowest, kWidest));
    check(worksheet_set_column(sheet, c, c, width, nullptr));
  }
}

// Frees its memory by being closed, which also writes it: so also where an error ends the work.
class Workbook {
 public:
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) throw SaveError("xlsx: out of memory");
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }
  [[nodiscard]] lxw_workbook* book() const { return book_; }
  void finish() { check(workbook_close(std::exchange(book_, nullptr))); }

 private:
  lxw_workbook* book_;
};

}  // namespace

std::string to_xlsx(const ExportParts& parts) {
  const TemporaryFile file;
  Workbook workbook(file.path());
  std::string title = fitting(parts.network.dataset().title);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = kCreated;
  check(workbook_set_properties(workbook.book(), &properties));
  for (const PackageTable& table : tabular::result_tables(parts)) {
    add_sheet(workbook.book(), table);
  }
  workbook.finish();
  return read_file(file.path());
}

}  // namespace summitry
