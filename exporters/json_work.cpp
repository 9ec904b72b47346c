// Lineages, agendas, commitments and hosting as JSON.
#include "exporters/json_persistence.hpp"
#include "exporters/json_rosters.hpp"
#include "exporters/json_series.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

class WorkWriter : private SeriesWriter {
  friend class SeriesWriter;

 public:
  WorkWriter(JsonWriter& json, const Network& network, const Continuity& continuity)
      : SeriesWriter(json, network, continuity) {}

  void lineage(const Lineage& found) {
    json_.key("lineage");
    json_.begin_object();
    json_.key("types");
    json_.begin_object(Layout::line);
    for (const Counted& type : found.types) json_.field(type.name, type.count);
    json_.end();
    write_ids("cycle", found.cycle);
    json_.field("depth", found.depth);
    write_ids("longest", found.longest);
    write_ids("main_path", found.main_path);
    write_all("steps", found.steps, &WorkWriter::lineage_step);
    survival(found.survival);
    write_all("descents", found.descents, &WorkWriter::descent);
    write_all("members", found.members, &WorkWriter::member);
    json_.end();
  }

  void agenda(const Agenda& found) {
    json_.key("agenda");
    json_.begin_object();
    json_.key("editions");
    json_.begin_array();
    for (std::size_t t = 0; t < found.editions.size(); ++t) {
      json_.begin_object(Layout::line);
      json_.field("edition", edition(t));
      json_.field("works", found.editions[t].works);
      json_.field("themed", found.editions[t].themed);
      json_.key("themes");
      json_.begin_array();
      for (const ThemeShare& one : found.editions[t].themes) {
        json_.begin_object();
        json_.field("theme", one.theme);
        json_.field("share", one.share);
        json_.end();
      }
      json_.end();
      json_.end();
    }
    json_.end();
    write_all("steps", found.steps, &WorkWriter::agenda_step);
    json_.end();
  }

  void commitments(const Commitments& found) {
    json_.key("commitments");
    json_.begin_object();
    json_.key("overall");
    json_.begin_object(Layout::line);
    follow_through(found.overall);
    json_.end();
    json_.key("editions");
    json_.begin_array();
    for (std::size_t t = 0; t < found.editions.size(); ++t) {
      json_.begin_object(Layout::line);
      json_.field("edition", edition(t));
      follow_through(found.editions[t]);
      json_.end();
    }
    json_.end();
    json_.key("coders");
    json_.begin_object(Layout::line);
    json_.list("names", found.coders.coders);
    json_.field("pairs", found.coders.pairs);
    json_.field("kappa", found.coders.kappa);
    json_.field("alpha", found.coders.alpha);
    json_.field("alpha_ordinal", found.coders.alpha_ordinal);
    json_.end();
    write_all("scores", found.scores, &WorkWriter::score);
    json_.end();
  }

  void hosting(const Hosting& found) {
    json_.key("hosting");
    json_.begin_object();
    json_.key("rotation");
    json_.begin_object(Layout::line);
    json_.list("regions", found.rotation.regions);
    json_.field("known", found.rotation.known);
    json_.field("distinct", found.rotation.distinct);
    json_.field("entropy", found.rotation.entropy);
    json_.field("evenness", found.rotation.evenness);
    json_.end();
    write_all("effects", found.effects, &WorkWriter::host_effect);
    write_all("organisers", found.organisers, &WorkWriter::organiser_step);
    json_.end();
  }

 private:
  void interval(const char* key, const std::optional<ShareInterval>& one) {
    json_.key(key);
    if (!one) {
      json_.value(nullptr);
      return;
    }
    json_.begin_array(Layout::line);
    json_.value(one->low);
    json_.value(one->high);
    json_.end();
  }

  void survival(const WorkSurvival& found) {
    json_.key("survival");
    json_.begin_object();
    json_.field("missed", found.missed);
    json_.key("all");
    write_curve(json_, found.all);
    write_curves(json_, "by_kind", found.by_kind);
    json_.end();
  }

