#include "exporters/page/data/data.hpp"

#include <algorithm>
#include <string_view>

#include "exporters/drawing/words.hpp"
#include "exporters/page/data/known.hpp"
#include "exporters/words.hpp"

namespace summitry::page {
namespace {

using Layout = JsonWriter::Layout;

// "member of" for member-of.
std::string label_of_type(const Network& network, std::string_view type) {
  for (const RelationRule& rule : network.rules()) {
    if (rule.type == type && !rule.title.empty()) return rule.title;
  }
  std::string label(type);
  std::replace(label.begin(), label.end(), '-', ' ');
  return label;
}

class Document {
 public:
  explicit Document(const Known& known) : known_(known) {}

  std::string write() {
    json_.begin_object();
    write_head();
    write_words();
    write_entities(json_, known_);
    write_relations(json_, known_);
    write_sources(json_, known_);
    write_communities();
    write_drawing(json_, known_);
    json_.end();
    return json_.take();
  }

 private:
  void write_head() {
    const Dataset& dataset = known_.network().dataset();
    json_.field("title", known_.context().title());
    json_.field("dataset", dataset.name);
    json_.field("version", dataset.version);
    json_.field("hash", known_.network().content_hash());
    if (known_.series() == nullptr) return;
    json_.field_if("seriesName", known_.series()->name);
    json_.key("editions");
    json_.begin_array();
    for (const EntityIndex summit : known_.series()->editions) {
      const Entity& entity = known_.network().entity(summit);
      json_.begin_object(Layout::line);
      json_.field("id", entity.id);
      json_.field("name", entity.name);
      json_.field("short", drawing::one_line_name(entity, 11.5, 120.0));
      json_.field_if("date", drawing::days(entity.active));
      json_.end();
    }
    json_.end();
  }

  void write_words() {
    json_.key("kinds");
    json_.begin_array();
    for (const Counted& kind : known_.network().kinds()) {
      json_.begin_object(Layout::line);
      json_.field("kind", kind.name);
      json_.field("plural", plural(kind.name));
      json_.field("count", kind.count);
      json_.end();
    }
    json_.end();
    json_.key("types");
    json_.begin_array();
    for (const Counted& type : known_.network().relation_types()) {
      json_.begin_object(Layout::line);
      json_.field("type", type.name);
      json_.field("label", label_of_type(known_.network(), type.name));
      json_.end();
    }
    json_.end();
    json_.key("figures");
    json_.begin_array();
    for (const NamedScores& scores : known_.scores()) {
      json_.begin_object(Layout::line);
      json_.field("name", scores.name);
      json_.field("title", scores.title.empty() ? scores.name : scores.title);
      json_.end();
    }
    json_.end();
  }

  void write_communities() {
    const NamedPartition* communities = known_.context().parts().communities;
    if (communities == nullptr) return;
    json_.key("communities");
    json_.begin_array();
    for (std::size_t i = 0; i < communities->communities.size(); ++i) {
      json_.begin_object(Layout::line);
      const bool named = i < communities->descriptions.size();
      json_.field("name",
                  named ? communities->descriptions[i].name : "Community " + std::to_string(i));
      json_.field("size", communities->communities[i].members.size());
      json_.end();
    }
    json_.end();
  }

  const Known& known_;
  JsonWriter json_;
};

}  // namespace

std::string data_json(const report::Context& context, std::span<const NamedScores> scores,
                      const Drawn& drawn) {
  const std::string json = Document(Known(context, scores, drawn)).write();
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace summitry::page
