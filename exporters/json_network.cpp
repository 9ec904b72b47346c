// The whole Network as JSON.
#include <variant>

#include "exporters/json.hpp"
#include "exporters/json_parts.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_value(JsonWriter& json, const Value& value) {
  if (const auto* list = std::get_if<List>(&value)) {
    json.begin_array(Layout::line);
    for (const std::string& item : *list) json.value(item);
    json.end();
  } else if (const auto* date = std::get_if<Date>(&value)) {
    json.value(to_string(*date));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    json.value(*text);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    json.value(*integer);
  } else if (const auto* number = std::get_if<double>(&value)) {
    json.value(*number);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    json.value(*truth);
  } else {
    json.value(nullptr);
  }
}

class NetworkDocument {
 public:
  explicit NetworkDocument(const Network& network) : network_(network) {}

  [[nodiscard]] std::string write() {
    json_.begin_object();
    json_.key("summitry");
    json_.begin_object(Layout::line);
    json_.field("format", "network");
    json_.field("version", 1);
    json_.end();
    write_description();
    write_attribute_types();
    write_rules();
    write_sources();
    write_entities();
    write_relations();
    write_claims();
    write_series();
    write_containers();
    json_.end();
    return json_.take();
  }

 private:
  void write_description() {
    const Dataset& dataset = network_.dataset();
    json_.key("dataset");
    json_.begin_object();
    json_.field("name", dataset.name);
    json_.field("title", dataset.title);
    json_.field("version", dataset.version);
    json_.field_if("description", dataset.description);
    json_.list("licences", dataset.licences);
    json_.key("contributors");
    json_.begin_array();
    for (const Contributor& contributor : dataset.contributors) {
      json_.begin_object(Layout::line);
      json_.field("title", contributor.title);
      json_.field_if("role", contributor.role);
      json_.end();
    }
    json_.end();
    json_.field_if("citation", dataset.citation);
    json_.field("directed", dataset.directed);
    json_.field("hash", network_.content_hash());
    json_.end();
  }

  void write_columns(const char* key, std::span<const Column> columns) {
    json_.key(key);
    json_.begin_array();
    for (const Column& column : columns) {
      json_.begin_object(Layout::line);
      json_.field("name", column.info().name);
      json_.field("type", to_string(column.info().type));
      json_.field_if("title", column.info().title);
      json_.field_if("description", column.info().description);
      json_.end();
    }
    json_.end();
  }

  void write_attribute_types() {
    json_.key("attributes");
    json_.begin_object();
    write_columns("entities", network_.entity_columns());
    write_columns("relations", network_.relation_columns());
    json_.end();
  }

  void write_rules() {
    json_.key("relationTypes");
    json_.begin_object();
    for (const RelationRule& rule : network_.rules()) {
      json_.key(rule.type);
      json_.begin_object(Layout::line);
      json_.field_if("title", rule.title);
      json_.field_if("description", rule.description);
      if (!rule.sources.empty()) json_.list("source", rule.sources);
      if (!rule.targets.empty()) json_.list("target", rule.targets);
      if (rule.during_summit) json_.field("duringSummit", true);
      json_.end();
    }
    json_.end();
  }

  template <class Row, class WriteRow>
  void write_rows(const char* key, const Row& rows, WriteRow write_row) {
    json_.key(key);
    json_.begin_array();
    for (const auto& row : rows) {
      json_.begin_object(Layout::line);
      write_row(row);
      json_.end();
    }
    json_.end();
  }

  void write_sources() {
    write_rows("sources", network_.sources(), [this](const Source& source) {
      json_.field("id", source.id);
      json_.field("title", source.title);
      json_.field_if("publisher", source.publisher);
      write_date("date", source.date);
      json_.field_if("url", source.url);
      json_.field_if("licence", source.licence);
    });
  }

