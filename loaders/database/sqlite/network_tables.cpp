#include "loaders/database/sqlite/network_tables.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "engine/items.hpp"
#include "loaders/database/rows.hpp"
#include "loaders/database/sqlite/rows.hpp"

namespace summitry::database {
namespace {

std::string in_sql(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

class TablesLoad {
 public:
  TablesLoad(NetworkBuilder& builder, const SqliteFile& database, const std::string& file)
      : builder_(builder), database_(database), file_(file), rows_(builder, Lacking::is_reported) {}

  void read(const LoadOptions& options);

 private:
  using Ask = std::unique_ptr<SqliteRows>;
  using AddRow = std::function<void(const std::vector<Cell>&)>;

  // All columns of a table; nothing where there is no such table.
  [[nodiscard]] Ask ask(const std::string& table);
  // These columns of a table, row by row. A table that lacks one is reported.
  void each(const std::string& table, const std::vector<std::string>& columns, const char* order,
            const AddRow& add);
  void read_about(const LoadOptions& options);
  void read_attributes();
  void read_relation_types();
  void read_series();
  [[nodiscard]] bool read_entities();
  void read_relations();
  void name_attributes(SqliteRows& rows, const std::string& table);

  NetworkBuilder& builder_;
  const SqliteFile& database_;
  const std::string& file_;
  NetworkRows rows_;
  // By table and column.
  std::map<std::pair<std::string, std::string>, ColumnInfo> attributes_;
};

std::size_t most_content(const SqliteFile& database) {
  constexpr std::size_t kAlways = 1'000'000;
  return kAlways + 8 * database.size();
}

TablesLoad::Ask TablesLoad::ask(const std::string& table) {
  builder_.reading(file_ + " (" + table + ")");
  std::string columns;
  for (const std::string& column : database_.columns_of(builder_, table)) {
    columns.append(columns.empty() ? "" : ", ").append(in_sql(column));
  }
  if (columns.empty()) return nullptr;
  return SqliteRows::of(builder_, database_, "SELECT " + columns + " FROM " + in_sql(table),
                        most_content(database_));
}

void TablesLoad::each(const std::string& table, const std::vector<std::string>& columns,
                      const char* order, const AddRow& add) {
  builder_.reading(file_ + " (" + table + ")");
  const std::vector<std::string> there = database_.columns_of(builder_, table);
  if (there.empty()) return;
  std::string listed;
  for (const std::string& column : columns) {
    if (std::find(there.begin(), there.end(), column) == there.end()) {
      builder_.error({}, "no column \"" + column + "\"", "add it, or drop the table");
      return;
    }
    listed.append(listed.empty() ? "" : ", ").append(in_sql(column));
  }
  const Ask rows =
      SqliteRows::of(builder_, database_, "SELECT " + listed + " FROM " + in_sql(table) + order,
                     most_content(database_));
  while (rows && rows->next()) {
    std::vector<Cell> cells;
    cells.reserve(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) cells.push_back(rows->cell(c));
    add(cells);
  }
}

void TablesLoad::read_about(const LoadOptions& options) {
  Dataset dataset;
  const std::map<std::string_view, std::string*> fields = {{"dataset", &dataset.name},
                                                           {"title", &dataset.title},
                                                           {"version", &dataset.version},
                                                           {"description", &dataset.description},
                                                           {"citation", &dataset.citation}};
  each("about", {"item", "value"}, "", [&](const std::vector<Cell>& cells) {
    const std::string_view item = cells[0].text;
    const auto field = fields.find(item);
    if (field != fields.end()) *field->second = cells[1].text;
    if (item == "directed") dataset.directed = cells[1].text == "yes";
    if (item == "licence") dataset.licences.emplace_back(cells[1].text);
  });
  if (options.direction) dataset.directed = *options.direction == Direction::directed;
  builder_.describe(std::move(dataset));
}

void TablesLoad::read_attributes() {
  each("attributes", {"table_name", "column_name", "name", "type", "title", "description"}, "",
       [this](const std::vector<Cell>& cells) {
         const auto type = parse_column_type(cells[3].text);
         if (!type) {
           builder_.error(cells[3], "no type of columns: \"" + std::string(cells[3].text) + '"',
                          "write text, integer, number, boolean, date or list");
           return;
         }
         attributes_[{std::string(cells[0].text), std::string(cells[1].text)}] = {
             std::string(cells[2].text), *type, std::string(cells[4].text),
             std::string(cells[5].text)};
       });
}

void TablesLoad::name_attributes(SqliteRows& rows, const std::string& table) {
  for (SourceColumn& column : rows.columns()) {
    const auto known = attributes_.find({table, column.name});
    if (known != attributes_.end()) {
      column = {known->second, Use::as_attribute};
    } else if (table == "relations" && column.name == "relation") {
      column.use = Use::none;  // it only numbers the rows
    }
  }
}

void TablesLoad::read_relation_types() {
  each("relation_types",
       {"type", "title", "description", "source_kinds", "target_kinds", "during_summit"}, "",
       [this](const std::vector<Cell>& cells) {
         builder_.add_rule({std::string(cells[0].text), std::string(cells[1].text),
                            std::string(cells[2].text), kept_items(cells[3].text),
                            kept_items(cells[4].text), cells[5].text == "1"});
       });
}

bool TablesLoad::read_entities() {
  const Ask rows = ask("entities");
  if (!rows) return false;
  name_attributes(*rows, "entities");
  return rows_.add_entities(*rows);
}

void TablesLoad::read_relations() {
  const Ask rows = ask("relations");
  if (!rows) return;
  name_attributes(*rows, "relations");
  rows_.add_relations(*rows);
}

// An edition a row, in order.
void TablesLoad::read_series() {
  struct Held {
    std::string name;
    std::vector<std::pair<std::string, Cell>> editions;
    std::vector<std::string> participation;
    Cell place;
  };
  std::map<std::string, Held> all;
  each("series", {"series", "name", "edition", "participation"}, " ORDER BY \"position\"",
       [&all](const std::vector<Cell>& cells) {
         Held& one = all[std::string(cells[0].text)];
         one.name = cells[1].text;
         one.editions.emplace_back(cells[2].text, cells[2]);
         one.participation = kept_items(cells[3].text);
         one.place = cells[0];
       });
  for (const auto& [id, one] : all) {
    SeriesRow row;
    row.id = Cell(id, one.place.line, one.place.column);
    row.name = one.name;
    for (const auto& [edition, place] : one.editions) {
      row.editions.emplace_back(edition, place.line, place.column);
    }
    for (const std::string& type : one.participation) row.participation.emplace_back(type);
    builder_.add_series(row);
  }
}

void TablesLoad::read(const LoadOptions& options) {
  read_about(options);
  read_attributes();
  read_relation_types();
  if (const Ask sources = ask("sources")) rows_.add_sources(*sources);
  if (!read_entities()) return;  // without them every reference would be an error of its own
  read_relations();
  if (const Ask claims = ask("claims")) rows_.add_claims(*claims);
  read_series();
  each("containers", {"entity", "type"}, "",
       [this](const std::vector<Cell>& cells) { builder_.add_container(cells[0], cells[1]); });
}

}  // namespace

bool has_network_tables(NetworkBuilder& builder, const SqliteFile& database) {
  const auto has = [&](const char* table, std::initializer_list<const char*> wanted) {
    const std::vector<std::string> there = database.columns_of(builder, table);
    return std::all_of(wanted.begin(), wanted.end(), [&there](const char* column) {
      return std::find(there.begin(), there.end(), column) != there.end();
    });
  };
  return has("entities", {"id", "kind", "name"}) && has("relations", {"source", "type", "target"});
}

void read_network_tables(NetworkBuilder& builder, const SqliteFile& database,
                         const std::string& file, const LoadOptions& options) {
  TablesLoad(builder, database, file).read(options);
}

}  // namespace summitry::database
