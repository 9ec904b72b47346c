#include "exporters/package_table.hpp"

#include <span>
#include <utility>

#include "engine/number.hpp"
#include "exporters/csv.hpp"

namespace summitry {
namespace {

using CellOf = std::function<std::string(std::size_t)>;

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : "|") + item;
  return out;
}

std::string reference(const Network& network, const Citation& citation) {
  if (citation.source == kNone) return "";
  const std::string& id = network.sources()[citation.source].id;
  return citation.locator.empty() ? id : id + "#" + citation.locator;
}

std::string references(const Network& network, std::span<const Citation> citations) {
  std::vector<std::string> items;
  for (const Citation& citation : citations) items.push_back(reference(network, citation));
  return joined(items);
}

std::string text(const std::optional<Date>& date) {
  return date ? to_string(*date) : "";
}

std::string text(const std::optional<double>& number) {
  return number ? shortest(*number) : "";
}

// Adds columns by their place in the contract.
class Columns {
 public:
  void required(const char* name, const char* description, CellOf cell,
                const char* refers_to = "") {
    columns_.push_back(
        {name, "string", "", description, true, false, {}, refers_to, std::move(cell)});
  }
  void optional(const char* name, const char* type, const char* description, CellOf cell,
                const char* refers_to = "") {
    columns_.push_back({name, type, "", description, false, true, {}, refers_to, std::move(cell)});
  }
  void word(const char* name, const char* description, std::vector<std::string_view> words,
            CellOf cell, bool always = true) {
    columns_.push_back(
        {name, "string", "", description, always, !always, std::move(words), "", std::move(cell)});
  }
  void attributes(std::span<const Column> columns) {
    for (const Column& column : columns) {
      const ColumnInfo& info = column.info();
      const bool plain = info.type == ColumnType::text;
      columns_.push_back({info.name,
                          plain ? "string" : std::string(to_string(info.type)),
                          info.title,
                          info.description,
                          false,
                          false,
                          {},
                          "",
                          [&column](std::size_t row) { return to_string(column.value(row)); }});
    }
  }
  // Without optional columns in which every cell is empty.
  [[nodiscard]] std::vector<PackageColumn> used(std::size_t rows) && {
    std::vector<PackageColumn> kept;
    for (PackageColumn& column : columns_) {
      bool has_value = !column.optional;
      for (std::size_t row = 0; row < rows && !has_value; ++row) {
        has_value = !column.cell(row).empty();
      }
      if (has_value) kept.push_back(std::move(column));
    }
    return kept;
  }

 private:
  std::vector<PackageColumn> columns_;
};

constexpr const char* kDate = "ISO 8601 year, month or day, as precise as it is known.";
constexpr const char* kSources = "Ids of sources with | between, each with an optional #locator.";

}  // namespace

PackageTable entities_table(const Network& network) {
  const std::span<const Entity> all = network.entities();
  Columns columns;
  columns.required("id", "Stable key.", [all](std::size_t row) { return all[row].id; });
  columns.required("kind", "What the entity is.", [all](std::size_t row) { return all[row].kind; });
  columns.required("name", "Name for people.", [all](std::size_t row) { return all[row].name; });
  columns.optional("subtype", "string", "A finer kind.",
                   [all](std::size_t row) { return all[row].subtype; });
  columns.optional("iso3", "string", "ISO 3166-1 alpha-3 code of a country.",
                   [all](std::size_t row) { return all[row].iso3; });
  columns.optional("aliases", "string", "Other names with | between.",
                   [all](std::size_t row) { return joined(all[row].aliases); });
  columns.optional("description", "string", "In a sentence.",
                   [all](std::size_t row) { return all[row].description; });
  columns.optional("from", "date", kDate,
                   [all](std::size_t row) { return text(all[row].active.from); });
  columns.optional("to", "date", kDate,
                   [all](std::size_t row) { return text(all[row].active.to); });
  columns.optional("sources", "string", kSources, [all, &network](std::size_t row) {
    return references(network, all[row].citations);
  });
  columns.attributes(network.entity_columns());
  return {"entities", "Entities", "id", std::move(columns).used(all.size()), all.size()};
}

