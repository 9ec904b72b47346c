// Networks drawn at random, for laws that must hold for every Network. Texts are of the kind that
// breaks formats: quotes, delimiters, line breaks, backslashes, other scripts, formulas.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/network_builder.hpp"
#include "engine/number.hpp"
#include "engine/random.hpp"

namespace summitry::testing {

class RandomNetwork {
 public:
  explicit RandomNetwork(std::uint64_t seed) : random_(seed) {}

  [[nodiscard]] Network make() {
    declare();
    const std::size_t sources = random_.below(4);
    for (std::size_t i = 0; i < sources; ++i) add_source(i);
    const std::size_t entities = random_.below(8);
    for (std::size_t i = 0; i < entities; ++i) add_entity(i, sources);
    const std::size_t relations = entities == 0 ? 0 : random_.below(20);
    for (std::size_t i = 0; i < relations; ++i) add_relation(entities, sources);
    if (entities > 0 && sources > 0) add_claim(entities, sources);
    if (entities > 1) add_series();
    return std::move(builder_).finish();
  }

  // A text without | (lists are split there), not empty.
  [[nodiscard]] std::string text() {
    static const std::array<std::string, 14> kPieces = {
        "a", "B", ",", "\"", "\n", "\\", "é", "日本", "🎉", "=1+1", "<b>", "&amp;", "NA", ";"};
    std::string made = "x";
    const std::size_t pieces = random_.below(6);
    for (std::size_t i = 0; i < pieces; ++i) made += kPieces[random_.below(kPieces.size())];
    return made;
  }

 private:
  void declare() {
    builder_.reading("random");
    builder_.describe({.name = "random", .title = text(), .directed = random_.below(2) == 0});
    const std::array<ColumnType, 6> types = {ColumnType::text,   ColumnType::integer,
                                             ColumnType::number, ColumnType::boolean,
                                             ColumnType::date,   ColumnType::list};
    for (const ColumnType type : types) {
      if (random_.below(2) == 0) continue;
      const std::string name = "of-" + std::string(to_string(type));
      entity_attributes_.emplace_back(builder_.declare_entity_attribute({name, type, "", ""}),
                                      type);
      relation_attributes_.emplace_back(builder_.declare_relation_attribute({name, type, "", ""}),
                                        type);
    }
  }

  [[nodiscard]] std::string maybe(std::string value) {
    return random_.below(2) == 0 ? std::string() : std::move(value);
  }
  [[nodiscard]] std::string date() {
    static const std::array<std::string, 4> kDates = {"2023", "2023-11", "2023-11-02",
                                                      "0001-01-01"};
    return kDates[random_.below(kDates.size())];
  }
  [[nodiscard]] std::string number() {
    return shortest((random_.unit() - 0.5) * (random_.below(2) == 0 ? 1e-7 : 1e12));
  }
  [[nodiscard]] static std::string source_id(std::size_t i) {
    static const std::array<std::string, 4> kIds = {"gazette", "letter", "s 3", "é"};
    return kIds[i];
  }
  [[nodiscard]] static std::string entity_id(std::size_t i) {
    static const std::array<std::string, 8> kIds = {"a",       "node",   "%5",  "back\\",
                                                    "quo\"te", "<html>", "é日", "1.5"};
    return kIds[i];
  }
  [[nodiscard]] std::string citations(std::size_t sources) {
    if (sources == 0 || random_.below(2) == 0) return "";
    std::string cited = source_id(random_.below(sources));
    if (random_.below(2) == 0) cited += "#p. 3, \"b\"";
    return cited;
  }
  [[nodiscard]] std::string value_of(ColumnType type) {
    switch (type) {
      case ColumnType::text:
        return text();
      case ColumnType::integer:
        return std::to_string(static_cast<std::int64_t>(random_.next()));
      case ColumnType::number:
        return number();
      case ColumnType::boolean:
        return random_.below(2) == 0 ? "true" : "false";
      case ColumnType::date:
        return date();
      case ColumnType::list:
        return text() + "|" + text();
    }
    return "";
  }
  [[nodiscard]] std::vector<AttributeCell> values(
      const std::vector<std::pair<std::size_t, ColumnType>>& attributes) {
    std::vector<AttributeCell> cells;
    for (const auto& [attribute, type] : attributes) {
      kept_.push_back(std::make_unique<std::string>(maybe(value_of(type))));
      cells.push_back({attribute, Cell(*kept_.back())});
    }
    return cells;
  }

  void add_source(std::size_t i) {
    const std::string id = source_id(i);
    const std::string title = text();
    const std::string publisher = maybe(text());
    const std::string when = maybe(date());
    builder_.add_source({.id = id, .title = title, .publisher = publisher, .date = when});
  }
  void add_entity(std::size_t i, std::size_t sources) {
    const std::string id = entity_id(i);
    const std::string kind = i < 2 ? "summit" : random_.below(2) == 0 ? "country" : text();
    const std::string name = text();
    const std::string alias = maybe(text() + "|" + text());
    const std::string description = maybe(text());
    const std::string from = maybe(date());
    const std::string cited = citations(sources);
    builder_.add_entity({.id = id,
                         .kind = kind,
                         .name = name,
                         .aliases = alias,
                         .description = description,
                         .from = from,
                         .sources = cited,
                         .attributes = values(entity_attributes_)});
  }
  void add_relation(std::size_t entities, std::size_t sources) {
    static const std::array<std::string, 3> kTypes = {"knows", "x, \"y\"", "meets"};
    static const std::array<std::string, 3> kTrust = {"official", "secondary", "unverified"};
    const std::string source = entity_id(random_.below(entities));
    const std::string target = entity_id(random_.below(entities));
    const std::string& type = kTypes[random_.below(kTypes.size())];
    const std::string status = maybe("declined");
    const std::string role = maybe(text());
    const std::string summit = maybe(entity_id(0));
    const std::string from = maybe(date());
    const std::string weight = maybe(number());
    const std::string amount = maybe(number());
    const std::string currency = amount.empty() ? "" : "EUR";
    const std::string cited = citations(sources);
    const std::string trust = cited.empty() ? maybe(kTrust[2]) : kTrust[random_.below(3)];
    const std::string note = maybe(text());
    builder_.add_relation({.source = source,
                           .type = type,
                           .target = target,
                           .status = status,
                           .role = role,
                           .summit = summit,
                           .from = from,
                           .weight = weight,
                           .amount = amount,
                           .currency = currency,
                           .sources = cited,
                           .confidence = trust,
                           .note = note,
                           .attributes = values(relation_attributes_)});
  }
  void add_claim(std::size_t entities, std::size_t sources) {
    const std::string entity = entity_id(random_.below(entities));
    const std::string value = text();
    const std::string source = source_id(random_.below(sources)) + "#2";
    const std::string note = maybe(text());
    builder_.add_claim(
        {.entity = entity, .attribute = "size", .value = value, .source = source, .note = note});
  }
  void add_series() {
    const std::string first = entity_id(0);
    const std::string second = entity_id(1);
    builder_.add_series({.id = "series",
                         .name = "Series",
                         .editions = {first, second},
                         .participation = {"knows"}});
    builder_.add_container(first, "knows");
  }

  Random random_;
  NetworkBuilder builder_;
  std::vector<std::pair<std::size_t, ColumnType>> entity_attributes_;
  std::vector<std::pair<std::size_t, ColumnType>> relation_attributes_;
  std::vector<std::unique_ptr<std::string>> kept_;  // what the cells of a row point to
};

[[nodiscard]] inline Network random_network(std::uint64_t seed) {
  return RandomNetwork(seed).make();
}

}  // namespace summitry::testing
