#include "exporters/data_package.hpp"

#include <algorithm>

#include "exporters/json_writer.hpp"
#include "exporters/package_table.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_reference(JsonWriter& json, const PackageColumn& column) {
  json.begin_object(Layout::line);
  json.field("fields", column.name);
  json.key("reference");
  json.begin_object();
  json.field("resource", column.refers_to);
  json.field("fields", "id");
  json.end();
  json.end();
}

void write_field(JsonWriter& json, const PackageColumn& column) {
  json.begin_object(Layout::line);
  json.field("name", column.name);
  json.field("type", column.type);
  if (column.type == "date") json.field("format", "any");  // a year alone is a date, too
  if (column.type == "list") json.field("delimiter", "|");
  json.field_if("title", column.title);
  json.field_if("description", column.description);
  if (column.required || !column.words.empty()) {
    json.key("constraints");
    json.begin_object();
    if (column.required) json.field("required", true);
    if (!column.words.empty()) json.list("enum", column.words);
    json.end();
  }
  json.end();
}

void write_schema(JsonWriter& json, const PackageTable& table) {
  json.key("schema");
  json.begin_object();
  json.key("fields");
  json.begin_array();
  for (const PackageColumn& column : table.columns) write_field(json, column);
  json.end();
  json.list("missingValues", std::vector<std::string>{""});
  json.field_if("primaryKey", table.key);
  const auto refers = [](const PackageColumn& column) { return !column.refers_to.empty(); };
  if (std::any_of(table.columns.begin(), table.columns.end(), refers)) {
    json.key("foreignKeys");
    json.begin_array();
    for (const PackageColumn& column : table.columns) {
      if (refers(column)) write_reference(json, column);
    }
    json.end();
  }
  json.end();
}

void write_resource(JsonWriter& json, const PackageTable& table) {
  json.begin_object();
  json.field("name", table.name);
  json.field("title", table.title);
  json.field("path", table.name + ".csv");
  json.field("profile", "tabular-data-resource");
  json.field("format", "csv");
  json.field("mediatype", "text/csv");
  json.field("encoding", "utf-8");
  json.key("dialect");
  json.begin_object(Layout::line);
  json.field("delimiter", ",");
  json.field("lineTerminator", "\n");
  json.field("quoteChar", "\"");
  json.field("doubleQuote", true);
  json.field("header", true);
  json.end();
  write_schema(json, table);
  json.end();
}

// A licence is a machine name where it can be one, else a title.
void write_licence(JsonWriter& json, const std::string& licence) {
  const auto in_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
  };
  const bool is_name = std::all_of(licence.begin(), licence.end(), in_name);
  json.begin_object(Layout::line);
  json.field(is_name ? "name" : "title", licence);
  json.end();
}

void write_description(JsonWriter& json, const Dataset& dataset) {
  json.field("profile", "data-package");
  json.field_if("name", dataset.name);
  json.field_if("title", dataset.title);
  json.field_if("version", dataset.version);
  json.field_if("description", dataset.description);
  if (!dataset.licences.empty()) {
    json.key("licenses");
    json.begin_array();
    for (const std::string& licence : dataset.licences) write_licence(json, licence);
    json.end();
  }
  if (!dataset.contributors.empty()) {
    json.key("contributors");
    json.begin_array();
    for (const Contributor& contributor : dataset.contributors) {
      json.begin_object(Layout::line);
      json.field("title", contributor.title);
      json.field_if("role", contributor.role);
      json.end();
    }
    json.end();
  }
  json.field_if("citation", dataset.citation);
}

void write_rule(JsonWriter& json, const RelationRule& rule) {
  json.key(rule.type);
  json.begin_object();
  json.field_if("title", rule.title);
  json.field_if("description", rule.description);
  if (!rule.sources.empty()) json.list("source", rule.sources);
  if (!rule.targets.empty()) json.list("target", rule.targets);
  if (rule.during_summit) json.field("duringSummit", true);
  json.end();
}

void write_summitry(JsonWriter& json, const Network& network) {
  json.key("summitry");
  json.begin_object();
  json.field("directed", network.dataset().directed);
  if (!network.series().empty()) json.field("series", "series.json");
  json.key("containers");
  json.begin_array();
  for (const Container& container : network.containers()) {
    json.begin_object(Layout::line);
    json.field("entity", network.entity(container.entity).id);
    json.field("type", container.type);
    json.end();
  }
  json.end();
  json.key("relationTypes");
  json.begin_object();
  for (const RelationRule& rule : network.rules()) write_rule(json, rule);
  json.end();
  json.end();
}

std::string write_series(const Network& network) {
  JsonWriter json;
  json.begin_array();
  for (const Series& series : network.series()) {
    json.begin_object();
    json.field("id", series.id);
    json.field("name", series.name);
    json.key("editions");
    json.begin_array();
    for (const EntityIndex edition : series.editions) json.value(network.entity(edition).id);
    json.end();
    json.list("participation", series.participation);
    json.end();
  }
  json.end();
  return json.take();
}

std::string write_descriptor(const Network& network, const std::vector<PackageTable>& tables) {
  JsonWriter json;
  json.begin_object();
  write_description(json, network.dataset());
  json.key("resources");
  json.begin_array();
  for (const PackageTable& table : tables) write_resource(json, table);
  if (!network.series().empty()) {
    json.begin_object();
    json.field("name", "series");
    json.field("title", "Series of summits");
    json.field("path", "series.json");
    json.field("format", "json");
    json.field("mediatype", "application/json");
    json.field("encoding", "utf-8");
    json.end();
  }
  json.end();
  write_summitry(json, network);
  json.end();
  return json.take();
}

}  // namespace

std::vector<PackageFile> to_data_package(const Network& network) {
  std::vector<PackageTable> tables = {entities_table(network), relations_table(network)};
  if (!network.sources().empty()) tables.push_back(sources_table(network));
  if (!network.claims().empty()) tables.push_back(claims_table(network));
  std::vector<PackageFile> files = {{"datapackage.json", write_descriptor(network, tables)}};
  for (const PackageTable& table : tables) files.push_back({table.name + ".csv", to_csv(table)});
  if (!network.series().empty()) files.push_back({"series.json", write_series(network)});
  return files;
}

}  // namespace summitry
