// Small random Networks that hold chosen features and nothing else beyond a chain of entities.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "engine/network_builder.hpp"
#include "engine/number.hpp"
#include "engine/random.hpp"
#include "tests/loaders/round_trips/features.hpp"

namespace summitry::testing {

// Names that a format, or a program that reads it, has for something else. `kind` and the like are
// columns of a data package, so no attribute can be called so.
inline constexpr std::array<const char*, 12> kOddOfEntities = {
    "label",  "entity-label", "LABEL", "size", "x",   "color",
    "parent", "type",         "key",   "Kind", "viz", "a.b"};
inline constexpr std::array<const char*, 10> kOddOfRelations = {
    "label",           "kind",     "Weight", "key",  "relation-key",
    "relation-weight", "interval", "value",  "name", "x"};

class FeaturedNetwork {
 public:
  FeaturedNetwork(std::uint64_t seed, Features features)
      : random_(seed), features_(std::move(features)) {}

  [[nodiscard]] Network make() {
    builder_.reading("random");
    builder_.allow_repeats();
    builder_.allow_unstated();
    describe();
    declare();
    if (has(Feature::citations) || has(Feature::claims)) add_sources();
    const std::size_t n = 2 + random_.below(4);
    for (std::size_t i = 0; i < n; ++i) add_entity(i);
    if (has(Feature::isolates)) add_entity(n);
    if (has(Feature::summits))
      builder_.add_entity({.id = "summit", .kind = "summit", .name = "Held"});
    for (std::size_t i = 0; i + 1 < n; ++i) add_relation(i, i + 1);
    if (has(Feature::summits)) add_relation(id(0), "summit");
    if (has(Feature::loops)) add_relation(n - 1, n - 1);
    if (has(Feature::parallels)) add_relation(0, 1);
    if (has(Feature::parallels)) add_relation(0, 1);
    add_beside();
    return std::move(builder_).finish();
  }

 private:
  using Attribute = std::pair<std::size_t, ColumnType>;

  [[nodiscard]] bool has(Feature feature) const { return features_.contains(feature); }
  [[nodiscard]] const std::string& keep(std::string text) {
    return kept_.emplace_back(std::move(text));
  }
  [[nodiscard]] const std::string& one_of(const std::vector<std::string>& all) {
    return keep(all[random_.below(all.size())]);
  }

  // Letters of many scripts, combining marks, a writing from right to left, emoji, what markup knows.
  [[nodiscard]] std::string words() {
    static const std::vector<std::string> kPieces = {"a",  "B", "é",   "e\u0301", "日本", "مؤتمر",
                                                     "🎉",  "&", "<b>", ";",       ",",    "=1",
                                                     "NA", "%", "#",   "]]>",     "null"};
    std::string made = kPieces[random_.below(kPieces.size())];
    for (std::size_t i = random_.below(4); i > 0; --i) {
      made.append(random_.below(2) == 0 ? " " : "").append(kPieces[random_.below(kPieces.size())]);
    }
    return made;
  }
  [[nodiscard]] std::string date(int first_year) {
    const int year = first_year + static_cast<int>(random_.below(9));
    static const std::array<const char*, 3> kRests = {"", "-02", "-11-09"};
    return std::to_string(year) + kRests[random_.below(3)];
  }
  [[nodiscard]] std::string number(bool signs) {
    static const std::vector<std::string> kHard = {
        "5e-324", "1.7976931348623157e+308", "0.1", "3", "0.30000000000000004", "9007199254740993"};
    const std::uint64_t which = random_.below(3);
    if (which == 0) return kHard[random_.below(kHard.size())];
    if (which == 1 && signs) return random_.below(2) == 0 ? "-0" : shortest(-random_.unit());
    return shortest(1e-9 + random_.unit() * 1e6);
  }
  [[nodiscard]] std::string value(ColumnType type) {
    static const std::vector<std::string> kIntegers = {
        "9223372036854775807", "-9223372036854775808", "9007199254740993", "0", "-1"};
    static const std::vector<std::string> kLike = {"2023", "2023-11-02", "true",
                                                   "-1",   "1e5",        "NaN"};
    switch (type) {
      case ColumnType::integer:
        return one_of(kIntegers);
      case ColumnType::number:
        return number(true);
      case ColumnType::boolean:
        return random_.below(2) == 0 ? "true" : "false";
      case ColumnType::date:
        return random_.below(3) == 0 ? "0001-01-01" : date(1990);
      case ColumnType::list:
        return words() + (random_.below(2) == 0 ? "" : "|" + words() + "|a, \"b\"");
      case ColumnType::text:
        return random_.below(3) == 0 ? one_of(kLike) : words();
    }
    return "";
  }

