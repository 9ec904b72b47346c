// Entities with their attributes, figures and claims.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "exporters/page/data/known.hpp"

namespace summitry::page {
namespace {

using Layout = JsonWriter::Layout;

class Entities {
 public:
  Entities(JsonWriter& json, const Known& known) : json_(json), known_(known) {
    rank();
    for (const Claim& claim : known.network().claims()) claims_.emplace(claim.entity, &claim);
  }

  void write() {
    json_.key("entities");
    json_.begin_array();
    for (EntityIndex i = 0; i < known_.network().entities().size(); ++i) {
      json_.begin_object(Layout::line);
      write_identity(known_.network().entity(i));
      write_place(i);
      write_attributes(i);
      write_figures(i);
      write_claims(i);
      json_.end();
    }
    json_.end();
  }

 private:
  void write_identity(const Entity& entity) {
    json_.field("id", entity.id);
    json_.field("name", entity.name.empty() ? entity.id : entity.name);
    json_.field("kind", entity.kind);
    json_.field_if("subtype", entity.subtype);
    json_.field_if("iso3", entity.iso3);
    if (!entity.aliases.empty()) json_.list("aliases", entity.aliases);
    json_.field_if("description", entity.description);
    std::vector<SourceIndex> sources;
    for (const Citation& citation : entity.citations) {
      if (citation.source != kNone) sources.push_back(citation.source);
    }
    if (!sources.empty()) json_.list("sources", sources);
  }

  void write_place(EntityIndex i) {
    if (!known_.editions(i).empty()) {
      json_.field("first", known_.editions(i).front());
      json_.list("editions", known_.editions(i));
    }
    const NamedPartition* communities = known_.context().parts().communities;
    if (communities != nullptr && known_.vertex(i)) {
      json_.field("community", communities->partition.community[*known_.vertex(i)]);
    }
    if (!known_.item(i)) return;
    const drawing::Point at = known_.composed().figure.items[*known_.item(i)].at;
    json_.field("x", pixels(at.x));
    json_.field("y", pixels(at.y));
    json_.field("drawn", true);
  }

  void write_attributes(EntityIndex i) {
    const auto columns = known_.network().entity_columns();
    const auto there = [i](const Column& column) { return !column.missing(i); };
    if (std::none_of(columns.begin(), columns.end(), there)) return;
    json_.key("attributes");
    json_.begin_array(Layout::line);
    for (const Column& column : columns) {
      if (!there(column)) continue;
      const ColumnInfo& info = column.info();
      json_.begin_array(Layout::line);
      json_.value(info.title.empty() ? info.name : info.title);
      json_.value(to_string(column.value(i)));
      json_.end();
    }
    json_.end();
  }

  void rank() {
    for (const NamedScores& scores : known_.scores()) {
      std::vector<std::size_t> ranks(known_.graph().vertex_count(), 0);
      for (const report::Ranked& one : known_.context().ranking(scores)) {
        ranks[one.vertex] = one.rank;
      }
      ranks_.push_back(std::move(ranks));
    }
  }

  void write_figures(EntityIndex i) {
    if (!known_.vertex(i) || known_.scores().empty()) return;
    json_.key("figures");
    json_.begin_array(Layout::line);
    for (std::size_t k = 0; k < known_.scores().size(); ++k) {
      const std::size_t rank = ranks_[k][*known_.vertex(i)];
      if (rank == 0) {
        json_.value(nullptr);
        continue;
      }
      json_.begin_array(Layout::line);
      json_.value(known_.scores()[k].scores.values[*known_.vertex(i)]);
      json_.value(rank);
      json_.end();
    }
    json_.end();
  }

  void write_claims(EntityIndex i) {
    const auto [begin, end] = claims_.equal_range(i);
    if (begin == end) return;
    json_.key("claims");
    json_.begin_array(Layout::line);
    for (auto one = begin; one != end; ++one) {
      const Claim& claim = *one->second;
      json_.begin_array(Layout::line);
      json_.value(claim.attribute);
      json_.value(claim.value);
      json_.value(to_string(claim.qualifier));
      if (claim.citation.source != kNone) json_.value(claim.citation.source);
      json_.end();
    }
    json_.end();
  }

  JsonWriter& json_;
  const Known& known_;
  std::vector<std::vector<std::size_t>> ranks_;  // by measure and vertex; 0 for none
  std::multimap<EntityIndex, const Claim*> claims_;
};

}  // namespace

void write_entities(JsonWriter& json, const Known& known) {
  Entities(json, known).write();
}

}  // namespace summitry::page
