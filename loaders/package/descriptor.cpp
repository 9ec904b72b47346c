// Package descriptors. See descriptor.hpp.
#include "loaders/package/descriptor.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/lower.hpp"
#include "engine/names.hpp"

namespace summitry::package {
namespace {

constexpr std::array<std::string_view, 5> kResources{"entities", "relations", "sources", "claims",
                                                     "series"};
constexpr std::array<std::string_view, 4> kProperties{"directed", "series", "containers",
                                                      "relationTypes"};

std::string first_text(const JsonFields& fields, std::string_view key, std::string_view other) {
  const Cell first = fields.text(key);
  return std::string(first.text.empty() ? fields.text(other).text : first.text);
}

void read_licences(NetworkBuilder& builder, const JsonFields& package, Dataset& dataset) {
  for (const JsonValue& value : package.array("licenses")) {
    if (!demand_object(builder, value, "a licence")) continue;
    std::string name = first_text(JsonFields(builder, value, "a licence"), "name", "title");
    if (!name.empty()) dataset.licences.push_back(std::move(name));
  }
}

// Version 1 of the standard has a role, version 2 roles.
void read_contributors(NetworkBuilder& builder, const JsonFields& package, Dataset& dataset) {
  for (const JsonValue& value : package.array("contributors")) {
    if (!demand_object(builder, value, "a contributor")) continue;
    const JsonFields fields(builder, value, "a contributor");
    std::string role(fields.text("role").text);
    for (const Cell& cell : fields.texts("roles")) {
      role += (role.empty() ? "" : ", ") + std::string(cell.text);
    }
    dataset.contributors.push_back({std::string(fields.text("title").text), role});
  }
}

Dataset read_dataset(NetworkBuilder& builder, const JsonFields& package) {
  Dataset dataset;
  dataset.name = package.text("name").text;
  dataset.title = package.text("title").text;
  dataset.version = package.text("version").text;
  dataset.description = package.text("description").text;
  dataset.citation = package.text("citation").text;
  read_licences(builder, package, dataset);
  read_contributors(builder, package, dataset);
  return dataset;
}

// A path of the standard stays within its package; an address is never fetched.
bool check_path(NetworkBuilder& builder, const Cell& path) {
  const std::filesystem::path given(path.text);
  if (path.text.find("://") != std::string_view::npos) {
    builder.error(path, "the path " + in_quotes(path.text) + " is an address, and none is fetched",
                  "download the file into the package and name it");
    return false;
  }
  const bool climbs = std::find(given.begin(), given.end(), "..") != given.end();
  if (given.is_absolute() || climbs || path.text.find('\\') != std::string_view::npos ||
      path.text.find('\0') != std::string_view::npos) {
    builder.error(path, "the path " + in_quotes(path.text) + " leads out of the package",
                  "name a file below the folder of datapackage.json, with / between folders");
    return false;
  }
  return true;
}

void read_path(NetworkBuilder& builder, const JsonFields& fields, Resource& resource) {
  const JsonValue* value = fields.value().find("path");
  Cell path = at(fields.value());
  if (value == nullptr) {
    builder.error(path, "the resource " + in_quotes(resource.name) + " has no path",
                  "name its file; data in place are not read");
    return;
  }
  if (value->is(JsonValue::Kind::array)) {
    const std::vector<Cell> parts = fields.texts("path");
    if (parts.size() != 1) {
      builder.error(at(*value),
                    "the resource " + in_quotes(resource.name) + " has " +
                        std::to_string(parts.size()) + " files",
                    "join them into one");
      return;
    }
    path = parts[0];
  } else {
    path = fields.text("path");
  }
  resource.place = path;
  if (!path.text.empty() && check_path(builder, path)) resource.path = path.text;
}

// The parts of a CSV dialect that change how cells are found; others are errors, not guesses.
void read_dialect(NetworkBuilder& builder, const JsonFields& fields, Resource& resource) {
  const JsonValue* value = fields.object("dialect");
  if (value == nullptr) return;
  const JsonFields dialect(builder, *value, "a dialect");
  if (const Cell delimiter = dialect.text("delimiter"); !delimiter.text.empty()) {
    if (delimiter.text.size() == 1 && delimiter.text != "\"" && delimiter.text != "\n") {
      resource.delimiter = delimiter.text[0];
    } else {
      builder.error(delimiter, "the delimiter " + in_quotes(delimiter.text),
                    "write one ASCII character, such as , ; or \\t");
    }
  }
  resource.comments = dialect.text("commentChar").text;
  const Cell quote = dialect.text("quoteChar");
  if (!quote.text.empty() && quote.text != "\"") {
    builder.error(quote, "the quote character " + in_quotes(quote.text), "write cells with \"");
  }
  const Cell escape = dialect.text("escapeChar");
  if (!escape.text.empty()) {
    builder.error(escape, "the escape character " + in_quotes(escape.text),
                  "double the quotes within a cell instead");
  }
  const JsonValue* header = value->find("header");
  if (header != nullptr && header->text == "false") {
    builder.error(at(*header), "a table without a header", "name the columns in the first row");
  }
}

void check_encoding(NetworkBuilder& builder, const JsonFields& fields) {
  const Cell encoding = fields.text("encoding");
  const std::string name = lower(encoding.text);
  if (name.empty() || name == "utf-8" || name == "utf8") return;
  builder.error(encoding, "the encoding " + in_quotes(encoding.text), "save the file as UTF-8");
}

void read_resource(NetworkBuilder& builder, const JsonValue& value, Descriptor& descriptor) {
  if (!demand_object(builder, value, "a resource")) return;
  const JsonFields fields(builder, value, "a resource");
  const Cell name = fields.text("name");
  if (std::find(kResources.begin(), kResources.end(), name.text) == kResources.end()) {
    const auto guess = nearest(name.text, kResources);
    builder.warning(name, "the resource " + in_quotes(name.text) + " is not read",
                    guess ? "did you mean " + in_quotes(*guess) + "?"
                          : "those that are: entities, relations, sources, claims, series");
    return;
  }
  if (descriptor.find(name.text) != nullptr) {
    builder.error(name, "the resource " + in_quotes(name.text) + " stands twice",
                  "keep one of them");
    return;
  }
  Resource resource;
  resource.name = name.text;
  resource.place = at(value);
  read_path(builder, fields, resource);
  read_dialect(builder, fields, resource);
  check_encoding(builder, fields);
  if (const JsonValue* schema = value.find("schema")) {
    resource.schema = read_schema(builder, *schema);
  }
  descriptor.resources.push_back(std::move(resource));
}

// The series of the property: an array in place, or the path of its file unless a resource names it.
void read_series(NetworkBuilder& builder, const JsonFields& property, Descriptor& descriptor) {
  const JsonValue* series = property.value().find("series");
  if (series == nullptr) return;
  if (series->is(JsonValue::Kind::array)) {
    descriptor.series = series;
    return;
  }
  const Cell path = property.text("series");
  if (path.text.empty() || descriptor.find("series") != nullptr) return;
  Resource resource;
  resource.name = "series";
  resource.place = path;
  if (check_path(builder, path)) resource.path = path.text;
  descriptor.resources.push_back(std::move(resource));
}

}  // namespace

const Resource* Descriptor::find(std::string_view name) const {
  const auto found =
      std::find_if(resources.begin(), resources.end(),
                   [name](const Resource& resource) { return resource.name == name; });
  return found == resources.end() ? nullptr : &*found;
}

Descriptor read_descriptor(NetworkBuilder& builder, const JsonValue& root) {
  Descriptor descriptor;
  const JsonFields package(builder, root, "the package");
  descriptor.dataset = read_dataset(builder, package);
  for (const JsonValue& value : package.array("resources")) {
    read_resource(builder, value, descriptor);
  }
  if (const JsonValue* value = package.object("summitry")) {
    const JsonFields property(builder, *value, "\"summitry\"");
    property.warn_of_others(kProperties);
    descriptor.dataset.directed = property.flag("directed");
    if (const JsonValue* types = property.object("relationTypes")) {
      descriptor.types.read(builder, *types);
    }
    read_series(builder, property, descriptor);
    for (const JsonValue& container : property.array("containers")) {
      if (demand_object(builder, container, "a container")) {
        descriptor.containers.push_back(container);
      }
    }
  }
  return descriptor;
}

}  // namespace summitry::package