  void describe() {
    Dataset dataset{.name = "random"};
    if (has(Feature::direction)) dataset.directed = random_.below(2) == 0;
    if (has(Feature::about)) {
      dataset.title = words();
      dataset.version = "1.2";
      dataset.description = words() + "\ntitle: " + words();
      dataset.citation = words();
    }
    if (has(Feature::credits)) {
      dataset.licences = {"CC-BY-4.0"};
      dataset.contributors = {{"Ann", "author"}};
    }
    builder_.describe(std::move(dataset));
  }

  void declare(const std::string& name, ColumnType type, bool of_relations = true) {
    of_entities_.emplace_back(builder_.declare_entity_attribute({name, type, "", ""}), type);
    if (!of_relations) return;
    of_relations_.emplace_back(builder_.declare_relation_attribute({name, type, "", ""}), type);
  }
  void declare() {
    if (has(Feature::texts)) declare("texts", ColumnType::text);
    if (has(Feature::integers)) declare("integers", ColumnType::integer);
    if (has(Feature::numbers)) declare("numbers", ColumnType::number);
    if (has(Feature::truths)) declare("truths", ColumnType::boolean);
    if (has(Feature::dates)) declare("dates", ColumnType::date);
    if (has(Feature::lists)) declare("lists", ColumnType::list);
    if (has(Feature::rules)) builder_.add_rule({.type = "knows", .title = keep(words())});
    if (has(Feature::gaps)) {
      for (const ColumnType type : {ColumnType::integer, ColumnType::number, ColumnType::boolean}) {
        const ColumnInfo info{"gaps of " + std::string(to_string(type)), type, "", ""};
        gaps_of_entities_.emplace_back(builder_.declare_entity_attribute(info), type);
        gaps_of_relations_.emplace_back(builder_.declare_relation_attribute(info), type);
      }
    }
    if (!has(Feature::odd_names)) return;
    for (const char* name : kOddOfEntities) declare(name, ColumnType::text, false);
    for (const char* name : kOddOfRelations) {
      of_relations_.emplace_back(
          builder_.declare_relation_attribute({name, ColumnType::text, "", ""}), ColumnType::text);
    }
  }
  [[nodiscard]] std::vector<AttributeCell> cells(const std::vector<Attribute>& attributes,
                                                 const std::vector<Attribute>& gaps) {
    std::vector<AttributeCell> all;
    for (const auto& [attribute, type] : attributes) {
      all.push_back({attribute, Cell(keep(value(type)))});
    }
    for (const auto& [attribute, type] : gaps) {
      const bool is_there = random_.below(2) == 0;
      const char* zero = type == ColumnType::boolean ? "false" : "0";
      all.push_back({attribute, is_there ? Cell(zero) : Cell()});
    }
    return all;
  }

  void add_sources() {
    const std::string& title = keep(words());
    builder_.add_source({.id = "gazette",
                         .title = title,
                         .publisher = "Press",
                         .date = "2024-05",
                         .url = "https://example.org/a b",
                         .licence = "CC0"});
    builder_.add_source({.id = "letter", .title = "A letter"});
  }
  [[nodiscard]] Cell citation() {
    if (!has(Feature::citations)) return {};
    return one_of({"gazette#p. 3", "letter", "gazette|letter#2", ""});
  }

