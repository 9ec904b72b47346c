// Whole networks from JSON. See network_json.hpp.
#include "loaders/network_json.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>
#include <utility>

#include "engine/names.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/relation_types.hpp"
#include "loaders/row_parts.hpp"
#include "loaders/series.hpp"

namespace summitry {
namespace {

using Kind = JsonValue::Kind;
// Names of attributes to what the builder's declaration returned.
using Attributes = std::unordered_map<std::string_view, std::size_t>;

constexpr std::array<std::string_view, 10> kTopKeys{
    "summitry", "dataset",   "attributes", "relationTypes", "sources",
    "entities", "relations", "claims",     "series",        "containers"};
constexpr std::array<std::string_view, 9> kDatasetKeys{"name",        "title",    "version",
                                                       "description", "licences", "contributors",
                                                       "citation",    "directed", "hash"};
// The parts of a row, and its attributes where it has some.
template <class Row>
constexpr auto keys_of() {
  constexpr std::size_t kCount = kParts<Row>.size();
  std::array<std::string_view, kCount + (kHasAttributes<Row> ? 1 : 0)> keys;
  for (std::size_t i = 0; i < kCount; ++i) keys[i] = kParts<Row>[i].name;
  if constexpr (kHasAttributes<Row>) keys[kCount] = "attributes";
  return keys;
}

constexpr auto kSourceKeys = keys_of<SourceRow>();
constexpr auto kEntityKeys = keys_of<EntityRow>();
constexpr auto kRelationKeys = keys_of<RelationRow>();
constexpr auto kClaimKeys = keys_of<ClaimRow>();

// Arrays of texts here, words between bars elsewhere.
constexpr std::array<std::string_view, 2> kLists{"aliases", "sources"};

class NetworkLoad {
 public:
  explicit NetworkLoad(const LoadOptions& options) : options_(options) {}

  Built run(std::string bytes, const std::string& file);

 private:
  void read(const JsonValue& root);
  [[nodiscard]] bool check_format(const JsonFields& top);
  void read_dataset(const JsonFields& top);
  void declare(const JsonFields& top);
  void declare(const JsonFields& types, const char* key, bool of_entities, Attributes& names);
  template <class Row>
  [[nodiscard]] Row row_of(const JsonFields& fields);
  void add_source(const JsonFields& fields);
  void add_entity(const JsonFields& fields);
  void add_relation(const JsonFields& fields);
  void add_claim(const JsonFields& fields);
  [[nodiscard]] Cell joined(const JsonValue& list);
  [[nodiscard]] Cell list(const JsonFields& fields, std::string_view key);
  [[nodiscard]] std::vector<AttributeCell> values(const JsonFields& fields,
                                                  const Attributes& names);

  template <std::size_t n, class Add>
  void rows(const JsonFields& top, const char* key, const char* what,
            const std::array<std::string_view, n>& keys, Add add) {
    for (const JsonValue& value : top.array(key)) {
      if (!demand_object(builder_, value, what)) continue;
      const JsonFields fields(builder_, value, what);
      fields.warn_of_others(keys);
      texts_.clear();
      (this->*add)(fields);
    }
  }

