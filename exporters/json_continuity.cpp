// Continuity over a series as JSON.
#include "exporters/json.hpp"
#include "exporters/json_parts.hpp"
#include "exporters/json_persistence.hpp"
#include "exporters/json_rosters.hpp"
#include "exporters/json_series.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

class ContinuityDocument : private SeriesWriter {
  friend class SeriesWriter;

 public:
  ContinuityDocument(JsonWriter& json, const Network& network, const Continuity& continuity)
      : SeriesWriter(json, network, continuity) {}

  void write(const Provenance& provenance) {
    json_.begin_object();
    write_head(json_, network_, provenance);
    json_.field("series", continuity_.series);
    json_.list("participation", continuity_.participation);
    json_.list("kinds", continuity_.kinds);
    write_null_model();
    write_all("editions", continuity_.editions, &ContinuityDocument::write_edition);
    write_all("transitions", continuity_.transitions, &ContinuityDocument::write_step);
    write_all("all_pairs", continuity_.all_pairs, &ContinuityDocument::write_step);
    write_all("entities", continuity_.entities, &ContinuityDocument::write_attendance);
    write_rosters(json_, network_, continuity_);
    write_all("hosts", continuity_.hosts, &ContinuityDocument::write_hosts);
    write_all("uptakes", continuity_.uptakes, &ContinuityDocument::write_uptake);
    write_all("not_taken_up", continuity_.not_taken_up, &ContinuityDocument::write_not_taken_up);
    write_positions(json_, network_, continuity_);
    write_work(json_, network_, continuity_);
    json_.end();
  }

 private:
  void write_null_model() {
    json_.key("null_model");
    json_.begin_object(Layout::line);
    json_.field("name", continuity_.null_model);
    json_.field("samples", continuity_.samples);
    json_.field("seed", continuity_.seed);
    json_.field("strata", continuity_.strata);
    json_.end();
  }

  void write_edition(const Edition& one) {
    const Entity& summit = network_.entity(one.summit);
    json_.field("id", summit.id);
    json_.field("name", summit.name);
    json_.field("date", date(summit.active.from));
    json_.field("end", date(summit.active.to));
    json_.field("participants", one.participants.size());
    json_.field("entered", one.entered);
    json_.field("returned", one.returned);
    json_.field("left", one.left);
    json_.field("inferred", one.inferred);
    write_ids("roster", one.participants);
  }

  void write_step(const Transition& step) { write_transition(json_, network_, continuity_, step); }

  void write_attendance(const Attendance& attendance) {
    write_identity(json_, network_.entity(attendance.entity));
    json_.key("editions");
    json_.begin_array();
    for (const std::size_t position : attendance.editions) json_.value(edition(position));
    json_.end();
    if (!attendance.editions.empty()) {
      json_.field("first", edition(attendance.editions.front()));
      json_.field("last", edition(attendance.editions.back()));
    }
    json_.field("streak", attendance.streak);
  }

  void write_hosts(const HostLink& link) {
    json_.field("edition", edition(link.edition));
    write_ids("hosts", link.hosts);
    write_ids("co_hosts", link.co_hosts);
    write_ids("chairs", link.chairs);
    write_ids("named_next", link.named_next);
    json_.field("kept", link.kept);
    json_.field("gap_days", link.gap_days);
    write_ids("handover", link.handover);
    write_sources(link.relations);
  }

  void write_not_taken_up(const NotTakenUp& one) {
    json_.field("initiative", id(one.initiative));
    json_.field("announced", edition(one.announced));
  }

  void write_uptake(const Uptake& uptake) {
    json_.field("initiative", id(uptake.initiative));
    json_.field("announced", edition(uptake.announced));
    json_.field("taken_up", edition(uptake.taken_up));
    json_.key("through");
    if (uptake.through == kNone) {
      json_.value(nullptr);
    } else {
      json_.value(id(uptake.through));
    }
    write_sources(uptake.relations);
  }

  [[nodiscard]] static std::optional<std::string> date(const std::optional<Date>& known) {
    if (!known) return std::nullopt;
    return to_string(*known);
  }
};

}  // namespace

std::string continuity_json(const Network& network, const Continuity& continuity,
                            const Provenance& provenance) {
  JsonWriter json;
  ContinuityDocument(json, network, continuity).write(provenance);
  return json.take();
}

}  // namespace summitry
