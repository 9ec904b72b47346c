// Whole networks from sheets. See whole.hpp.
#include "loaders/spreadsheet/whole.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/items.hpp"
#include "engine/lower.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/tables/fields.hpp"

namespace summitry::spreadsheet {
namespace {

using tables::Special;
using tables::Table;

constexpr std::array<std::string_view, 10> kSheets{
    "about",  "entities", "relations",  "citations",      "sources",
    "claims", "series",   "containers", "relation_types", "attributes"};
constexpr std::string_view kNumber = "relation";  // a column that numbers the rows of relations
constexpr std::string_view kRenamed = "data-";    // before a name that another has but for its case

bool has_all(const Table& table, std::initializer_list<std::string_view> names) {
  return std::all_of(names.begin(), names.end(),
                     [&table](std::string_view name) { return table.column(name).has_value(); });
}

// The cells of a table by the names of its columns.
class ByName {
 public:
  explicit ByName(const Table& table) : table_(table) {
    for (std::size_t i = 0; i < table.columns(); ++i) {
      columns_.emplace(lower(table.names()[i].text), i);
    }
  }
  [[nodiscard]] Cell operator()(std::size_t row, std::string_view name) const {
    const auto found = columns_.find(std::string(name));
    return found == columns_.end() ? table_.start(row) : table_.at(row, found->second);
  }

 private:
  const Table& table_;
  std::unordered_map<std::string, std::size_t> columns_;  // the first, but for capitals
};

// What columns tell; all that attributes can tell too is left to them.
template <class Row>
Row row_of(const ByName& cell, std::size_t number) {
  Row row;
  for (const RowPart<Row>& part : kParts<Row>) {
    const bool is_read_here = !kHasAttributes<Row> || part.told == Told::by_tables;
    if (is_read_here) row.*part.cell = cell(number, part.name);
  }
  return row;
}

// Columns that are no attributes, and names that our exporter changed, since two columns of a sheet may
// not differ in case alone.
template <class Row>
std::vector<Special> special_of(const Table& table, std::deque<std::string>& kept) {
  std::vector<Special> all;
  if (std::is_same_v<Row, RelationRow>) all.push_back({kNumber, ""});
  for (const RowPart<Row>& part : kParts<Row>) {
    if (part.told == Told::by_tables) all.push_back({part.name, ""});
  }
  for (const Cell& name : table.names()) {
    if (!name.text.starts_with(kRenamed)) continue;
    const std::string_view own = name.text.substr(kRenamed.size());
    if (!table.column(lower(own))) continue;
    all.push_back({kept.emplace_back(lower(name.text)), own});
  }
  return all;
}

// Our exporter's columns are in small letters, and names of attributes in whichever they are; a table
// made by hand may have them in any.
bool is_as_written(const Table& table, std::string_view column) {
  return std::any_of(table.names().begin(), table.names().end(),
                     [column](const Cell& name) { return name.text == column; });
}

class WholeLoad {
 public:
  WholeLoad(NetworkBuilder& builder, Table& entities, Table& relations, const SheetNamed& sheet,
            const LoadOptions& options)
      : builder_(builder),
        remarks_(builder),
        entities_(entities),
        relations_(relations),
        sheet_(sheet),
        options_(options) {}

  void run() {
    builder_.allow_repeats();
    add_about();
    each("relation_types", &WholeLoad::add_rule);
    each("attributes", &WholeLoad::add_type);
    each("sources", &WholeLoad::add_source);
    add_entities();
    add_relations();
    each("claims", &WholeLoad::add_claim);
    add_series();
    each("containers", &WholeLoad::add_container);
  }

 private:
  void each(std::string_view name, void (WholeLoad::*add)(const ByName&, std::size_t)) {
    const std::optional<Table> table = sheet_(name);
    if (!table) return;
    tables::check_names(builder_, *table);
    const ByName cell(*table);
    for (std::size_t row = 1; row < table->rows(); ++row) (this->*add)(cell, row);
  }

  void add_about() {
    Dataset dataset;
    if (const std::optional<Table> about = sheet_("about")) {
      const ByName cell(*about);
      for (std::size_t row = 1; row < about->rows(); ++row) {
        describe(dataset, cell(row, "item").text, cell(row, "value").text);
      }
    }
    if (options_.direction) dataset.directed = *options_.direction == Direction::directed;
    builder_.describe(std::move(dataset));
  }

