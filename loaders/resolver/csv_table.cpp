#include "loaders/resolver/csv_table.hpp"

#include <algorithm>
#include <utility>

#include "engine/error.hpp"
#include "engine/names.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/csv.hpp"

namespace summitry::resolver {
namespace {

std::vector<PlacedText> copied(std::span<const Cell> row) {
  std::vector<PlacedText> cells;
  cells.reserve(row.size());
  for (const Cell& cell : row) cells.push_back({std::string(cell.text), {cell.line, cell.column}});
  return cells;
}

void report(const CsvTable& table, std::span<const CsvProblem> problems,
            std::vector<Finding>& findings) {
  for (const CsvProblem& problem : problems) {
    if (problem.severity != Severity::error) continue;
    findings.push_back(
        table.fault({{}, {problem.cell.line, problem.cell.column}}, problem.what, problem.remedy));
  }
}

void read_rows(CsvTable& table, std::string_view text, std::vector<Finding>& findings) {
  CsvReader reader(text, {.delimiter = table.file.ends_with(".tsv") ? '\t' : ','});
  if (!reader.next()) {
    findings.push_back(
        table.fault({{}, {0, 0}}, "no header", "name the columns in the first line"));
    return;
  }
  report(table, reader.problems(), findings);
  for (const Cell& name : reader.row()) table.header.emplace_back(name.text);
  while (reader.next()) {
    report(table, reader.problems(), findings);
    std::vector<PlacedText> row = copied(reader.row());
    if (row.size() == table.header.size()) {
      table.rows.push_back(std::move(row));
    } else {
      findings.push_back(table.fault(row.front(), "a row of another length than the header",
                                     std::to_string(table.header.size()) + " cells"));
    }
  }
}

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
  const std::vector<std::string_view> known(header.begin(), header.end());
  throw UnknownName(file + ": " + unknown_name("column", name, known));
}

Finding CsvTable::fault(const PlacedText& cell, std::string what, std::string remedy) const {
  return {Severity::error,  file, cell.place.line, cell.place.column, std::move(what),
          std::move(remedy)};
}

void refuse(const std::string& file, std::vector<Finding> findings) {
  if (findings.empty()) return;
  const std::string message =
      findings.size() == 1 ? to_string(findings.front()) : file + " cannot be used as it is";
  throw LoadError(message, std::move(findings));
}

CsvTable read_csv_table(std::string bytes, const std::string& file) {
  CsvTable table;
  table.file = file;
  std::vector<Finding> findings;
  const CleanText text = clean_text(std::move(bytes));
  for (const TextFault& fault : text.faults) {
    findings.push_back(table.fault({{}, fault.place}, fault.what, fault.remedy));
  }
  if (text.readable) read_rows(table, text.bytes, findings);
  refuse(file, std::move(findings));
  return table;
}

CsvTable load_csv_table(const std::filesystem::path& path) {
  return read_csv_table(read_bytes(path), path.generic_string());
}

}  // namespace summitry::resolver
