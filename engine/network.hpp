// Network: the data as researchers know it. Entities, relations as sourced assertions, sources,
// claims and series; immutable. NetworkBuilder is the only way to make one; select() turns it into
// a Graph.
//
// Order is canonical, whatever the order of the input: entities by id (bytewise), relations by
// source, type, target, summit, interval, status and role. So the same data has the same content hash.
//
// Memory: 8 bytes a relation; type, status and confidence cost only when relations differ in them;
// role, summit, dates, weight, amount and citations when any relation has one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column.hpp"
#include "engine/date.hpp"
#include "engine/dictionary.hpp"
#include "engine/uniform_column.hpp"

namespace summitry {

using EntityIndex = std::uint32_t;
using RelationIndex = std::uint32_t;
using SourceIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = UINT32_MAX;

// What became of the assertion: "did not sign" is a finding, not a missing edge.
enum class Status : std::uint8_t { planned, announced, realised, declined, withdrawn };
// How far the assertion can be trusted, best first.
enum class Confidence : std::uint8_t { official, secondary, unverified };
// How a claim's number is meant ("nearly 100 countries").
enum class Qualifier : std::uint8_t { exact, about, at_least, nearly, over };

[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::string_view to_string(Confidence confidence);
[[nodiscard]] std::string_view to_string(Qualifier qualifier);
[[nodiscard]] std::optional<Status> parse_status(std::string_view name);
[[nodiscard]] std::optional<Confidence> parse_confidence(std::string_view name);
[[nodiscard]] std::optional<Qualifier> parse_qualifier(std::string_view name);
[[nodiscard]] std::vector<std::string_view> status_names();
[[nodiscard]] std::vector<std::string_view> confidence_names();
[[nodiscard]] std::vector<std::string_view> qualifier_names();

struct Citation {
  SourceIndex source = kNone;
  std::string locator;  // page, section or row within the source; often empty

  bool operator==(const Citation&) const = default;
};

struct Entity {
  std::string id;    // stable key
  std::string kind;  // country, organisation, initiative, summit, person, document, …
  std::string name;
  std::string subtype;
  std::string iso3;  // ISO 3166-1 alpha-3, upper case, for countries
  std::vector<std::string> aliases;
  std::string description;
  Interval active;
  std::vector<Citation> citations;
};

// A relation as a view into the Network's columns: cheap to make, valid as long as the Network.
struct Relation {
  EntityIndex source = kNone;
  EntityIndex target = kNone;
  std::string_view type;
  Status status = Status::realised;
  Confidence confidence = Confidence::official;
  std::string_view role;
  EntityIndex summit = kNone;  // the edition it belongs to
  Interval when;
  std::optional<double> weight;
  std::optional<double> amount;
  std::string_view currency;
  std::span<const Citation> citations;
  std::string_view note;
};

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::optional<Date> date;
  std::string url;
  std::string licence;
};

// An attribute or a count as one source states it. Sources may disagree; all claims are kept.
struct Claim {
  EntityIndex entity = kNone;
  std::string attribute;
  std::string value;
  Citation citation;
  Qualifier qualifier = Qualifier::exact;
  std::optional<Date> date;
  std::string note;
};

// Summits in order. Participation: the relation types that make an entity a participant.
struct Series {
  std::string id;
  std::string name;
  std::vector<EntityIndex> editions;
  std::vector<std::string> participation;
};

// An entity that stands for others (the EU for its members): `type` runs from member to container.
struct Container {
  EntityIndex entity = kNone;
  std::string type;
};

// Which kinds a relation type may join; an empty list allows any.
struct RelationRule {
  std::string type;
  std::string title;
  std::string description;
  std::vector<std::string> sources;
  std::vector<std::string> targets;
  bool during_summit = false;  // its dates must overlap the days of its summit
};

struct Contributor {
  std::string title;
  std::string role;
};

// The package's own description of itself.
struct Dataset {
  std::string name;  // machine name
  std::string title;
  std::string version;
  std::string description;
  std::vector<std::string> licences;  // SPDX names or titles
  std::vector<Contributor> contributors;
  std::string citation;   // how its authors want it cited
  bool directed = false;  // how its relations are read unless told otherwise
};

struct Counted {
  std::string name;
  std::size_t count = 0;
};

class Network {
 public:
  [[nodiscard]] const Dataset& dataset() const { return dataset_; }

  [[nodiscard]] std::span<const Entity> entities() const { return entities_; }
  [[nodiscard]] const Entity& entity(EntityIndex index) const { return entities_[index]; }
  [[nodiscard]] std::optional<EntityIndex> find(std::string_view id) const;
  // Throws UnknownName with the nearest known id.
  [[nodiscard]] EntityIndex index_of(std::string_view id) const;

  [[nodiscard]] std::size_t relation_count() const { return source_of_.size(); }
  [[nodiscard]] Relation relation(RelationIndex index) const;

  [[nodiscard]] std::span<const Source> sources() const { return sources_; }
  [[nodiscard]] std::span<const Claim> claims() const { return claims_; }
  [[nodiscard]] std::span<const Series> series() const { return series_; }
  // The series with this id; with "" the only one. Throws UnknownName otherwise.
  [[nodiscard]] const Series& series(std::string_view id) const;
  [[nodiscard]] std::span<const Container> containers() const { return containers_; }
  [[nodiscard]] std::span<const RelationRule> rules() const { return rules_; }

  // Further attributes of entities and relations. The by-name forms throw UnknownName, listing
  // those that are.
  [[nodiscard]] std::span<const Column> entity_columns() const { return entity_columns_; }
  [[nodiscard]] std::span<const Column> relation_columns() const { return relation_columns_; }
  [[nodiscard]] const Column& entity_column(std::string_view name) const;
  [[nodiscard]] const Column& relation_column(std::string_view name) const;

  // In use, by name, with how many have it.
  [[nodiscard]] std::vector<Counted> kinds() const;
  [[nodiscard]] std::vector<Counted> relation_types() const;

  // SHA-256 of the canonical content, in hexadecimal: equal data, equal hash, in every format.
  [[nodiscard]] std::string content_hash() const;
  // Bytes held by the relation columns.
  [[nodiscard]] std::size_t relation_bytes() const;

 private:
  friend class NetworkBuilder;
  Network() = default;

  Dataset dataset_;
  std::vector<Entity> entities_;
  std::vector<Source> sources_;
  std::vector<Claim> claims_;
  std::vector<Series> series_;
  std::vector<Container> containers_;
  std::vector<RelationRule> rules_;
  std::vector<Column> entity_columns_;
  std::vector<Column> relation_columns_;

  // Relations, a column a field; the optional ones are empty when no relation has a value.
  Dictionary words_;  // types, roles, currencies and notes
  std::vector<EntityIndex> source_of_;
  std::vector<EntityIndex> target_of_;
  UniformColumn<std::uint32_t> type_;
  UniformColumn<Status> status_;
  UniformColumn<Confidence> confidence_;
  std::vector<std::uint32_t> role_;
  std::vector<EntityIndex> summit_;
  std::vector<Date> from_;  // year 0: none
  std::vector<Date> to_;
  std::vector<double> weight_;  // not a number: none
  std::vector<double> amount_;
  std::vector<std::uint32_t> currency_;
  std::vector<std::uint32_t> note_;
  std::vector<std::uint32_t> citation_begin_;  // relation_count() + 1 when any has a citation
  std::vector<Citation> citations_;
};

}  // namespace summitry