  [[nodiscard]] const std::string& id(std::size_t i) {
    const std::string number = std::to_string(i);
    return keep(has(Feature::ids) ? "é 日\"" + number + "\" <\\🎉 e\u0301" : "n" + number);
  }
  // All differ, also where quotes and breaks become something else.
  [[nodiscard]] const std::string& name(std::size_t i) {
    std::string made = "Name " + std::to_string(i);
    if (has(Feature::names)) made += ' ' + words();
    if (has(Feature::quotes)) made += " \"so\" \\n";
    if (has(Feature::line_breaks)) made += "\nand\ton ";
    if (has(Feature::controls)) made += "\x07.";
    return keep(std::move(made));
  }
  void add_entity(std::size_t i) {
    const bool dated = has(Feature::entity_dates);
    const Cell from = dated && random_.below(3) > 0 ? Cell(keep(date(1990))) : Cell();
    const Cell to = dated && random_.below(3) > 0 ? Cell(keep(date(2005))) : Cell();
    const bool further = has(Feature::aliases);
    builder_.add_entity({.id = id(i),
                         .kind = has(Feature::kinds)
                                     ? Cell(one_of({"country", "person", "日本", "x, y"}))
                                     : Cell("person"),
                         .name = name(i),
                         .subtype = has(Feature::subtypes) ? Cell(keep(words())) : Cell(),
                         .iso3 = has(Feature::subtypes) ? Cell(one_of({"FRA", "DEU", ""})) : Cell(),
                         .aliases = further ? Cell(keep(words() + "|" + words() + ", b")) : Cell(),
                         .description = further ? Cell(keep(words() + "\n" + words())) : Cell(),
                         .from = from,
                         .to = to,
                         .sources = citation(),
                         .attributes = cells(of_entities_, gaps_of_entities_)});
  }

  void add_relation(std::size_t i, std::size_t j) {
    const bool back = i != j && random_.below(2) == 0;
    add_relation(id(back ? j : i), id(back ? i : j));
  }
  [[nodiscard]] Cell weight() {
    if (has(Feature::some_weights) && random_.below(2) == 0) return {};
    const bool weighs = has(Feature::weights) || has(Feature::some_weights);
    return weighs ? Cell(keep(number(false))) : Cell();
  }
  void add_relation(const std::string& source, const std::string& target) {
    const bool dated = has(Feature::relation_dates);
    const bool paid = has(Feature::amounts) && random_.below(3) > 0;
    builder_.add_relation(
        {.source = source,
         .type =
             has(Feature::types) ? Cell(one_of({"meets", "日本", "x, y", "helps"})) : Cell("knows"),
         .target = target,
         .status = has(Feature::statuses)
                       ? Cell(one_of({"planned", "announced", "declined", "withdrawn", "realised"}))
                       : Cell(),
         .role = has(Feature::roles) ? Cell(keep(words())) : Cell(),
         .summit = has(Feature::summits) && random_.below(2) == 0 ? Cell("summit") : Cell(),
         .from = dated && random_.below(3) > 0 ? Cell(keep(date(1990))) : Cell(),
         .to = dated && random_.below(3) > 0 ? Cell(keep(date(2005))) : Cell(),
         .weight = weight(),
         .amount = paid ? Cell(keep(number(true))) : Cell(),
         .currency = paid ? Cell(one_of({"EUR", "USD"})) : Cell(),
         .sources = citation(),
         .confidence = has(Feature::confidence)
                           ? Cell(one_of({"official", "unverified", "secondary"}))
                           : Cell(),
         .note = has(Feature::notes) ? Cell(keep(words() + "\n" + words())) : Cell(),
         .attributes = cells(of_relations_, gaps_of_relations_)});
  }

  void add_beside() {
    const std::string& first = id(0);
    const std::string& second = id(1);
    if (has(Feature::claims)) {
      builder_.add_claim({.entity = first,
                          .attribute = "size",
                          .value = keep(std::to_string(random_.below(99))),
                          .source = "gazette#2",
                          .qualifier = "nearly",
                          .date = "2023-11",
                          .note = keep(words())});
    }
    if (has(Feature::series)) {
      builder_.add_series({.id = "row",
                           .name = keep(words()),
                           .editions = {first, second},
                           .participation = {"knows"}});
      builder_.add_container(first, "knows");
    }
  }

  Random random_;
  Features features_;
  NetworkBuilder builder_;
  std::deque<std::string> kept_;  // a deque: cells point into it
  std::vector<Attribute> of_entities_, of_relations_, gaps_of_entities_, gaps_of_relations_;
};

}  // namespace summitry::testing
