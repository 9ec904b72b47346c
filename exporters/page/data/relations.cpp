// Relations and the sources that they cite.
#include <map>
#include <span>
#include <string>

#include "exporters/page/data/known.hpp"

namespace summitry::page {
namespace {

using Layout = JsonWriter::Layout;

class Relations {
 public:
  Relations(JsonWriter& json, const Known& known) : json_(json), known_(known) {
    for (const Counted& type : known.network().relation_types()) {
      types_.emplace(type.name, types_.size());
    }
  }

  void write() {
    json_.key("relations");
    json_.begin_array();
    for (RelationIndex r = 0; r < known_.network().relation_count(); ++r) {
      const Relation relation = known_.network().relation(r);
      json_.begin_object(Layout::line);
      json_.field("source", relation.source);
      json_.field("target", relation.target);
      json_.field("type", types_.at(std::string(relation.type)));
      json_.field_if("role", relation.role);
      json_.field("status", to_string(relation.status));
      write_circumstances(relation);
      json_.field("confidence", to_string(relation.confidence));
      write_citations(relation.citations);
      if (known_.draws(r)) json_.field("drawn", true);
      json_.end();
    }
    json_.end();
  }

 private:
  void write_circumstances(const Relation& relation) {
    if (known_.series() != nullptr && relation.summit != kNone) {
      if (const auto at = known_.series_editions().position(relation.summit)) {
        json_.field("summit", *at);
      }
    }
    json_.field_if("date", relation.when.from && !relation.when.to
                               ? to_string(*relation.when.from)
                               : report::in_words(relation.when));
    if (relation.weight) json_.field("weight", *relation.weight);
    if (relation.amount) json_.field("amount", *relation.amount);
    json_.field_if("currency", relation.currency);
    json_.field_if("note", relation.note);
  }

  void write_citations(std::span<const Citation> citations) {
    if (citations.empty()) return;
    json_.key("sources");
    json_.begin_array(Layout::line);
    for (const Citation& citation : citations) {
      if (citation.source == kNone) continue;
      json_.begin_array(Layout::line);
      json_.value(citation.source);
      if (!citation.locator.empty()) json_.value(citation.locator);
      json_.end();
    }
    json_.end();
  }

  JsonWriter& json_;
  const Known& known_;
  std::map<std::string, std::size_t, std::less<>> types_;
};

}  // namespace

void write_relations(JsonWriter& json, const Known& known) {
  Relations(json, known).write();
}

void write_sources(JsonWriter& json, const Known& known) {
  json.key("sources");
  json.begin_array();
  for (const Source& source : known.network().sources()) {
    json.begin_object(Layout::line);
    json.field("id", source.id);
    json.field_if("title", source.title);
    json.field_if("publisher", source.publisher);
    json.field_if("date", source.date ? to_string(*source.date) : "");
    json.field_if("url", source.url);
    json.field_if("licence", source.licence);
    json.end();
  }
  json.end();
}

}  // namespace summitry::page
