#include "loaders/graph_json/attributes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"

namespace summitry::graph_json {
namespace {

using interchange::Facts;
using interchange::ForeignGraph;
using Kind = JsonValue::Kind;

// Of a flattened name. Each value has its own, so long ones would cost more than the file itself.
constexpr std::size_t kLongestName = 200;

// What our exporters say beside the data set: how the file was made.
constexpr std::array<std::string_view, 9> kOfTheFile{"command", "communities", "flavour",
                                                     "hash",    "made-by",     "options",
                                                     "schema",  "selection",   "summitry"};

struct Part {
  std::string_view key;
  std::string Dataset::*field;
};
constexpr std::array<Part, 6> kParts{{{"dataset", &Dataset::name},
                                      {"name", &Dataset::name},
                                      {"title", &Dataset::title},
                                      {"version", &Dataset::version},
                                      {"citation", &Dataset::citation},
                                      {"description", &Dataset::description}}};

bool is_of_the_file(std::string_view key) {
  return key.starts_with("measure-") || key == "directed" ||
         std::find(kOfTheFile.begin(), kOfTheFile.end(), key) != kOfTheFile.end();
}

class Adder {
 public:
  Adder(NetworkBuilder& builder, ForeignGraph& graph, Facts& facts)
      : builder_(builder), graph_(graph), facts_(facts) {}

  void add_object(const JsonValue& object, const std::string& prefix,
                  std::span<const std::string_view> taken) {
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
      const std::string& key = object.keys[i];
      const JsonValue& value = object.items[i];
      if (std::find(taken.begin(), taken.end(), key) != taken.end()) continue;
      if (prefix.size() + key.size() <= kLongestName) {
        add(prefix + key, value);
        continue;
      }
      builder_.error(at(value), "a name of more than 200 letters: " + in_quotes(key),
                     "give the attribute a shorter name");
    }
  }

 private:
  void add(const std::string& name, const JsonValue& value) {
    switch (value.kind) {
      case Kind::null:
        return;
      case Kind::object:
        return add_object(value, name + '.', {});
      case Kind::array:
        return facts_.add(name, ColumnType::list, joined(value));
      case Kind::boolean:
        return facts_.add(name, ColumnType::boolean,
                          Cell(value.text, value.place.line, value.place.column));
      case Kind::number:
        return facts_.add(name, interchange::type_of_number(value.text), value.cell());
      case Kind::string:
        return facts_.add(name, ColumnType::text, value.cell());
    }
  }

  Cell joined(const JsonValue& array) {
    std::string text;
    for (const JsonValue& item : array.items) {
      if (!item.is(Kind::string) && !item.is(Kind::number) && !item.is(Kind::boolean)) {
        builder_.error(at(item), "an item of a list is " + std::string(to_string(item.kind)),
                       "write a string or a number");
      } else if (item.text.find('|') != std::string::npos) {
        builder_.error(at(item), "a vertical bar within the list item " + in_quotes(item.text),
                       "lists are kept with bars between their items: use another character");
      }
      if (&item != array.items.data()) text += '|';
      text += item.text;
    }
    return graph_.keep(std::move(text), at(array));
  }

  NetworkBuilder& builder_;
  ForeignGraph& graph_;
  Facts& facts_;
};

}  // namespace

void add_facts(NetworkBuilder& builder, const JsonValue* fields,
               std::span<const std::string_view> taken, ForeignGraph& graph, Facts& facts) {
  if (fields != nullptr) Adder(builder, graph, facts).add_object(*fields, "", taken);
  facts.end_row();
}

void describe(NetworkBuilder& builder, const JsonValue* about, Dataset& dataset) {
  if (about == nullptr) return;
  for (std::size_t i = 0; i < about->keys.size(); ++i) {
    const std::string& key = about->keys[i];
    const JsonValue& value = about->items[i];
    const auto* const part = std::find_if(kParts.begin(), kParts.end(),
                                          [&key](const Part& known) { return known.key == key; });
    if (key == "dataset" && value.is(Kind::object)) {  // as our node-link form has it
      for (const Part& inner : kParts) {
        const JsonValue* said = value.find(inner.key);
        if (said != nullptr) dataset.*inner.field = said->text;
      }
    } else if (part != kParts.end() && value.is(Kind::string)) {
      dataset.*part->field = value.text;
    } else if (!is_of_the_file(key)) {
      builder.warning(at(value), in_quotes(key) + " of the graph is not kept",
                      "name, title, version, citation and description are");
    }
  }
}

}  // namespace summitry::graph_json