  const LoadOptions& options_;
  NetworkBuilder builder_;
  RelationTypes types_;
  Attributes of_entities_;
  Attributes of_relations_;
  std::deque<std::string> texts_;  // lists of the row in hand; a deque: cells point into it
};

Built NetworkLoad::run(std::string bytes, const std::string& file) {
  builder_.reading(file);
  const JsonDocument document = parse_json(std::move(bytes));
  report(builder_, document.faults);
  if (document.root && demand_object(builder_, *document.root, "the file")) read(*document.root);
  return std::move(builder_).build();
}

void NetworkLoad::read(const JsonValue& root) {
  const JsonFields top(builder_, root, "the file");
  if (!check_format(top)) return;
  top.warn_of_others(kTopKeys);
  read_dataset(top);
  if (const JsonValue* types = top.object("relationTypes")) types_.read(builder_, *types);
  declare(top);
  rows(top, "sources", "a source", kSourceKeys, &NetworkLoad::add_source);
  rows(top, "entities", "an entity", kEntityKeys, &NetworkLoad::add_entity);
  rows(top, "relations", "a relation", kRelationKeys, &NetworkLoad::add_relation);
  rows(top, "claims", "a claim", kClaimKeys, &NetworkLoad::add_claim);
  add_series(builder_, top.array("series"));
  add_containers(builder_, top.array("containers"));
}

bool NetworkLoad::check_format(const JsonFields& top) {
  const JsonValue* mark = top.object("summitry");
  if (mark == nullptr) {
    builder_.error(at(top.value()), "no \"summitry\", so this is another kind of JSON",
                   R"(a network begins with "summitry": {"format": "network", "version": 1})");
    return false;
  }
  const JsonFields fields(builder_, *mark, "\"summitry\"");
  const Cell format = fields.text("format");
  const Cell version = fields.text("version");
  if (format.text != "network") {
    builder_.error(format, "the format is " + in_quotes(format.text), "\"network\" is read");
    return false;
  }
  if (version.text != "1") {
    builder_.error(version, "the version is " + in_quotes(version.text),
                   "version 1 is read: use a newer program, or write the file anew");
    return false;
  }
  return true;
}

void NetworkLoad::read_dataset(const JsonFields& top) {
  Dataset dataset;
  if (const JsonValue* value = top.object("dataset")) {
    const JsonFields fields(builder_, *value, "\"dataset\"");
    fields.warn_of_others(kDatasetKeys);
    dataset.name = fields.text("name").text;
    dataset.title = fields.text("title").text;
    dataset.version = fields.text("version").text;
    dataset.description = fields.text("description").text;
    dataset.citation = fields.text("citation").text;
    dataset.directed = fields.flag("directed");
    for (const Cell& licence : fields.texts("licences"))
      dataset.licences.emplace_back(licence.text);
    for (const JsonValue& item : fields.array("contributors")) {
      if (!demand_object(builder_, item, "a contributor")) continue;
      const JsonFields contributor(builder_, item, "a contributor");
      dataset.contributors.push_back({std::string(contributor.text("title").text),
                                      std::string(contributor.text("role").text)});
    }
  }
  if (options_.direction) dataset.directed = *options_.direction == Direction::directed;
  builder_.describe(std::move(dataset));
}

void NetworkLoad::declare(const JsonFields& top) {
  const JsonValue* value = top.object("attributes");
  if (value == nullptr) return;
  const JsonFields types(builder_, *value, "\"attributes\"");
  declare(types, "entities", true, of_entities_);
  declare(types, "relations", false, of_relations_);
}

void NetworkLoad::declare(const JsonFields& types, const char* key, bool of_entities,
                          Attributes& names) {
  for (const JsonValue& value : types.array(key)) {
    if (!demand_object(builder_, value, "an attribute")) continue;
    const JsonFields fields(builder_, value, "an attribute");
    const Cell name = fields.text("name");
    const Cell type = fields.text("type");
    const auto parsed = parse_column_type(type.text);
    if (!parsed) {
      builder_.error(type, "unknown attribute type " + in_quotes(type.text),
                     "write text, integer, number, boolean, date or list");
    }
    if (name.text.empty() || names.contains(name.text)) {
      builder_.error(
          name,
          "an attribute " + (name.text.empty() ? std::string("without a name")
                                               : in_quotes(name.text) + " that stands twice"),
          "give every attribute a name of its own");
      continue;
    }
    ColumnInfo info{std::string(name.text), parsed.value_or(ColumnType::text),
                    std::string(fields.text("title").text),
                    std::string(fields.text("description").text)};
    names.emplace(name.text, of_entities ? builder_.declare_entity_attribute(std::move(info))
                                         : builder_.declare_relation_attribute(std::move(info)));
  }
}

template <class Row>
Row NetworkLoad::row_of(const JsonFields& fields) {
  Row row;
  for (const RowPart<Row>& part : kParts<Row>) {
    const bool is_list = std::find(kLists.begin(), kLists.end(), part.name) != kLists.end();
    row.*part.cell = is_list ? list(fields, part.name) : fields.text(part.name);
  }
  return row;
}

void NetworkLoad::add_source(const JsonFields& fields) {
  builder_.add_source(row_of<SourceRow>(fields));
}

void NetworkLoad::add_entity(const JsonFields& fields) {
  auto row = row_of<EntityRow>(fields);
  row.attributes = values(fields, of_entities_);
  builder_.add_entity(row);
}

void NetworkLoad::add_relation(const JsonFields& fields) {
  auto row = row_of<RelationRow>(fields);
  row.attributes = values(fields, of_relations_);
  types_.check(builder_, row.type);
  builder_.add_relation(row);
}

void NetworkLoad::add_claim(const JsonFields& fields) {
  builder_.add_claim(row_of<ClaimRow>(fields));
}

// The items of an array as the builder reads lists.
Cell NetworkLoad::joined(const JsonValue& array) {
  std::string& text = texts_.emplace_back();
  for (const JsonValue& item : array.items) {
    if (!item.is(Kind::string) && !item.is(Kind::number)) {
      builder_.error(at(item), "an item of a list is " + std::string(to_string(item.kind)),
                     "write a string");
    } else if (item.text.find('|') != std::string::npos) {
      builder_.error(at(item), "a vertical bar within the list item " + in_quotes(item.text),
                     "lists are kept with bars between their items: use another character");
    }
    text += (&item == array.items.data() ? "" : "|") + item.text;
  }
  return {text, array.place.line, array.place.column};
}

Cell NetworkLoad::list(const JsonFields& fields, std::string_view key) {
  const JsonValue* value = fields.value().find(key);
  if (value != nullptr && value->is(Kind::array)) return joined(*value);
  return fields.text(key);
}

std::vector<AttributeCell> NetworkLoad::values(const JsonFields& fields, const Attributes& names) {
  std::vector<AttributeCell> cells;
  const JsonValue* attributes = fields.object("attributes");
  if (attributes == nullptr) return cells;
  for (std::size_t i = 0; i < attributes->keys.size(); ++i) {
    const JsonValue& value = attributes->items[i];
    const auto found = names.find(attributes->keys[i]);
    if (found == names.end()) {
      std::vector<std::string_view> known;
      for (const auto& [name, unused] : names) known.push_back(name);
      const auto guess = nearest(attributes->keys[i], known);
      builder_.error(at(value), "unknown attribute " + in_quotes(attributes->keys[i]),
                     guess ? "did you mean " + in_quotes(*guess) + "?"
                           : "declare it under \"attributes\" with its type");
      continue;
    }
    if (value.is(Kind::object)) {
      builder_.error(at(value), "an attribute is an object", "write a string, number or list");
      continue;
    }
    const Cell text = value.is(Kind::array)
                          ? joined(value)
                          : Cell(value.text, value.place.line, value.place.column);
    if (!value.is(Kind::null)) cells.push_back({found->second, text});
  }
  return cells;
}

}  // namespace

Built read_network_json(std::string bytes, const std::string& file, const LoadOptions& options) {
  return NetworkLoad(options).run(std::move(bytes), file);
}

Built load_network_json(const std::filesystem::path& path, const LoadOptions& options) {
  return read_network_json(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