  void write_entities() {
    std::size_t row = 0;
    write_rows("entities", network_.entities(), [this, &row](const Entity& entity) {
      write_identity(json_, entity);
      json_.field_if("subtype", entity.subtype);
      json_.field_if("iso3", entity.iso3);
      if (!entity.aliases.empty()) json_.list("aliases", entity.aliases);
      json_.field_if("description", entity.description);
      write_interval(entity.active);
      write_citations(entity.citations);
      write_attributes(network_.entity_columns(), row++);
    });
  }

  void write_relations() {
    json_.key("relations");
    json_.begin_array();
    for (RelationIndex row = 0; row < network_.relation_count(); ++row) {
      json_.begin_object(Layout::line);
      write_relation(network_.relation(row));
      write_attributes(network_.relation_columns(), row);
      json_.end();
    }
    json_.end();
  }

  void write_relation(const Relation& relation) {
    json_.field("source", id(relation.source));
    json_.field("type", relation.type);
    json_.field("target", id(relation.target));
    json_.field("status", to_string(relation.status));
    json_.field_if("role", relation.role);
    if (relation.summit != kNone) json_.field("summit", id(relation.summit));
    write_interval(relation.when);
    if (relation.weight) json_.field("weight", *relation.weight);
    if (relation.amount) json_.field("amount", *relation.amount);
    json_.field_if("currency", relation.currency);
    write_citations(relation.citations);
    // "secondary" is understood; saying it of an unsourced relation would ask for its source.
    if (relation.confidence != Confidence::secondary || !relation.citations.empty()) {
      json_.field("confidence", to_string(relation.confidence));
    }
    json_.field_if("note", relation.note);
  }

  void write_claims() {
    write_rows("claims", network_.claims(), [this](const Claim& claim) {
      json_.field("entity", id(claim.entity));
      json_.field("attribute", claim.attribute);
      json_.field("value", claim.value);
      json_.field("source", reference(claim.citation));
      json_.field("qualifier", to_string(claim.qualifier));
      write_date("date", claim.date);
      json_.field_if("note", claim.note);
    });
  }

  void write_series() {
    write_rows("series", network_.series(), [this](const Series& series) {
      json_.field("id", series.id);
      json_.field("name", series.name);
      json_.key("editions");
      json_.begin_array();
      for (const EntityIndex edition : series.editions) json_.value(id(edition));
      json_.end();
      json_.list("participation", series.participation);
    });
  }

  void write_containers() {
    write_rows("containers", network_.containers(), [this](const Container& container) {
      json_.field("entity", id(container.entity));
      json_.field("type", container.type);
    });
  }

  void write_date(const char* key, const std::optional<Date>& date) {
    if (date) json_.field(key, to_string(*date));
  }
  void write_interval(const Interval& interval) {
    write_date("from", interval.from);
    write_date("to", interval.to);
  }

  void write_citations(std::span<const Citation> citations) {
    if (citations.empty()) return;
    json_.key("sources");
    json_.begin_array();
    for (const Citation& citation : citations) json_.value(reference(citation));
    json_.end();
  }

  void write_attributes(std::span<const Column> columns, std::size_t row) {
    bool begun = false;
    for (const Column& column : columns) {
      if (column.missing(row)) continue;
      if (!begun) {
        json_.key("attributes");
        json_.begin_object();
        begun = true;
      }
      json_.key(column.info().name);
      write_value(json_, column.value(row));
    }
    if (begun) json_.end();
  }

  [[nodiscard]] const std::string& id(EntityIndex entity) const {
    return network_.entity(entity).id;
  }
  [[nodiscard]] std::string reference(const Citation& citation) const {
    if (citation.source == kNone) return "";
    const std::string& source = network_.sources()[citation.source].id;
    return citation.locator.empty() ? source : source + "#" + citation.locator;
  }

  const Network& network_;
  JsonWriter json_;
};

}  // namespace

std::string network_json(const Network& network) {
  return NetworkDocument(network).write();
}

}  // namespace summitry