  void editions(const char* key, const std::vector<std::size_t>& positions) {
    json_.key(key);
    json_.begin_array();
    for (const std::size_t position : positions) json_.value(edition(position));
    json_.end();
  }

  void lineage_step(const LineageStep& one) {
    json_.field("from", edition(one.from));
    json_.field("to", edition(one.to));
    json_.field("launched", one.launched);
    json_.field("carried", one.carried);
    json_.field("orphan_rate", one.orphan_rate);
    interval("orphan_interval", one.orphan_interval);
    json_.field("launched_next", one.launched_next);
    json_.field("inherited", one.inherited);
    json_.field("inheritance", one.inheritance);
    interval("inheritance_interval", one.inheritance_interval);
  }

  void descent(const Descent& one) {
    json_.field("older", id(one.older));
    json_.field("younger", id(one.younger));
    json_.field("type", network_.relation(one.relation).type);
    json_.field("paths", one.paths);
    write_sources({one.relation});
  }

  void member(const LineageMember& one) {
    json_.field("id", id(one.entity));
    json_.key("launched");
    if (one.launched) {
      json_.value(edition(*one.launched));
    } else {
      json_.value(nullptr);
    }
    editions("seen", one.seen);
    json_.field("depth", one.depth);
    json_.field("children", one.children);
    editions("alive", one.alive);
  }

  void agenda_step(const AgendaStep& one) {
    json_.field("from", edition(one.from));
    json_.field("to", edition(one.to));
    json_.field("distance", one.distance);
    json_.list("kept", one.kept);
    json_.list("added", one.added);
    json_.list("dropped", one.dropped);
    json_.key("test");
    write_null_test(json_, one.test);
  }

  void follow_through(const FollowThrough& one) {
    json_.field("obligations", one.obligations);
    json_.field("known", one.known);
    json_.field("kept", one.kept);
    json_.field("partly", one.partly);
    json_.field("broken", one.broken);
    json_.field("coverage", one.coverage);
    json_.field("mean", one.mean);
    json_.field("percentage", one.percentage);
    interval("percentage_interval", one.percentage_interval);
    json_.field("compared", one.compared);
    json_.field("improved", one.improved);
    json_.field("worsened", one.worsened);
    json_.field("change", one.change);
    json_.field("dated", one.dated);
    json_.field("median_lag", one.median_lag);
    json_.field("least_lag", one.least_lag);
    json_.field("greatest_lag", one.greatest_lag);
  }

  void score(const CommitmentScore& one) {
    json_.field("entity", id(one.entity));
    json_.field("commitment", id(one.commitment));
    json_.field("edition", edition(one.edition));
    json_.field("score", one.score);
    write_sources(one.relations);
  }

  void host_effect(const HostEffect& one) {
    json_.field("edition", edition(one.edition));
    json_.field("host", id(one.host));
    json_.field("before", one.before);
    json_.field("during", one.during);
    json_.field("after", one.after);
    json_.field("change", one.change);
    json_.key("test");
    write_null_test(json_, one.test);
  }

  void organiser_step(const OrganiserStep& one) {
    json_.field("from", edition(one.from));
    json_.field("to", edition(one.to));
    json_.field("before", one.before);
    json_.field("after", one.after);
    write_ids("both", one.both);
    json_.field("jaccard", one.jaccard);
    json_.field("next_host_before", one.next_host_before);
    json_.field("former_host_after", one.former_host_after);
  }
};

}  // namespace

void write_work(JsonWriter& json, const Network& network, const Continuity& continuity) {
  if (!continuity.persistence) return;
  WorkWriter writer(json, network, continuity);
  writer.lineage(continuity.persistence->work.lineage);
  writer.agenda(continuity.persistence->work.agenda);
  writer.commitments(continuity.persistence->work.commitments);
  writer.hosting(continuity.persistence->hosting);
}

}  // namespace summitry