  static void describe(Dataset& dataset, std::string_view item, std::string_view value) {
    if (item == "directed") {
      dataset.directed = value == "yes" || value == "true";
    } else if (item == "description") {
      dataset.description = value;
    } else if (item == "licence") {
      dataset.licences.emplace_back(value);
    } else {
      static_cast<void>(describe_by(dataset, item, value));
    }
  }

  void add_rule(const ByName& cell, std::size_t row) {
    RelationRule rule;
    rule.type = cell(row, "type").text;
    rule.title = cell(row, "title").text;
    rule.description = cell(row, "description").text;
    rule.sources = kept_items(cell(row, "source_kinds").text);
    rule.targets = kept_items(cell(row, "target_kinds").text);
    const std::string_view during = cell(row, "during_summit").text;
    rule.during_summit = during == "1" || during == "true";
    builder_.add_rule(std::move(rule));
  }

  void add_type(const ByName& cell, std::size_t row) {
    const auto type = parse_column_type(cell(row, "type").text);
    const bool is_of_entities = cell(row, "table_name").text == "entities";
    if (!type) return;  // as in a sheet of somebody else: the cells tell
    auto& types = is_of_entities ? types_of_entities_ : types_of_relations_;
    types.emplace(cell(row, "column_name").text, *type);
  }

  void add_source(const ByName& cell, std::size_t row) {
    builder_.add_source(row_of<SourceRow>(cell, row));
  }

  void add_entities() {
    const std::vector<Special> special = special_of<EntityRow>(entities_, kept_);
    builder_.reading(entities_.file());
    tables::check_names(builder_, entities_);
    const tables::Times never(builder_, remarks_, entities_, tables::TimesIn::no_column);
    tables::Fields<EntityRow> fields;
    fields.declare(builder_, entities_, never, special, {.ours = is_as_written(entities_, "kind")},
                   types_of_entities_);
    const ByName cell(entities_);
    for (std::size_t row = 1; row < entities_.rows(); ++row) {
      auto entity = row_of<EntityRow>(cell, row);
      fields.fill(builder_, entities_, row, entity, {}, false);
      builder_.add_entity(entity);
    }
  }

  void add_relations() {
    const std::vector<Special> special = special_of<RelationRow>(relations_, kept_);
    builder_.reading(relations_.file());
    tables::check_names(builder_, relations_);
    const tables::Times never(builder_, remarks_, relations_, tables::TimesIn::no_column);
    tables::Fields<RelationRow> fields;
    fields.declare(builder_, relations_, never, special,
                   {.ours = is_as_written(relations_, "type")}, types_of_relations_);
    const ByName cell(relations_);
    for (std::size_t row = 1; row < relations_.rows(); ++row) {
      auto relation = row_of<RelationRow>(cell, row);
      fields.fill(builder_, relations_, row, relation, {}, false);
      builder_.add_relation(relation);
    }
  }

  void add_claim(const ByName& cell, std::size_t row) {
    builder_.add_claim(row_of<ClaimRow>(cell, row));
  }

  // A row an edition: those of a series follow one another.
  void add_series() {
    const std::optional<Table> table = sheet_("series");
    if (!table) return;
    const ByName cell(*table);
    std::optional<SeriesRow> series;
    for (std::size_t row = 1; row < table->rows(); ++row) {
      const Cell id = cell(row, "series");
      if (!series || series->id.text != id.text) {
        if (series) builder_.add_series(*series);
        series = SeriesRow{id, cell(row, "name"), {}, items(cell(row, "participation"))};
      }
      series->editions.push_back(cell(row, "edition"));
    }
    if (series) builder_.add_series(*series);
  }

  void add_container(const ByName& cell, std::size_t row) {
    builder_.add_container(cell(row, "entity"), cell(row, "type"));
  }

  NetworkBuilder& builder_;
  Remarks remarks_;
  Table& entities_;
  Table& relations_;
  const SheetNamed& sheet_;
  const LoadOptions& options_;
  tables::KnownTypes types_of_entities_;
  tables::KnownTypes types_of_relations_;
  std::deque<std::string> kept_;  // a deque: names point into it
};

}  // namespace

bool is_of_whole(std::string_view name) {
  return std::find(kSheets.begin(), kSheets.end(), name) != kSheets.end();
}

bool are_whole(const Table& entities, const Table& relations) {
  return has_all(entities, {"id", "kind", "name"}) &&
         has_all(relations, {"source", "type", "target"});
}

void add_whole(NetworkBuilder& builder, Table& entities, Table& relations, const SheetNamed& sheet,
               const LoadOptions& options) {
  WholeLoad(builder, entities, relations, sheet, options).run();
}

}  // namespace summitry::spreadsheet
