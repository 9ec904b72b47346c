// Workbooks as networks. See xlsx.hpp.
#include "loaders/spreadsheet/xlsx.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lower.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/spreadsheet/whole.hpp"
#include "loaders/spreadsheet/workbook.hpp"
#include "loaders/tables/nodes_and_edges.hpp"
#include "loaders/tables/shape.hpp"
#include "loaders/text.hpp"
#include "loaders/two_mode/list/list.hpp"
#include "loaders/two_mode/matrix.hpp"

namespace summitry {
namespace {

using spreadsheet::Sheet;
using spreadsheet::Workbook;
using tables::Shape;
using tables::Table;

constexpr std::array<std::string_view, 4> kNodes{"nodes", "entities", "vertices", "actors"};
constexpr std::array<std::string_view, 4> kEdges{"edges", "relations", "links", "ties"};
// What our exporter makes from the data: results, and the graph that was selected.
constexpr std::array<std::string_view, 7> kMade{
    "edges", "measures", "methods", "communities", "editions", "transitions", "participation"};
constexpr const char* kRemedy =
    "name the columns Source and Target, Id and Label, or participant and event, or name the "
    "sheets nodes and edges";

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class XlsxLoad {
 public:
  XlsxLoad(NetworkBuilder& builder, std::string_view bytes, std::string file,
           const LoadOptions& options)
      : builder_(builder), file_(file), options_(options), book_(builder, bytes, std::move(file)) {
    options_.format.clear();  // the workbook's is given, that of its sheet is found
  }

  void run() {
    if (book_.sheets().empty()) return;
    const Sheet* entities = named("entities");
    const Sheet* relations = named("relations");
    if (entities != nullptr && relations != nullptr) {
      if (read_whole(*entities, *relations)) return;
    }
    const Sheet* nodes = one_of(kNodes);
    const Sheet* edges = one_of(kEdges);
    if (nodes != nullptr || edges != nullptr) {
      read_named(nodes, edges);
    } else {
      read_only();
    }
  }

 private:
  [[nodiscard]] const Sheet* named(std::string_view name) const {
    for (const Sheet& sheet : book_.sheets()) {
      if (lower(sheet.name) == name) return &sheet;
    }
    return nullptr;
  }

  [[nodiscard]] const Sheet* one_of(std::span<const std::string_view> names) const {
    for (const std::string_view name : names) {
      if (const Sheet* sheet = named(name)) return sheet;
    }
    return nullptr;
  }

  bool read_whole(const Sheet& of_entities, const Sheet& of_relations) {
    std::optional<Table> entities = book_.read(of_entities);
    std::optional<Table> relations = book_.read(of_relations);
    if (!entities || !relations || !spreadsheet::are_whole(*entities, *relations)) return false;
    const auto read = [this](std::string_view name) -> std::optional<Table> {
      const Sheet* sheet = named(name);
      return sheet == nullptr ? std::nullopt : book_.read(*sheet);
    };
    spreadsheet::add_whole(builder_, *entities, *relations, read, options_);
    say_left_out([](std::string_view name) {
      return spreadsheet::is_of_whole(name) || is_one_of(kMade, name);
    });
    return true;
  }

  void read_named(const Sheet* nodes, const Sheet* edges) {
    std::optional<Table> of_nodes = nodes == nullptr ? std::nullopt : book_.read(*nodes);
    std::optional<Table> of_edges = edges == nullptr ? std::nullopt : book_.read(*edges);
    if (!of_nodes && !of_edges) {
      builder_.reading(file_);
      builder_.error({{}, 1, 1}, "no values in the sheets of nodes and edges", kRemedy);
    }
    tables::add_nodes_and_edges(builder_, of_nodes ? &*of_nodes : nullptr,
                                of_edges ? &*of_edges : nullptr, options_);
    say_left_out([nodes, edges](std::string_view name) {
      return (nodes != nullptr && lower(nodes->name) == name) ||
             (edges != nullptr && lower(edges->name) == name);
    });
  }

  // The one sheet that is a table for certain.
  void read_only() {
    std::optional<Table> only;
    std::vector<std::string> known;
    for (const Sheet& sheet : book_.sheets()) {
      std::optional<Table> table = book_.read(sheet);
      if (!table || shape_of(*table) == Shape::unknown) continue;
      known.push_back(lower(sheet.name));
      only = std::move(table);
    }
    builder_.reading(file_);
    // A sheet that cannot be read may have been the one.
    if (known.empty() && count(builder_.findings(), Severity::error) > 0) return;
    if (known.size() != 1) {
      builder_.error({{}, 1, 1},
                     known.empty() ? "no sheet whose columns tell what it is"
                                   : std::to_string(known.size()) + " sheets that could be meant",
                     kRemedy);
      return;
    }
    say_left_out([&known](std::string_view name) { return name == known.front(); });
    add(*only);
  }

  void add(Table& table) {
    builder_.reading(table.file());
    switch (tables::shape_of(table)) {
      case Shape::nodes:
        return tables::add_nodes_and_edges(builder_, &table, nullptr, options_);
      case Shape::edges:
        return tables::add_nodes_and_edges(builder_, nullptr, &table, options_);
      case Shape::two_mode_list:
        return two_mode::add_list(builder_, table, options_);
      case Shape::two_mode_matrix:
        return two_mode::add_matrix(builder_, table, options_);
      case Shape::unknown:
        return;
    }
  }

  template <class IsRead>
  void say_left_out(IsRead is_read) {
    std::string names;
    for (const Sheet& sheet : book_.sheets()) {
      if (is_read(lower(sheet.name))) continue;
      names.append(names.empty() ? "" : ", ").append(in_quotes(sheet.name));
    }
    if (names.empty()) return;
    builder_.reading(file_);
    builder_.warning({{}, 1, 1}, "left out: the sheets " + names,
                     "write a table to a workbook of its own to read it");
  }

  NetworkBuilder& builder_;
  std::string file_;
  LoadOptions options_;
  Workbook book_;
};

}  // namespace

Built read_xlsx(const std::string& bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  XlsxLoad(builder, bytes, file, options).run();
  return std::move(builder).build();
}

Built load_xlsx(const std::filesystem::path& path, const LoadOptions& options) {
  return read_xlsx(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