PackageTable relations_table(const Network& network) {
  const auto at = [&network](std::size_t row) {
    return network.relation(static_cast<RelationIndex>(row));
  };
  const auto id = [&network](EntityIndex entity) {
    return entity == kNone ? std::string() : network.entity(entity).id;
  };
  Columns columns;
  columns.required(
      "source", "Id of the entity that it starts from.",
      [=](std::size_t row) { return id(at(row).source); }, "entities");
  columns.required("type", "What the relation is.",
                   [=](std::size_t row) { return std::string(at(row).type); });
  columns.required(
      "target", "Id of the entity that it goes to.",
      [=](std::size_t row) { return id(at(row).target); }, "entities");
  columns.word("status", "What became of it.", status_names(),
               [=](std::size_t row) { return std::string(to_string(at(row).status)); });
  columns.optional("role", "string", "In which role.",
                   [=](std::size_t row) { return std::string(at(row).role); });
  columns.optional(
      "summit", "string", "Id of the summit that it belongs to.",
      [=](std::size_t row) { return id(at(row).summit); }, "entities");
  columns.optional("from", "date", kDate, [=](std::size_t row) { return text(at(row).when.from); });
  columns.optional("to", "date", kDate, [=](std::size_t row) { return text(at(row).when.to); });
  columns.optional("weight", "number", "Strength of the relation.",
                   [=](std::size_t row) { return text(at(row).weight); });
  columns.optional("amount", "number", "Amount of money in whole units of the currency.",
                   [=](std::size_t row) { return text(at(row).amount); });
  columns.optional("currency", "string", "ISO 4217 code.",
                   [=](std::size_t row) { return std::string(at(row).currency); });
  columns.optional("sources", "string", kSources, [=, &network](std::size_t row) {
    return references(network, at(row).citations);
  });
  // "secondary" is understood; saying it of an unsourced row would ask for its source.
  columns.word(
      "confidence", "How far it can be trusted; secondary when empty.", confidence_names(),
      [=](std::size_t row) {
        const Relation relation = at(row);
        const bool understood =
            relation.confidence == Confidence::secondary && relation.citations.empty();
        return std::string(understood ? "" : to_string(relation.confidence));
      },
      false);
  columns.optional("note", "string", "For people.",
                   [=](std::size_t row) { return std::string(at(row).note); });
  columns.attributes(network.relation_columns());
  const std::size_t rows = network.relation_count();
  return {"relations", "Relations", "", std::move(columns).used(rows), rows};
}

PackageTable sources_table(const Network& network) {
  const std::span<const Source> all = network.sources();
  Columns columns;
  columns.required("id", "Stable key.", [all](std::size_t row) { return all[row].id; });
  columns.required("title", "Title.", [all](std::size_t row) { return all[row].title; });
  columns.optional("publisher", "string", "Who published it.",
                   [all](std::size_t row) { return all[row].publisher; });
  columns.optional("date", "date", kDate, [all](std::size_t row) { return text(all[row].date); });
  columns.optional("url", "string", "Where it is.",
                   [all](std::size_t row) { return all[row].url; });
  columns.optional("licence", "string", "Under which licence.",
                   [all](std::size_t row) { return all[row].licence; });
  return {"sources", "Sources", "id", std::move(columns).used(all.size()), all.size()};
}

PackageTable claims_table(const Network& network) {
  const std::span<const Claim> all = network.claims();
  Columns columns;
  columns.required(
      "entity", "Id of the entity that it is about.",
      [all, &network](std::size_t row) { return network.entity(all[row].entity).id; }, "entities");
  columns.required("attribute", "What is stated.",
                   [all](std::size_t row) { return all[row].attribute; });
  columns.required("value", "As the source states it.",
                   [all](std::size_t row) { return all[row].value; });
  columns.required(
      "source", "Id of the source, with an optional #locator.",
      [all, &network](std::size_t row) { return reference(network, all[row].citation); });
  columns.word("qualifier", "How a number is meant.", qualifier_names(),
               [all](std::size_t row) { return std::string(to_string(all[row].qualifier)); });
  columns.optional("date", "date", kDate, [all](std::size_t row) { return text(all[row].date); });
  columns.optional("note", "string", "For people.",
                   [all](std::size_t row) { return all[row].note; });
  return {"claims", "Claims", "", std::move(columns).used(all.size()), all.size()};
}

std::string to_csv(const PackageTable& table) {
  std::vector<std::string> fields;
  for (const PackageColumn& column : table.columns) fields.push_back(column.name);
  std::string out = csv_line(fields);
  for (std::size_t row = 0; row < table.rows; ++row) {
    fields.clear();
    for (const PackageColumn& column : table.columns) fields.push_back(column.cell(row));
    out += csv_line(fields);
  }
  return out;
}

}  // namespace summitry
